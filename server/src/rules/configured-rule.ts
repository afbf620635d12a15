// What does clinical-content.yaml say of rules, and is there such a rule with such an option?

import { isExcessive } from '../base/glob';
import { nearestOf } from '../base/near-miss';
import type { Reporter, RuleMeta } from '../lint/rule';
import type { SourceFile } from '../model/source-file';
import { itemsOf, valueAt, type YamlEntry, type YamlNode } from '../syntax/yaml-node';

interface Configured {
  readonly entry: YamlEntry;
  readonly rule: RuleMeta | undefined;
}

/** Every entry under `rules`, of the whole project and of its overrides. */
function configured(file: SourceFile, rules: readonly RuleMeta[]): Configured[] {
  const root = file.yaml?.documents[0]?.root;
  const maps: (YamlNode | undefined)[] = [
    valueAt(root, 'rules'),
    ...itemsOf(valueAt(root, 'overrides')).map((one) => valueAt(one, 'rules')),
  ];
  return maps.flatMap((map) =>
    map?.type === 'map'
      ? map.entries.map((entry) => ({ entry, rule: rules.find((one) => one.id === entry.key.source) }))
      : [],
  );
}

function optionsOf(entry: YamlEntry): YamlEntry[] {
  return entry.value?.type === 'map' ? entry.value.entries.filter((option) => option.key.source !== 'severity') : [];
}

/** Reports names of checks and options that do not exist: a misspelt `off` would switch nothing off. */
export function reportUnknownRules(file: SourceFile, rules: readonly RuleMeta[], report: Reporter): void {
  for (const { entry, rule } of configured(file, rules)) {
    if (!rule)
      unknown(
        entry,
        'check',
        rules.map((one) => one.id),
        report,
      );
    else
      for (const option of optionsOf(entry))
        if (!rule.options?.[option.key.source])
          unknown(option, `option of ${rule.id}`, Object.keys(rule.options ?? {}), report);
  }
}

function unknown({ key }: YamlEntry, what: string, known: readonly string[], report: Reporter): void {
  const near = nearestOf(key.source, known);
  const hint = near
    ? `Did you mean “${near}”?`
    : known.length > 0 && known.length < 6
      ? `There is ${known.map((one) => `“${one}”`).join(', ')}.`
      : 'Check its spelling or remove it.';
  report({
    start: key.start,
    end: key.end,
    message: `There is no ${what} called “${key.source}”. ${hint}`,
    suggestions: near
      ? [{ title: `Change to “${near}”`, edits: [{ start: key.start, end: key.end, text: near }] }]
      : [],
  });
}

/** Reports patterns that match nothing because they mean too much. */
export function reportComplexGlobs(file: SourceFile, report: Reporter): void {
  const root = file.yaml?.documents[0]?.root;
  const lists = ['include', 'ignore', 'references'].map((key) => valueAt(root, key));
  for (const one of itemsOf(valueAt(root, 'overrides'))) lists.push(valueAt(one, 'files'));
  for (const node of lists.flatMap((list) => itemsOf(list))) {
    if (node.type !== 'scalar' || !isExcessive(node.source)) continue;
    report({
      start: node.start,
      end: node.end,
      message: 'This pattern is too long, or stands for too many others, and is not used. Write a simpler one.',
    });
  }
}

/** Reports options whose value is of another type than the default. */
export function reportWrongOptions(file: SourceFile, rules: readonly RuleMeta[], report: Reporter): void {
  for (const { entry, rule } of configured(file, rules)) {
    for (const { key, value } of optionsOf(entry)) {
      const option = rule?.options?.[key.source];
      const given = value?.type === 'scalar' ? typeof value.value : value?.type;
      if (!option || !value || given === (Array.isArray(option.default) ? 'list' : typeof option.default)) continue;
      const kind =
        typeof option.default === 'number'
          ? 'a number'
          : typeof option.default === 'boolean'
            ? 'true or false'
            : 'a text';
      report({
        start: value.start,
        end: value.end,
        message: `“${key.source}” takes ${kind}, such as ${JSON.stringify(option.default)}.`,
      });
    }
  }
}
