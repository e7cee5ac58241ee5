import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DiffPart } from '../../../core/change.ts';
import { diffText } from '../../../pipeline/diff/diff-text.ts';

const MARKS = { same: '', removed: '-', added: '+' } as const;

/** A diff in one string: `[-6%左右][+5%以上]`. */
function shown(before: string, after: string): string {
  return diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${MARKS[kind]}${text}]`))
    .join('');
}

function joined(parts: readonly DiffPart[], side: 'removed' | 'added'): string {
  return parts.filter((p) => p.kind === 'same' || p.kind === side).reduce((text, p) => text + p.text, '');
}

test('changes a number together with its unit and bound', () => {
  expect(shown('全市生产总值增长6%左右，就业稳定。', '全市生产总值增长5.5%以上，就业稳定。')).toBe(
    '全市生产总值增长[-6%左右][+5.5%以上]，就业稳定。',
  );
  expect(shown('粮食产量不低于30亿斤。', '粮食产量31亿斤以上。')).toBe(
    '粮食产量[-不低于30亿斤][+31亿斤以上]。',
  );
});

test.each([
  ['新增风电10GW', '新增风电12GW', '新增风电[-10GW][+12GW]'],
  ['泊位吞吐量5万标准箱', '泊位吞吐量6万标准箱', '泊位吞吐量[-5万标准箱][+6万标准箱]'],
  ['每周4班次', '每周6班次', '每周[-4班次][+6班次]'],
  ['约3/4的乡镇', '约2/3的乡镇', '[-约3/4][+约2/3]的乡镇'],
  ['不超过十分之一', '不超过五分之一', '[-不超过十分之一][+不超过五分之一]'],
  ['浓度35微克/立方米以下', '浓度32微克/立方米以下', '浓度[-35微克/立方米以下][+32微克/立方米以下]'],
  ['消耗0.5吨标准煤', '消耗0.4吨标准煤', '消耗[-0.5吨标准煤][+0.4吨标准煤]'],
  ['2031年6月30日前完成', '2031年9月30日前完成', '[-2031年6月30日][+2031年9月30日]前完成'],
  ['建设5G基站', '建设6G基站', '建设[-5G][+6G]基站'],
  ['降幅３％', '降幅４％', '降幅[-３％][+４％]'],
])('takes number, unit and bound for one: %s', (before, after, diff) => {
  expect(shown(before, after)).toBe(diff);
});

test('changes a range as a whole', () => {
  expect(shown('增长6%—6.5%。', '增长6%左右。')).toBe('增长[-6%—6.5%][+6%左右]。');
});

test('keeps two numbers in a row as two changes', () => {
  expect(shown('分别增长6%、5%。', '分别增长7%、4%。')).toBe('分别增长[-6%][+7%]、[-5%][+4%]。');
});

test('changes a title and a document number as a whole', () => {
  expect(shown('落实《河谷治理办法》要求。', '落实《河谷保护办法》要求。')).toBe(
    '落实[-《河谷治理办法》][+《河谷保护办法》]要求。',
  );
  expect(shown('根据青政发〔2030〕4号执行。', '根据青政办发〔2031〕12号执行。')).toBe(
    '根据[-青政发〔2030〕4号][+青政办发〔2031〕12号]执行。',
  );
});

test('compares Chinese by words, not by characters', () => {
  expect(shown('做好毕业生工作', '做好大学生工作')).toBe('做好[-毕业生][+大学生]工作');
});

test('joins changes with only a comma or a 的 between them', () => {
  expect(shown('推进古老的河谷治理工程。', '保护美丽的山林生态系统。')).toBe(
    '[-推进古老的河谷治理工程][+保护美丽的山林生态系统]。',
  );
});

test('shows an added sentence and an added paragraph as nothing but added', () => {
  expect(shown('修路。\n种树。', '修路。建桥。\n挖渠。\n种树。')).toBe('修路。[+建桥。\n挖渠。]\n种树。');
});

test('says nothing of two empty texts and one part of two equal ones', () => {
  expect(diffText('', '')).toEqual([]);
  expect(diffText('种树', '种树')).toEqual([{ kind: 'same', text: '种树' }]);
});

test('gives both texts back exactly, whatever they are', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '增长',
      '5%',
      '6.5%左右',
      '。',
      '，',
      '\n',
      '《办法》',
      '青政发〔2030〕4号',
      '的',
      ' ',
      'GDP',
      '一百个',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('\ud800', '\udc00', '𠮷', '①', '〔', '《', '2030'),
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffText(before, after);
      expect(joined(parts, 'removed')).toBe(before);
      expect(joined(parts, 'added')).toBe(after);
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('ends on hostile texts, giving what has nothing in common as replaced', () => {
  for (const [a, b] of [
    ['增'.repeat(400_000), '长'.repeat(400_000)],
    ['1'.repeat(400_000), '2'.repeat(400_000)],
    ['《'.repeat(400_000), '一'.repeat(400_000)],
    ['修路。'.repeat(100_000), '种树\n'.repeat(100_000)],
  ] as const) {
    const parts = diffText(a, b);
    expect(joined(parts, 'removed')).toBe(a);
    expect(joined(parts, 'added')).toBe(b);
  }
});
