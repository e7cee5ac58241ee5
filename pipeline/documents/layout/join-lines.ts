import { numberedLevel } from '../../clean/make-blocks.ts';
import { lineText, type PrintedLine } from './page-lines.ts';

/** A line, and the page it stands on. */
export interface PlacedLine {
  readonly line: PrintedLine;
  readonly page: number;
}

/** A paragraph, and its level as a heading; 0 for text. */
export interface JoinedParagraph {
  readonly text: string;
  readonly level: number;
}

/** How text is set on pages of one width. */
export interface Setting {
  readonly left: number;
  /** Where full lines end. */
  readonly right: number;
  readonly size: number;
  /** From line to line. */
  readonly step: number;
}

/**
 * Join printed lines to paragraphs.
 *
 * A line goes on in the next where it is full, and the next neither is indented nor stands further off than lines do,
 * is of the same size, and begins no numbered part. Lines of a title are centred, so none of them is full.
 */
export function joinLines(
  lines: readonly PlacedLine[],
  setting: (page: number) => Setting,
): JoinedParagraph[] {
  const paragraphs: { readonly texts: string[]; readonly first: PlacedLine; last: PlacedLine }[] = [];
  for (const placed of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && goesOn(open.last, placed, setting(placed.page))) {
      open.texts.push(lineText(placed.line));
      open.last = placed;
    } else paragraphs.push({ texts: [lineText(placed.line)], first: placed, last: placed });
  }
  return paragraphs.map(({ texts, first: { line, page } }) => {
    const text = texts.reduce((whole, next) => `${whole}${parted(whole, next) ? ' ' : ''}${next}`);
    return { text, level: headingLevel(text, line.size, setting(page).size) };
  });
}

/** Latin words at the end and the beginning of lines are two; digits are one number. */
function parted(above: string, below: string): boolean {
  return /[A-Za-z,]$/.test(above) && /^[A-Za-z]/.test(below);
}

function goesOn(above: PlacedLine, below: PlacedLine, { left, right, size, step }: Setting): boolean {
  const [a, b] = [above.line, below.line];
  const text = lineText(b);
  if (Math.abs(a.size - b.size) > 0.12 * Math.max(a.size, b.size)) return false;
  const full = a.right >= right - 2.2 * a.size;
  const indented = b.left > left + 1.2 * b.size;
  const apart = above.page === below.page && b.base - a.base > 1.35 * Math.max(step, size);
  if (!full || indented || apart) return false;
  const ended = /[。！？；：.!?;:]$/.test(lineText(a));
  return !(ended && (numberedLevel(text) > 0 || /^(?:\d{1,2}[.、．]|附\s?[件表录])/.test(text)));
}

/**
 * The margins that most lines keep to, the size of most letters, and the usual step.
 *
 * @param lines of pages of one width
 * @param width of these pages
 */
export function settingOf(lines: readonly PrintedLine[], width: number): Setting {
  const size = weightedMode(lines.map((line) => [line.size, line.right - line.left]));
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.12 * size);
  const long = body.filter(({ left, right }) => right - left > 0.5 * width);
  const steps = body.slice(1).flatMap((line, at) => {
    const step = line.base - (body[at]?.base ?? 0);
    return step > 0 ? [step] : [];
  });
  return {
    size,
    left: body.reduce((least, { left }) => Math.min(least, left), width),
    right:
      quantile(
        long.map(({ right }) => right),
        0.9,
      ) ?? width,
    step: quantile(steps, 0.5) ?? 1.5 * size,
  };
}

function quantile(values: number[], part: number): number | null {
  return values.sort((a, b) => a - b)[Math.floor(part * values.length)] ?? null;
}

/** The value, to half a point, that most weight lies on. */
function weightedMode(pairs: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of pairs) {
    const key = Math.round(2 * value) / 2;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return [...weights].reduce((most, one) => (one[1] > most[1] ? one : most), [0, -1])[0];
}

/** A short line in letters clearly larger than those of the text is a heading, whatever it says. */
function headingLevel(text: string, size: number, usual: number): number {
  return size > 1.15 * usual && text.length <= 60 && !/[。；]/.test(text) ? (size > 1.35 * usual ? 1 : 2) : 0;
}
