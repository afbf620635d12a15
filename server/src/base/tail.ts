// What is left of a text without certain signs at its end? In one pass: a pattern such as /[.,]+$/ tries every row of signs anew.

/** The text without any of `signs` at its end. */
export function withoutTail(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1] as string)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** The text without any of `signs` at either end. */
export function withoutEnds(text: string, signs: string): string {
  const rest = withoutTail(text, signs);
  let start = 0;
  while (start < rest.length && signs.includes(rest[start] as string)) start++;
  return start === 0 ? rest : rest.slice(start);
}
