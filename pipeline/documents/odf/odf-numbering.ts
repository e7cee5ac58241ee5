import type { Element } from 'domhandler';
import { type NumberForm, writtenNumber } from '../list-number.ts';
import { attribute, localName } from '../xml.ts';
import type { OdfStyles } from './odf-styles.ts';

/** Gives the numbers that the program counts itself, item by item, in document order. */
export interface OdfNumbering {
  /** A list of a style begins; one that does not go on with the one before counts from its start. */
  readonly begin: (list: Element, style: string) => void;
  /** The number of an item, such as 一、; empty where it has none. */
  readonly next: (style: string, level: number, start: string | null) => string;
}

/** The name under which the levels of headings are kept. */
export const OUTLINE = '';

/**
 * Count as lists of an OpenDocument text do (OASIS ODF 1.3, part 3, 5.3 and 16.31).
 *
 * @param styles whose lists have a style for each level
 */
export function odfNumbering({ lists }: OdfStyles): OdfNumbering {
  const counts = new Map<string, number[]>();
  const countsOf = (style: string): number[] => {
    const known = counts.get(style) ?? [];
    counts.set(style, known);
    return known;
  };
  return {
    begin: (list, style) => {
      const goesOn =
        attribute(list, 'continue-numbering') === 'true' || attribute(list, 'continue-list') !== null;
      if (!goesOn) counts.delete(style);
    },
    next: (style, level, start) => {
      const levels = lists.get(style) ?? [];
      const own = styleOf(levels, level);
      const count = countsOf(style);
      const first = Number(start ?? attribute(own, 'start-value') ?? 1) || 1;
      count[level] = start !== null || count[level] === undefined ? first : count[level] + 1;
      count.length = level + 1;
      return own === null ? '' : written(levels, own, level, count);
    },
  };
}

function styleOf(levels: readonly Element[], level: number): Element | null {
  return levels.find((style) => attribute(style, 'level') === String(level)) ?? null;
}

function written(levels: readonly Element[], own: Element, level: number, counts: readonly number[]): string {
  const format = attribute(own, 'num-format') ?? '';
  if (/bullet|image/.test(localName(own)) || format === '') return '';
  const numberAt = (at: number) =>
    writtenNumber(counts[at] ?? 1, formOf(attribute(styleOf(levels, at), 'num-format') ?? ''));
  // Newer programs write the whole form down: 第%1%章.
  const form = attribute(own, 'num-list-format');
  if (form !== null) return form.replace(/%(\d{1,2})%/g, (_, at: string) => numberAt(Number(at)));
  const shown = Math.min(level, Number(attribute(own, 'display-levels') ?? 1) || 1);
  const numbers = Array.from({ length: shown }, (_, at) => numberAt(level - shown + 1 + at)).join('.');
  return `${attribute(own, 'num-prefix') ?? ''}${numbers}${attribute(own, 'num-suffix') ?? ''}`;
}

/** A form is written as it begins: `一, 二, 三, ...`. */
function formOf(format: string): NumberForm {
  if (/^[一壹甲]/.test(format)) return 'chinese';
  if (format.startsWith('①')) return 'circle';
  return format === 'A' ? 'upper' : format === 'a' ? 'lower' : 'decimal';
}
