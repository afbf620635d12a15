// Is a value from outside this run a finding, with all that is asked of one?

import type { Finding } from './finding';

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info', 'hint'];
const CONFIDENCES: readonly unknown[] = ['high', 'medium', 'low'];
const TAGS: readonly unknown[] = [undefined, 'unnecessary', 'deprecated'];

type Properties = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { start, end } = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= Number(start) && Number(start) <= Number(end);
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isFix(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value.title) &&
    isListOf(value.edits, (edit) => isRange(edit) && isObject(edit) && isText(edit.text))
  );
}

function isTarget(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.type === 'reference') return isText(value.key);
  if (value.type === 'entity') return isText(value.kind) && isText(value.id);
  return value.type === 'range' && isRange(value.range);
}

function isRelated(value: unknown): boolean {
  return isObject(value) && isText(value.path) && isText(value.message) && isTarget(value.target);
}

/** Whether a value is a finding. What it says may be of another text. */
export function isFinding(value: unknown): value is Finding {
  if (!isRange(value) || !isObject(value)) return false;
  const { rule, message, severity, confidence, tag, fix, suggestions, related } = value;
  return (
    isText(rule) &&
    isText(message) &&
    SEVERITIES.includes(severity) &&
    CONFIDENCES.includes(confidence) &&
    TAGS.includes(tag) &&
    (fix === undefined || isFix(fix)) &&
    (suggestions === undefined || isListOf(suggestions, isFix)) &&
    (related === undefined || isListOf(related, isRelated))
  );
}
