// Which rules apply to a file, how severe is each, and with which options?

import { globMatcher } from '../base/glob';
import { entryOf, itemsOf, scalarText, valueAt, type YamlNode } from '../syntax/yaml-node';
import type { Severity } from './finding';
import type { RuleMeta } from './rule';

export type Level = Severity | 'off';

interface RuleSetting {
  readonly level: Level | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The project's configuration, as far as it was readable. Everything absent has a sensible default. */
interface Configuration {
  readonly include: readonly string[];
  readonly ignore: readonly string[];
  readonly references: readonly string[];
  readonly language: string | undefined;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: ReadonlyMap<string, RuleSetting>;
  }[];
}

export const NO_CONFIGURATION: Configuration = {
  include: [],
  ignore: [],
  references: [],
  language: undefined,
  rules: new Map(),
  overrides: [],
};

const LEVELS: readonly Level[] = ['off', 'hint', 'info', 'warning', 'error'];

function texts(node: YamlNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => scalarText(item) ?? []);
}

function plainValue(node: YamlNode | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'list') return node.items.map(plainValue);
  return undefined;
}

function ruleSettings(node: YamlNode | undefined): Map<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (node?.type !== 'map') return settings;
  for (const { key, value } of node.entries) {
    const written =
      value?.type === 'map'
        ? scalarText(valueAt(value, 'severity'))
        : value?.type === 'scalar' && value.value === false
          ? 'off'
          : scalarText(value);
    const options: Record<string, unknown> = Object.create(null);
    if (value?.type === 'map')
      for (const entry of value.entries)
        if (entry.key.source !== 'severity') options[entry.key.source] = plainValue(entry.value);
    settings.set(key.source, { level: LEVELS.find((level) => level === written), options });
  }
  return settings;
}

/** Reads clinical-content.yaml. What is unreadable there is reported by the shape rules and otherwise ignored. */
export function readConfiguration(root: YamlNode | undefined): Configuration {
  return {
    include: texts(valueAt(root, 'include')),
    ignore: texts(valueAt(root, 'ignore')),
    references: texts(valueAt(root, 'references')),
    language: scalarText(entryOf(root, 'language')?.value),
    rules: ruleSettings(valueAt(root, 'rules')),
    overrides: itemsOf(valueAt(root, 'overrides')).map((one) => ({
      files: texts(valueAt(one, 'files')),
      rules: ruleSettings(valueAt(one, 'rules')),
    })),
  };
}

/** Whether a path matches one of the globs; a glob without a slash matches at any depth, as in .gitignore. Excessive ones match nothing. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.flatMap((glob) => {
    const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
    return globMatcher(clean.includes('/') ? clean : `**/${clean}`) ?? [];
  });
  return (path) => matchers.some((matches) => matches(path));
}

/** What a rule does in one file: configuration over overrides over defaults. */
export interface Effective {
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Settings of one project, with the globs compiled once. */
export class Settings {
  readonly configuration: Configuration;
  readonly #overrides: readonly { matches: (path: string) => boolean; rules: ReadonlyMap<string, RuleSetting> }[];

  /** The file last asked about, and the overrides for it: rules are asked for file by file. */
  #path: string | undefined;
  #matching: readonly ReadonlyMap<string, RuleSetting>[] = [];
  /** What rules do where no override applies. */
  readonly #plain = new Map<RuleMeta, Effective>();

  readonly #levels: ReadonlyMap<string, Level>;

  /** `levels` of rules, by their ids, hold whatever the configuration says. */
  constructor(configuration: Configuration, levels: ReadonlyMap<string, Level> = new Map()) {
    this.configuration = configuration;
    this.#levels = levels;
    this.#overrides = configuration.overrides.map((one) => ({ matches: matcher(one.files), rules: one.rules }));
  }

  /** Whether an override says something of the file at `path`; where none does, the same settings hold everywhere. */
  isSpecial(path: string): boolean {
    if (path !== this.#path) {
      this.#path = path;
      this.#matching = this.#overrides.filter((one) => one.matches(path)).map((one) => one.rules);
    }
    return this.#matching.length > 0;
  }

  /** What `rule` does in the file at `path`. Later overrides win. */
  effective(rule: RuleMeta, path: string): Effective {
    return this.isSpecial(path) ? this.#merged(rule, this.#matching) : this.usual(rule);
  }

  /** What `rule` does where no override applies. */
  usual(rule: RuleMeta): Effective {
    const known = this.#plain.get(rule);
    if (known) return known;
    const effective = this.#merged(rule, []);
    this.#plain.set(rule, effective);
    return effective;
  }

  #merged(rule: RuleMeta, overrides: readonly ReadonlyMap<string, RuleSetting>[]): Effective {
    const layers = [this.configuration.rules.get(rule.id), ...overrides.map((rules) => rules.get(rule.id))];
    let level: Level = rule.severity;
    let options: Record<string, unknown> = Object.fromEntries(
      Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
    );
    for (const layer of layers) {
      if (!layer) continue;
      level = layer.level ?? level;
      options = { ...options, ...layer.options };
    }
    return { level: this.#levels.get(rule.id) ?? level, options };
  }
}
