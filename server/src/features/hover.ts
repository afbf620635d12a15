// What does the thing under the cursor mean? Markdown for a person who did not write it.

import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Range } from '../base/range';
import { papersOf } from '../index/same-paper';
import { identifierOf } from '../model/cited-name';
import { addressOf, labelOf } from '../model/identifier';
import { describeKey, describeValue } from '../schema/describe';
import type { FeatureContext } from './context';
import { rulePage } from './diagnostics';
import { describeEntity } from './entity-text';
import { escaped, linked } from './markdown-text';
import { toRange } from './protocol-shape';
import { describeReferences } from './reference-text';
import { subjectOf } from './subject';
import { type Target, targetAt } from './target';

/** The hover at an offset, or undefined where there is nothing to say. */
export function hover(context: FeatureContext, offset: number): Hover | undefined {
  const target = targetAt(context, offset);
  const value = target && textFor(context, target);
  return value
    ? { contents: { kind: MarkupKind.Markdown, value }, range: toRange(context.lines, shownRange(target)) }
    : undefined;
}

function shownRange(target: Target): Range {
  return target.type === 'citation' ? target.citation : target;
}

function textFor(context: FeatureContext, target: Target): string | undefined {
  const subject = subjectOf(context, target);
  if (subject?.type === 'references') return describeReferences(context, subject);
  if (subject?.type === 'entity') return describeEntity(context, subject);
  switch (target.type) {
    case 'citation': {
      const identifier = identifierOf(target.citation);
      if (!identifier) return undefined;
      const link = linked(
        `${labelOf(identifier.scheme)} ${identifier.value}`,
        addressOf(identifier.scheme, identifier.value),
      );
      const [paper] = papersOf(context.project.workspace, identifier.scheme, identifier.value);
      const state = paper
        ? `${paper.title ? `“${escaped(paper.title)}”, by` : 'Known to'} references.lock.json.`
        : 'Nobody has verified it yet.';
      return `${link}\n\nThis citation names the paper itself. No reference file of this repository lists it. ${state}`;
    }
    case 'key':
      return target.schema && describeKey(target.key, target.schema);
    case 'value':
      return target.schema && valueText(target.value, target.schema);
    case 'rule':
      return ruleText(context, target.id);
    default:
      return undefined;
  }
}

function valueText(value: string, schema: Parameters<typeof describeValue>[1]): string | undefined {
  const meaning = describeValue(value, schema);
  return meaning && `**${escaped(value)}** — ${escaped(meaning)}`;
}

const LEVELS = { error: 'an error', warning: 'a warning', info: 'information', hint: 'a hint' } as const;

function ruleText(context: FeatureContext, id: string): string | undefined {
  const rule = context.rules.find((one) => one.id === id);
  if (!rule) return undefined;
  const fixable = rule.fixable ? ' It can be fixed automatically.' : '';
  return `**${escaped(rule.id)}** — ${escaped(rule.summary)}\n\nBy default ${LEVELS[rule.severity]}.${fixable} ${linked('More about this check', rulePage(rule.id))}`;
}
