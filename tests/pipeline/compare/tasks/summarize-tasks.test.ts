import { expect, test } from 'vitest';
import { compareTasks } from '../../../../pipeline/compare/tasks/compare-tasks.ts';
import { summarizeTasks } from '../../../../pipeline/compare/tasks/summarize-tasks.ts';

const plain = (text: string) => ({ text, outline: [] });

test('every task is counted under all that can be said of it, and the merely reworded are not kept', () => {
  const before = plain(
    '探索农村集体经济新模式。推进社区食堂建设和运营管理。建设城市运行管理服务平台。修缮县级文物保护单位。',
  );
  const after = plain(
    '推进农村集体经济新模式。推进社区食堂建设和日常运营管理。建设城市运行管理服务平台。举办全省青年技能大赛。',
  );
  const { counts, changes } = summarizeTasks(compareTasks(before, after));
  expect(counts).toEqual({
    firmer: 1,
    weaker: 0,
    deadline: 0,
    units: 0,
    moved: 0,
    new: 1,
    dropped: 1,
    edited: 2,
    same: 1,
  });
  expect(changes.map(({ change, after: task }) => [change, task?.text ?? null])).toEqual([
    ['edited', '推进农村集体经济新模式。'],
    ['new', '举办全省青年技能大赛。'],
    ['dropped', null],
  ]);
});

test('what is kept is bounded whatever the texts hold, and its offsets still slice back', () => {
  const endless = `加快${'建设重点项目和配套设施'.repeat(2000)}`;
  const many = Array.from({ length: 900 }, (_, i) => `开展第${i}号${i * 7919}专题调研活动。`).join('');
  const text = many + endless;
  const { counts, changes } = summarizeTasks(compareTasks(plain(''), plain(text)));
  expect(counts.new).toBe(901);
  expect(changes).toHaveLength(100);
  const long = summarizeTasks(compareTasks(plain(''), plain(endless))).changes[0]?.after;
  expect(long?.text.length).toBe(400);
  expect(endless.slice(long?.start, long?.end)).toBe(long?.text);
});
