import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtStatements } from '../../web/parts/segments.ts';
import { statement } from '../helpers/news.ts';

const at = (start: number, end: number) => statement('', { start, end });
const shown = (text: string, offset: number, spans: [number, number][]) =>
  cutAtStatements(
    text,
    offset,
    spans.map(([start, end]) => at(start, end)),
  )
    .map((part) => (part.statements.length === 0 ? part.text : `[${part.text}]${part.statements.length}`))
    .join('');

describe('cutAtStatements', () => {
  it('marks quotes where they stand', () => {
    expect(shown('目标是增长5%，就业稳定。', 0, [[3, 7]])).toBe('目标是[增长5%]1，就业稳定。');
  });

  it('counts offsets from the beginning of the article', () => {
    expect(shown('增长5%。', 100, [[100, 104]])).toBe('[增长5%]1。');
  });

  it('cuts overlapping and nested quotes into stretches', () => {
    expect(
      shown('abcdef', 0, [
        [0, 4],
        [2, 6],
        [1, 2],
      ]),
    ).toBe('[a]1[b]2[cd]2[ef]1');
  });

  it('shows one quote read twice once', () => {
    const [only, ...rest] = cutAtStatements('分别增长5%、6%', 0, [at(0, 10), at(0, 10)]);
    expect([only?.starting.length, rest]).toEqual([2, []]);
  });

  it('marks the part of a quote that lies in this piece', () => {
    expect(shown('abc', 10, [[5, 12]])).toBe('[ab]1c');
  });

  it('never loses or doubles text', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(20), fc.array(span), (text, offset, spans) => {
        const parts = cutAtStatements(
          text,
          offset,
          spans.map(([start, end]) => at(start, end)),
        );
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
