import type { Element } from 'domhandler';
import { attribute, children, down } from '../xml.ts';

/** Gives the numbers that a word processor counts itself, paragraph by paragraph, in document order. */
export interface Numbering {
  /** The number in front of a paragraph, such as 一、; empty where it has none. */
  readonly next: (paragraph: Element, style: string) => string;
}

interface Level {
  readonly format: string;
  /** Such as `第%1章` or `%1.%2`. */
  readonly text: string;
  readonly start: number;
  readonly style: string | null;
}

const DEEPEST = 9;

/**
 * Read the numbering of a Word document (ISO/IEC 29500-1, 17.9).
 *
 * @param numbering the part `numbering.xml`, null where there is none
 * @param styles    the part `styles.xml`: a style may number its paragraphs
 */
export function readNumbering(numbering: Element | null, styles: Element | null): Numbering {
  const abstract = new Map<string, Level[]>();
  for (const one of numbering === null ? [] : children(numbering, 'abstractNum'))
    abstract.set(
      attribute(one, 'abstractNumId') ?? '',
      children(one, 'lvl').slice(0, DEEPEST).map(readLevel),
    );
  const lists = new Map<string, string>();
  for (const one of numbering === null ? [] : children(numbering, 'num'))
    lists.set(attribute(one, 'numId') ?? '', attribute(down(one, 'abstractNumId'), 'val') ?? '');
  const styled = stylesOf(styles);
  const counts = new Map<string, number[]>();

  return {
    next: (paragraph, style) => {
      const own = down(paragraph, 'pPr', 'numPr');
      const id = attribute(down(own, 'numId'), 'val') ?? styled.get(style)?.list;
      if (id === undefined || id === '0') return '';
      const list = lists.get(id);
      const levels = list === undefined ? undefined : abstract.get(list);
      if (list === undefined || levels === undefined) return '';
      const byStyle = levels.findIndex((level) => level.style === style && style !== '');
      const at = Number(
        attribute(down(own, 'ilvl'), 'val') ?? (byStyle >= 0 ? byStyle : (styled.get(style)?.level ?? 0)),
      );
      return number(levels, at, countsOf(counts, list));
    },
  };
}

function countsOf(counts: Map<string, number[]>, list: string): number[] {
  const known = counts.get(list) ?? [];
  counts.set(list, known);
  return known;
}

/** Count one on at a level, and write its number with those of the levels above. */
function number(levels: readonly Level[], at: number, counts: number[]): string {
  const level = levels[at];
  if (level === undefined) return '';
  counts[at] = (counts[at] ?? level.start - 1) + 1;
  counts.length = at + 1;
  if (level.format === 'bullet' || level.format === 'none') return '';
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const above = levels[Number(digit) - 1];
    return above === undefined ? '' : written(counts[Number(digit) - 1] ?? above.start, above.format);
  });
}

function readLevel(level: Element): Level {
  return {
    format: attribute(down(level, 'numFmt'), 'val') ?? 'decimal',
    text: attribute(down(level, 'lvlText'), 'val') ?? '',
    start: Number(attribute(down(level, 'start'), 'val') ?? 1) || 1,
    style: attribute(down(level, 'pStyle'), 'val'),
  };
}

function stylesOf(styles: Element | null): Map<string, { list: string; level: number }> {
  const found = new Map<string, { list: string; level: number }>();
  for (const style of styles === null ? [] : children(styles, 'style')) {
    const numbered = down(style, 'pPr', 'numPr');
    const list = attribute(down(numbered, 'numId'), 'val');
    const level = Number(attribute(down(numbered, 'ilvl'), 'val') ?? 0);
    if (list !== null) found.set(attribute(style, 'styleId') ?? '', { list, level });
  }
  return found;
}

const DIGITS = '〇一二三四五六七八九';

function written(value: number, format: string): string {
  if (/^(?:chinese|ideograph|japaneseCounting|taiwanese)/.test(format)) return inChinese(value);
  if (/^decimalEnclosedCircle/.test(format) && value <= 20) return String.fromCodePoint(0x245f + value);
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCodePoint((format === 'upperLetter' ? 0x40 : 0x60) + (((value - 1) % 26) + 1));
    return letter;
  }
  return String(value);
}

/** 1 to 99 as headings count: 一, 十, 十一, 二十. */
function inChinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}
