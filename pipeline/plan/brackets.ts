import type { Quantity } from '../quantity/bounds.ts';
import type { Clause } from './read-clause.ts';
import { clauseFrame, type Frame } from './time/frame.ts';

/** What a clause says of its time before the bracket a number stands in, or null: 实际已开工118项（其中，11项提前）. */
export function aroundBracket(
  { words, start }: Clause,
  quantity: Quantity,
  year: number | null,
): Frame | null {
  const open = words.lastIndexOf('（', quantity.start - start);
  if (open < 0 || words.lastIndexOf('）', quantity.start - start) > open) return null;
  const frame = clauseFrame(words.slice(0, open), year);
  return frame.kind === null ? null : frame;
}

/** 30万亩（小麦5万亩、玉米25万亩），产量…: the last number of a bracket, behind which the whole goes on. */
export function endsBracket({ words, start }: Clause, quantity: Quantity): boolean {
  const inside = words.slice(0, quantity.start - start);
  if (inside.lastIndexOf('（') <= inside.lastIndexOf('）')) return false;
  return /^[^\d（）]*）/.test(words.slice(quantity.end - start));
}
