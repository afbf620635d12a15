// Who wrote the article, where its own text says so beyond doubt?

import type { Block, ProseFile } from '../syntax/prose';
import { unescaped } from './escape';

export interface Author {
  readonly name: string;
  readonly qualifications?: readonly string[];
}

const TITLE = '(?:(?:Assoc(?:iate|\\.) )?(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss)\\.? )';
const NAME = `${TITLE}{0,2}\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*| (?:van|von|de|der|den|del|da|di|la|le)){0,3} \\p{Lu}[\\p{L}'’-]+`;
const BY = new RegExp(`^(?:[Bb]y|(?:Written by|Authors?):?) (${NAME}(?:(?:,? and |, | & )${NAME}){0,9})$`, 'u');
const ALONE = new RegExp(`^${TITLE}${NAME}$`, 'u');
/** Blocks at the beginning among which a line with the author is looked for. */
const FIRST_BLOCKS = 5;

function words(prose: ProseFile, block: Block | undefined): string {
  return block ? unescaped(prose.text.slice(block.start, block.end)).replace(/[*_]/g, '').trim() : '';
}

/** “Dr. Jane Smith” and “Dr Jane Smith is …” name the same person. */
function withoutDots(text: string): string {
  return text.replaceAll('.', '');
}

/** `By A B and C D` below the title, or behind the list a name alone, above a paragraph that begins with it. */
export function authorsIn(prose: ProseFile, lastOfList: number): Author[] {
  for (const block of prose.blocks.slice(0, FIRST_BLOCKS)) {
    const names = BY.exec(words(prose, block))?.[1];
    if (names) return names.split(/,? and |, | & /).map((name) => ({ name }));
  }
  for (let i = lastOfList + 1; i < prose.blocks.length; i++) {
    const name = words(prose, prose.blocks[i]);
    const about = words(prose, prose.blocks[i + 1]);
    if (!ALONE.test(name) || !withoutDots(about).startsWith(`${withoutDots(name)} `)) continue;
    const listed = prose.blocks
      .slice(i + 2, i + 5)
      .map((block) => /^Qualifications: (.+)$/.exec(words(prose, block))?.[1])
      .find((found) => found !== undefined);
    return [{ name, ...(listed && { qualifications: listed.split(/,\s*/) }) }];
  }
  return [];
}
