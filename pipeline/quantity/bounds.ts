import type { Comparator } from '../../core/plan.ts';
import { type ComparatorWord, comparatorBefore, comparatorBehind } from './comparators.ts';
import type { Unit } from './units.ts';

/** A number with its unit and bound, as it stands in a text in normal form. */
export interface Quantity {
  /** From the comparator before it to the one behind it. */
  readonly start: number;
  readonly end: number;
  /** The number alone, without comparators, and behind its unit. */
  readonly numberStart: number;
  readonly unitEnd: number;
  readonly value: number;
  readonly value2: number | null;
  readonly unit: Unit | null;
  readonly comparator: Comparator;
  /** Written with Chinese numerals only (三个), where slogans and list counts are common. */
  readonly chinese: boolean;
}

/** What was read at an offset, and where reading goes on. */
export interface Found {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

/** A number with its unit, before its bounds are known. */
export interface Amount {
  readonly value: number;
  readonly value2: number | null;
  readonly unit: Unit | null;
  readonly over: boolean;
  readonly chinese: boolean;
}

const WITHIN: ComparatorWord = { comparator: '<=', length: 1 };

/** Attach the comparators that stand right before and behind. */
export function bounded(text: string, at: number, unitEnd: number, amount: Amount): Found {
  const before = comparatorBefore(text, at);
  // A time has its bound in 内 alone: 压缩到3个工作日内.
  const within =
    amount.unit?.kind === 'time' && /^内(?:$|[，。；、）])/.test(text.slice(unitEnd, unitEnd + 2));
  const behind = within ? WITHIN : comparatorBehind(text, unitEnd);
  const { value, value2, unit, chinese } = amount;
  const over = amount.over ? '>' : '=';
  // 突破50种以上 reaches its bound.
  const first = before?.comparator === '>' && behind?.comparator === '>=' ? behind : (before ?? behind);
  const comparator = value2 === null ? (first?.comparator ?? over) : 'range';
  const end = unitEnd + (behind?.length ?? 0);
  const start = at - (before?.length ?? 0);
  return {
    end,
    quantities: [{ start, end, numberStart: at, unitEnd, value, value2, unit, comparator, chinese }],
  };
}
