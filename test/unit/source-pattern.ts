// Which regular expressions does the product hold? Those written in its sources, and those it makes of constants when it starts.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { ancestor } from 'acorn-walk';
import { buildSync, transformSync } from 'esbuild';

export interface SourcePattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export interface MadePattern {
  readonly file: string;
  /** The expression as it stands in the source. */
  readonly text: string;
}

export interface FoundPatterns {
  readonly patterns: readonly SourcePattern[];
  /** Made while the product runs, of what it is given. */
  readonly made: readonly MadePattern[];
}

/** All regular expressions of the sources below some folders; generated files hold none. */
export function patternsIn(folders: readonly string[]): FoundPatterns {
  const patterns: SourcePattern[] = [];
  const made: MadePattern[] = [];
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.ts') || name.endsWith('.gen.ts')) continue;
      const file = join(folder, name);
      const found = patternsOf(file);
      patterns.push(...found.patterns);
      made.push(...found.made);
      if (found.makesAtStart) patterns.push(...madeAtStart(file));
    }
  return { patterns, made };
}

function patternsOf(file: string): FoundPatterns & { readonly makesAtStart: boolean } {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext' });
  const patterns: SourcePattern[] = [];
  const made: MadePattern[] = [];
  let makesAtStart = false;
  ancestor(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal({ regex }) {
      if (regex) patterns.push({ file, source: regex.pattern, flags: regex.flags });
    },
    NewExpression({ callee, start, end }, _state, ancestors) {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
      if (ancestors.some(({ type }) => type.includes('Function') && type !== 'NewExpression'))
        made.push({ file, text: code.slice(start, end).replace(/\s+/g, ' ') });
      else makesAtStart = true;
    },
  });
  return { patterns, made, makesAtStart };
}

/** What a module makes with `new RegExp` when it is loaded: its code is given a `RegExp` that takes notes. */
function madeAtStart(file: string): SourcePattern[] {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    loader: { '.jsonl': 'text', '.css': 'text' },
    logLevel: 'silent',
  });
  const noted: SourcePattern[] = [];
  const Noting = new Proxy(RegExp, {
    construct(target, [source, flags]: [string, string | undefined]) {
      noted.push({ file, source, flags: flags ?? '' });
      return new target(source, flags);
    },
  });
  const load = new Function('RegExp', 'require', 'module', 'exports', outputFiles[0]?.text ?? '');
  const module = { exports: {} };
  load(Noting, createRequire(join(process.cwd(), 'package.json')), module, module.exports);
  return noted;
}
