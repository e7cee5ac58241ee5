import { bare, simplify } from '../fold.ts';
import type { Line } from '../tree/line.ts';

/** Titles shorter than this must be headings, word for word: 秋夜. */
const SHORT = 4;
/** What a line is worth that says just what is declared. */
const EXACT = 2.6;

/** The line, best a heading, that says the most of a declared title. */
export function printedTitle(lines: readonly Line[], titles: readonly string[]): Line | null {
  const all = titles.map(bare);
  const wanted = all.filter((title) => title.length >= SHORT);
  const letters = new Set(all.join(''));
  let best: Line | null = null;
  let bestScore = 0;
  for (const line of lines) {
    if (line.hidden !== null || line.text.length > 200 || line.weight < 2 || line.rows !== null) continue;
    if (isParagraph(line) || !mayBegin(line.text, letters) || isSecondLine(line.text)) continue;
    const text = bare(line.text);
    const isShort = text.length < SHORT;
    if (isShort && (line.heading === 0 || !all.includes(text))) continue;
    const share = isShort ? EXACT : Math.max(0, ...wanted.map((title) => agreement(text, title)));
    if (share === 0) continue;
    const score = share * kindOfLine(line);
    if (score > bestScore) {
      best = line;
      bestScore = score;
    }
  }
  return best;
}

/** What says so much is text, though a title may have been made of how it begins. */
function isParagraph({ heading, stops, weight }: Line): boolean {
  return heading === 0 && stops > 1 && weight > 80;
}

/** A cheap look: whether the first letter of a line is in any of the titles at all, or stands in a bracket before. */
function mayBegin(text: string, letters: ReadonlySet<string>): boolean {
  if (/^[[【]/.test(text)) return true;
  const at = text.search(/[\p{L}\p{N}]/u);
  const first = text[at] ?? '';
  return first !== '' && (letters.has(first) || letters.has(simplify(first.toLowerCase())));
}

/** Zero unless one begins or wholly contains the other; else how much of the longer they share. */
function agreement(line: string, title: string): number {
  if (line === title) return EXACT;
  if (title.startsWith(line)) return line.length >= 0.3 * title.length ? 0.8 + line.length / title.length : 0;
  if (title.includes(line)) return line.length >= 0.5 * title.length ? 0.5 + line.length / title.length : 0;
  // Titles are cut short in the head of some pages.
  if (title.length >= 8 && line.startsWith(title)) return 0.8 + title.length / line.length;
  // A label stands before it: [徒步].
  if (title.length >= 8 && line.endsWith(title) && title.length > 0.6 * line.length)
    return title.length / line.length;
  return 0;
}

function kindOfLine(line: Line): number {
  if (line.linked > 0.5 || line.box.role === 'chrome') return 0.3;
  if (line.heading === 1) return 3;
  if (line.heading > 0) return 2;
  if (NAMED_TITLE.test(line.box.mark)) return 2.2;
  return line.strong > 0.5 ? 1.3 : 1;
}

/** ——解读… is the subtitle of what stands above it, however much of the declared title it says. */
export function isSecondLine(text: string): boolean {
  return /^[—―─–-]{2}/.test(text);
}

/** Whether a line stands alone in a box named for a title. */
export function isNamedTitle(line: Line): boolean {
  return NAMED_TITLE.test(line.box.mark) && isShaped(line);
}

/** Titles ask and exclaim, but have no full stops. */
export function isShaped({ text, stops, weight }: Line): boolean {
  return weight < 80 && stops <= 2 && !text.includes('。');
}

const NAMED_TITLE = /title|biaoti|headline|[\s_-](?:bt|tit|tt)(?=[\s_-])/;
