import { expect, test } from 'vitest';
import type { Section } from '../../../core/plan.ts';
import type { TaskChange } from '../../../core/tasks.ts';
import { compareTasks, type PlanText } from '../../../pipeline/compare/compare-tasks.ts';

/** A plan of sections, each a heading and its sentences. */
function plan(...sections: readonly (readonly [string, ...string[]])[]): PlanText {
  let text = '';
  const outline: Section[] = [];
  for (const [heading, ...sentences] of sections) {
    const start = text.length;
    text += `${heading}\n${sentences.join('')}\n`;
    outline.push({ level: 1, heading, start, end: text.length });
  }
  return { text, outline };
}

function told({ change, before, after, moved, shifts, unitsChanged, deadlineChanged }: TaskChange): string {
  const notes = [
    ...(moved ? ['moved'] : []),
    ...shifts.map((s) => `${s.before}→${s.after} ${s.shift}`),
    ...(unitsChanged ? ['units'] : []),
    ...(deadlineChanged ? ['deadline'] : []),
  ];
  return [change, ...notes, (after ?? before)?.text].join(' | ');
}

const ROADS = '推进山区农村公路提档升级，新改建农村公路900公里。';
const WATER = '实施河谷综合治理工程，完成三座水库除险加固。';

test('tells kept, reworded, new and dropped tasks', () => {
  const before = plan(['一、交通', ROADS, '开通环湖公交专线三条。'], ['二、水利', WATER]);
  const after = plan(
    ['一、交通', ROADS.replace('900', '1200')],
    ['二、水利', WATER, '建立排水管网巡查制度。'],
  );
  expect(compareTasks(before, after).map(told)).toEqual([
    `edited | ${ROADS.replace('900', '1200')}`,
    `same | ${WATER}`,
    'new | 建立排水管网巡查制度。',
    'dropped | 开通环湖公交专线三条。',
  ]);
});

test('tells a task that moved to another section from one whose section was renamed', () => {
  const lamps = '完成老城区路灯节能改造工程，惠及居民两万户。';
  const before = plan(['一、交通', ROADS, '开通环湖公交专线三条。', lamps], ['二、水利', WATER]);
  const after = plan(['三、建设交通强市', ROADS, '开通环湖公交专线三条。'], ['四、治水兴水', WATER, lamps]);
  expect(compareTasks(before, after).map(told)).toContain(`same | moved | ${lamps}`);
  expect(compareTasks(before, after).filter((c) => c.moved)).toHaveLength(1);
});

test('says when the words commit to more or to less', () => {
  const before = plan(['一、改革', '探索农村集体经济新模式。', '加快建设区域物流中心和冷链基地。']);
  const after = plan(['一、改革', '确保农村集体经济新模式全面见效。', '推进建设区域物流中心和冷链基地。']);
  expect(compareTasks(before, after).map(told)).toEqual([
    'edited | 探索→确保 firmer | 确保农村集体经济新模式全面见效。',
    'edited | 加快→推进 weaker | 推进建设区域物流中心和冷链基地。',
  ]);
});

test('takes the verb that governs, not any word of the ladder', () => {
  const before = plan(['一、科技', '加快建设高原作物研究基地和探索馆。']);
  const after = plan(['一、科技', '加快建设高原作物研究基地和探索馆二期。']);
  expect(compareTasks(before, after).flatMap((c) => c.shifts)).toEqual([]);
});

test('sees that another unit answers for a task and that its deadline moved', () => {
  const before = plan(['一、水利', '2030年底前完成全部病险水库除险加固。（责任单位：水务局、财政局）']);
  const after = plan(['一、水利', '2033年底前完成全部病险水库除险加固。（责任单位：农业农村局）']);
  expect(compareTasks(before, after, { before: 2030, after: 2031 }).map(told)).toEqual([
    'edited | units | deadline | 2033年底前完成全部病险水库除险加固。（责任单位：农业农村局）',
  ]);
});

test('does not call the end of the plan year another deadline one year on', () => {
  const before = plan(['一、水利', '2030年底前完成全部病险水库除险加固。']);
  const after = plan(['一、水利', '2031年底前完成全部病险水库除险加固。']);
  expect(compareTasks(before, after, { before: 2030, after: 2031 }).map(told)).toEqual([
    'edited | 2031年底前完成全部病险水库除险加固。',
  ]);
});

test('leaves out what looks back', () => {
  const past = plan(['一、过去一年工作回顾', WATER], ['二、今年重点工作', ROADS]);
  expect(compareTasks(past, past).map(told)).toEqual([`same | ${ROADS}`]);
});

test('the day of delivery and the day of signing are no tasks', () => {
  const of = (day: string) => ({
    text: `——${day}在某市人民代表大会第五次会议上\n办好城市运行管理服务平台。\n${day}`,
    outline: [],
  });
  expect(compareTasks(of('2025年2月11日'), of('2026年2月3日')).map(({ change }) => change)).toEqual(['same']);
});

test('a sentence of a hundred thousand clauses ends like any other', () => {
  const endless = '加快推进重点项目建设，'.repeat(100_000);
  const [change] = compareTasks({ text: endless, outline: [] }, { text: `${endless}今年完成`, outline: [] });
  expect(change?.change).toBe('edited');
});
