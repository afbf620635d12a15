// Where does the text cite its numbered list? Numbers in square brackets, or raised numbers where there are no brackets.

import type { Range } from '../base/range';
import { withSpans } from '../model/number-span';
import type { SourceFile } from '../model/source-file';
import { superscriptsOf } from '../model/superscript';
import type { ArticleList } from './list';

/** One bracket or one raised group, with the numbers it stands for in the order of the text. */
export interface Mark extends Range {
  readonly numbers: readonly number[];
  readonly style: 'bracket' | 'raised';
}

/** Raised groups that can cite the list, as the reader of articles finds them; one whose numbers are links is left as it is. */
function raisedMarks({ prose, text }: SourceFile, list: ArticleList): Mark[] {
  const highest = Math.max(...list.entries.map((one) => one.number));
  const groups = new Map<number, { start: number; end: number; numbers: number[] }>();
  for (const { group, start, numbers } of prose ? withSpans(text, superscriptsOf(prose, list)) : []) {
    if (group.start === start && /\d/.test(text[start] ?? '')) continue;
    const space = /^\s*/.exec(text.slice(group.start, group.start + 2))?.[0].length ?? 0;
    const known = groups.get(group.start);
    if (known) known.numbers.push(...numbers);
    else groups.set(group.start, { start: group.start + space, end: group.end, numbers: [...numbers] });
  }
  return [...groups.values()].flatMap((one): Mark[] =>
    one.numbers.some((number) => number <= highest) ? [{ ...one, style: 'raised' }] : [],
  );
}

/** The brackets that the reader of articles takes for citations of the list; those inside raised text reach to its ends. */
function bracketMarks(file: SourceFile): Mark[] {
  const marks = new Map<number, { start: number; end: number; numbers: number[]; style: 'bracket' | 'raised' }>();
  for (const citation of file.facts.citations) {
    if (citation.type !== 'number' || citation.mark === 'footnote' || !citation.isPlain) continue;
    const { group, numbers } = citation;
    if (!/[[\\［]/.test(file.text[group.start] ?? '')) continue;
    const known = marks.get(group.start);
    if (known) known.numbers.push(...numbers);
    else {
      const isRaised = file.text.slice(0, group.start).endsWith('<sup>') && file.text.startsWith('</sup>', group.end);
      const [start, end] = isRaised ? [group.start - 5, group.end + 6] : [group.start, group.end];
      marks.set(group.start, { start, end, numbers: [...numbers], style: isRaised ? 'raised' : 'bracket' });
    }
  }
  return [...marks.values()];
}

/** The citations of the list in the order of the text, and how many like them were not taken for citations. */
export interface Marks {
  readonly marks: readonly Mark[];
  readonly left: number;
  readonly style: Mark['style'];
}

/** An article uses one style: where both are found, the rarer one means something else. */
export function marksOf(file: SourceFile, list: ArticleList): Marks {
  const found = [...bracketMarks(file), ...raisedMarks(file, list)].sort((a, b) => a.start - b.start);
  const single = found.filter((one, index) => index === 0 || one.start >= (found[index - 1]?.end ?? 0));
  const raised = single.filter((one) => one.style === 'raised');
  const style = raised.length > single.length / 2 ? 'raised' : 'bracket';
  const marks = single.filter((one) => one.style === style);
  return { marks, left: single.length - marks.length, style };
}
