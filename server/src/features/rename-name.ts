// May an id or a citation key be called this?

import { definitionsOf } from '../index/definition';
import { referencesByKey } from '../index/reference';
import type { EntityKind } from '../model/facts';
import type { FeatureContext } from './context';
import { Refusal } from './refusal';

export type Renamed =
  | { readonly type: 'id'; readonly kind: EntityKind; readonly name: string }
  | { readonly type: 'key'; readonly name: string };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;
/** Words that YAML reads as something else than text. */
const NO_WORD = /^(?:true|false|null|yes|no|on|off|~)$/i;

/** @throws Refusal with what to write instead. */
export function checkNewName(context: FeatureContext, renamed: Renamed, newName: string): void {
  if (renamed.type === 'id') checkId(context, renamed.kind, renamed.name, newName);
  else checkKey(context, renamed.name, newName);
}

function checkId({ project }: FeatureContext, kind: EntityKind, name: string, newName: string): void {
  if (!SLUG.test(newName) || NO_WORD.test(newName))
    throw new Refusal(
      `“${newName}” cannot be an id: write small letters, digits and single hyphens, such as central-sensitisation.`,
    );
  const taken = newName !== name ? definitionsOf(project.workspace, kind, newName)[0] : undefined;
  if (taken) throw new Refusal(`There is already a ${kind} “${newName}” in ${taken.path}. Choose another id.`);
}

function checkKey({ project }: FeatureContext, name: string, newName: string): void {
  if (!KEY.test(newName) || NO_WORD.test(newName))
    throw new Refusal(
      `“${newName}” cannot be a citation key: write letters and digits, joined by single signs such as - or :, as in smith-2021.`,
    );
  if (/^\d+$/.test(newName))
    throw new Refusal(`“${newName}” cannot be a citation key: a number alone would be taken for a numbered citation.`);
  const taken = newName !== name ? referencesByKey(project.workspace, newName)[0] : undefined;
  if (taken) throw new Refusal(`There is already a reference “${newName}” in ${taken.path}. Choose another key.`);
}
