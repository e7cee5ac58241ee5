import type { Element } from 'domhandler';
import { type NumberForm, writtenNumber } from '../list-number.ts';
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

function written(value: number, format: string): string {
  return writtenNumber(value, FORMS.find(([pattern]) => pattern.test(format))?.[1] ?? 'decimal');
}

const FORMS: readonly (readonly [RegExp, NumberForm])[] = [
  [/^(?:chinese|ideograph|japaneseCounting|taiwanese)/, 'chinese'],
  [/^decimalEnclosedCircle/, 'circle'],
  [/^upperLetter$/, 'upper'],
  [/^lowerLetter$/, 'lower'],
];
