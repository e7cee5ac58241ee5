import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffParagraphs, type Hunk } from '../../../pipeline/diff/diff-paragraphs.ts';

const ROADS = '加快农村公路建设，新改建农村公路900公里，让山区群众出行更方便。';
const WATER = '实施河谷治理工程，完成三座水库除险加固，城乡供水保证率达到95%。';
const SCHOOLS = '办好人民满意的教育，新建中小学12所，新增学位1.5万个。';
const HEALTH = '推进县域医共体建设，改造村卫生室200家，家庭医生签约率稳步提高。';

function shown({ kind, parts, skipped }: Hunk): string {
  const text = parts
    .map((p) => (p.kind === 'same' ? p.text : `[${p.kind === 'added' ? '+' : '-'}${p.text}]`))
    .join('');
  return `${skipped > 0 ? `(${skipped}) ` : ''}${kind}: ${text}`;
}

function told(before: readonly string[], after: readonly string[]): string[] {
  return diffParagraphs(before.join('\n'), after.join('\n')).map(shown);
}

test('shows an edited paragraph with its neighbours and counts what it leaves out', () => {
  expect(
    told(
      [HEALTH, ROADS, WATER, SCHOOLS, '各项工作按时完成。'],
      [HEALTH, ROADS, WATER, SCHOOLS.replace('12所', '15所'), '各项工作按时完成。'],
    ),
  ).toEqual([
    `(2) same: ${WATER}`,
    'edited: 办好人民满意的教育，新建中小学[-12所][+15所]，新增学位1.5万个。',
    'same: 各项工作按时完成。',
  ]);
});

test('says that a paragraph moved instead of removed here and added there', () => {
  expect(told([ROADS, WATER, SCHOOLS, HEALTH], [HEALTH, ROADS, WATER, SCHOOLS])).toEqual([
    `moved: ${HEALTH}`,
    `same: ${ROADS}`,
  ]);
});

test('shows what was edited in a paragraph that moved as well', () => {
  expect(told([ROADS, WATER, SCHOOLS], [SCHOOLS.replace('12所', '15所'), ROADS, WATER])).toEqual([
    'moved: 办好人民满意的教育，新建中小学[-12所][+15所]，新增学位1.5万个。',
    `same: ${ROADS}`,
  ]);
});

test('keeps a rewritten paragraph and an unrelated one apart', () => {
  expect(told([ROADS, WATER], [ROADS, HEALTH])).toEqual([
    `same: ${ROADS}`,
    `removed: [-${WATER}]`,
    `added: [+${HEALTH}]`,
  ]);
});

test('finds nothing in two texts that differ in blank lines only', () => {
  expect(diffParagraphs(`${ROADS}\n\n${WATER}\n`, `${ROADS}\n${WATER}`)).toEqual([]);
});

test('accounts for every paragraph of both texts exactly once', () => {
  const text = fc.array(
    fc.constantFrom(ROADS, WATER, SCHOOLS, HEALTH, SCHOOLS.replace('12', '15'), '种树。'),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const hunks = diffParagraphs(before.join('\n'), after.join('\n'));
      const changed = hunks.filter((h) => h.kind !== 'same');
      const from = changed.flatMap((h) => h.from ?? []);
      const to = changed.flatMap((h) => h.to ?? []);
      expect(new Set(from).size).toBe(from.length);
      expect(new Set(to).size).toBe(to.length);
      expect(before.length - from.length).toBe(after.length - to.length);
    }),
  );
});

test('ends on texts of ten thousand unrelated paragraphs', () => {
  const lines = (word: string) =>
    Array.from({ length: 10_000 }, (_, i) => `${word}${i}的说明在这里写得足够长`);
  expect(told(lines('道路'), lines('水利')).length).toBeGreaterThan(10_000);
});

test('ends on texts of two hundred thousand unrelated lines', () => {
  const lines = (word: string) => Array.from({ length: 200_000 }, (_, i) => `${word}${i}`).join('\n');
  expect(diffParagraphs(lines('河'), lines('山'))).toHaveLength(400_000);
});
