// Whom does a field of authors name? One person as exports should write it, several on one line, or a body with commas in its name.

import type { CslName } from './csl';

/** Initials, as in `Ward, A. B.`: up to five letters. */
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,5}$/u;
const FAMILY = /^(?=[^\d]*$)\p{L}[\p{L}\p{M}’' -]{1,40}$/u;
const SUFFIX = /^(?:jr|sr|[iv]{1,4}|[23](?:nd|rd)|m\.?d\.?|ph\.?d\.?)\.?$/i;
/** Words that no person is called. */
const BODY =
  /\b(?:academy|agency|alliance|associations?|boards?|cent(?:er|re)s?|clinics?|collaborat(?:ion|ors)|college|committee|consortium|council|department|division|federation|foundation|groups?|hospitals?|institut(?:e|es|ion)|investigators|ministry|national|networks?|office|organi[sz]ation|panel|programme|project|services?|society|task force|team|trust|union|universit(?:y|ies)|world)\b/i;

/** One name: `Smith, Jane A., Jr.` in parts; a body, and whatever else is no person's name, as it is written. */
function nameOf(written: string): CslName {
  const parts = written.split(',').map((part) => part.trim());
  const [family = '', given, suffix] = parts;
  const isPerson = parts.length < 3 || (parts.length === 3 && SUFFIX.test(suffix ?? ''));
  if (given === undefined || family === '' || !isPerson || BODY.test(family)) return { literal: written };
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

/** `Ward, A., Hill, B., Lee, C.`: families and initials in turn. */
function pairsIn(written: string): CslName[] | undefined {
  const parts = written.split(',').map((part) => part.trim().replace(/^(?:and|&)\s+/, ''));
  if (parts.length < 4 || parts.length % 2 !== 0) return undefined;
  const names: CslName[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const [family = '', given = ''] = [parts[i], parts[i + 1]];
    if (!FAMILY.test(family) || !INITIALS.test(given)) return undefined;
    names.push({ family, given });
  }
  return names;
}

/** The people or bodies that a field names. Nothing of it is lost: what cannot be parted stays as it is written. */
export function namesOf(written: string): CslName[] {
  const listed = written
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  if (listed.length > 1) return listed.flatMap(namesOf);
  const pairs = pairsIn(written);
  if (pairs) return pairs;
  const joined = written.split(/\s(?:and|&)\s/).map((part) => part.trim());
  const arePeople = joined.length > 1 && joined.every((part) => part.includes(',') && !BODY.test(part));
  return arePeople ? joined.flatMap((part) => pairsIn(part) ?? [nameOf(part)]) : [nameOf(written)];
}
