// Runs the steps of a composite action as a runner of GitHub does; steps that use other actions are noted, not run.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './npm';

export interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly 'continue-on-error'?: boolean;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Values by dotted name: `inputs.paths`, `github.event_name`, `steps.check.outputs.sarif`. */
type Values = Record<string, string>;

function evaluated(expression: string, values: Values): unknown {
  const names = /\b(?:inputs|steps|github|runner)(?:\.[\w-]+)+/g;
  const source = expression
    .replace(names, (name) => `(${JSON.stringify(values[name] ?? '')})`)
    .replace(/(?<![!=])==(?!=)/g, '===');
  const contains = (list: readonly unknown[], one: unknown) => list.includes(one);
  return new Function('contains', 'fromJSON', `return ${source}`)(contains, JSON.parse);
}

function filled(text: string, values: Values): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression) => String(evaluated(expression, values)));
}

export interface Outcome {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What other actions were used with, by their names without version. */
  readonly used: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface RunnerOptions {
  readonly inputs: Readonly<Record<string, string>>;
  /** Further values, such as `github.event_name`. */
  readonly values?: Values;
  /** Actions that fail when they are used. */
  readonly failing?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly workspace: string;
  /** An empty folder. */
  readonly temporary: string;
}

/** Runs an action to its end, or to the first step that fails. */
export function runAction(action: Action, options: RunnerOptions): Outcome {
  const { workspace, temporary, failing = [] } = options;
  const values: Values = { 'runner.os': 'Linux', 'github.run_id': '7', 'github.run_attempt': '1', ...options.values };
  for (const [name, input] of Object.entries(action.inputs))
    values[`inputs.${name}`] = options.inputs[name] ?? input.default;
  const summary = join(temporary, 'summary');
  writeFileSync(summary, '');
  const used = new Map<string, Record<string, string>>();
  let log = '';
  let code = 0;
  for (const [index, step] of action.runs.steps.entries()) {
    if (code !== 0 || (step.if !== undefined && evaluated(step.if, values) !== true)) continue;
    const name = step.uses?.replace(/@.*/, '');
    if (name !== undefined) {
      const given = Object.entries(step.with ?? {}).map(([key, text]) => [key, filled(text, values)]);
      used.set(name, Object.fromEntries(given));
      const isFailed = failing.includes(name);
      values[`steps.${step.id}.outcome`] = isFailed ? 'failure' : 'success';
      if (isFailed && !step['continue-on-error']) code = 1;
      continue;
    }
    const script = join(temporary, `step-${index}.sh`);
    const output = join(temporary, `output-${index}`);
    writeFileSync(script, step.run ?? '');
    writeFileSync(output, '');
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, text]) => [key, filled(text, values)]));
    const ran = run(workspace, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      ...options.env,
      ...env,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temporary,
    });
    log += ran.out + ran.err;
    code = ran.code ?? 1;
    for (const line of readFileSync(output, 'utf8').split('\n')) {
      const at = line.indexOf('=');
      if (at > 0) values[`steps.${step.id}.outputs.${line.slice(0, at)}`] = line.slice(at + 1);
    }
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, values)]);
  return { code, log, summary: readFileSync(summary, 'utf8'), outputs: Object.fromEntries(outputs), used };
}
