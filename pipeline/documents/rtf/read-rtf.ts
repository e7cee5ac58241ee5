import type { Block } from '../../../core/article.ts';
import { paragraphBlock } from '../document-blocks.ts';
import { groupAfter, OUTERMOST, type RtfGroup } from './rtf-group.ts';
import { rtfTable } from './rtf-table.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** Words that stand for a character. */
const CHARACTERS = new Map(
  Object.entries({
    ...{ tab: ' ', line: '\n', '~': ' ', _: '-', emspace: ' ', enspace: ' ', nestcell: ' ', nestrow: '\n' },
    ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  }),
);
/** Encodings by the number of a font's character set, and of a code page. */
const OF_FONT = new Map([
  [134, 'gb18030'],
  [136, 'big5'],
]);
const OF_PAGE = new Map([
  [936, 'gb18030'],
  [950, 'big5'],
  [65001, 'utf-8'],
]);
/** What styles of headings are called, with their level. */
const HEADING = /^\s*(?:heading|标题)\s?([1-6])\s?;/i;

/**
 * Read an RTF file (Rich Text Format Specification 1.9.1): its paragraphs and tables, without heads, feet, notes, hidden
 * words and pictures. By hand: of the libraries those that are kept up read what mail programs put into it, and no tables.
 *
 * @throws {ExtractError} ATTACHMENT_TOO_LARGE
 */
export function readRtf(bytes: Uint8Array): Block[] {
  const blocks: Block[] = [];
  const table = rtfTable();
  const fonts = new Map<number, string>();
  const headings = new Map<number, number>();
  const around: RtfGroup[] = [];
  let group = OUTERMOST;
  let page = 'windows-1252';
  /** Bytes not yet decoded: a character may be made of several pieces. */
  let pending = '';
  let text = '';
  let skip = 0;
  let level = 0;
  let inTable = false;

  const say = (said: string) => {
    if (group.shown && !group.hidden) text += said;
  };
  const decode = () => {
    if (pending === '') return;
    const read = new TextDecoder(fonts.get(group.font) ?? page).decode(Buffer.from(pending, 'latin1'));
    pending = '';
    say(read);
    const heading = group.table === 'styles' ? HEADING.exec(read)?.[1] : undefined;
    if (heading !== undefined) headings.set(group.style, Number(heading));
  };
  const endParagraph = () => {
    if (inTable) return say('\n');
    blocks.push(...table.close(), ...paragraphBlock(text, level));
    text = '';
  };
  const act = (word: string, value: number) => {
    if (word === 'ansicpg') page = OF_PAGE.get(value) ?? page;
    else if (word === 'fcharset' && group.table === 'fonts')
      fonts.set(group.font, OF_FONT.get(value) ?? page);
    if (!group.shown) return;
    if (word === 'par' || word === 'sect') endParagraph();
    else if (word === 'pard') [inTable, level] = [false, 0];
    else if (word === 'intbl') inTable = true;
    else if (word === 's') level = headings.get(value) ?? level;
    else if (word === 'outlinelevel') level = value < 6 ? value + 1 : 0;
    else if (word === 'cell') {
      table.cell(text);
      text = '';
    } else table.tell(word, value);
  };

  for (const token of rtfTokens(Buffer.from(bytes).toString('latin1'))) {
    if (token.kind === 'bytes') {
      const kept = token.bytes.slice(skip);
      skip -= token.bytes.length - kept.length;
      pending += kept;
      continue;
    }
    decode();
    skip = 0;
    if (token.kind === 'open') around.push(group);
    else if (token.kind === 'close') group = around.pop() ?? group;
    else {
      const { word, value } = token;
      group = groupAfter(group, word, value);
      say(word === 'u' ? String.fromCharCode((value ?? 0) & 0xffff) : (CHARACTERS.get(word) ?? ''));
      if (word === 'u') skip = group.instead;
      act(word, value ?? 0);
    }
  }
  decode();
  inTable = false;
  endParagraph();
  return blocks;
}
