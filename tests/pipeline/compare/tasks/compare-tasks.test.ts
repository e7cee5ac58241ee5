import { expect, test } from 'vitest';
import type { Section } from '../../../../core/plan.ts';
import type { TaskChange } from '../../../../core/tasks.ts';
import { compareTasks } from '../../../../pipeline/compare/tasks/compare-tasks.ts';
import { type PlanText, readTasks } from '../../../../pipeline/compare/tasks/read-tasks.ts';
import { readPlan } from '../../../../pipeline/plan/read-plan.ts';

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

test.each([
  ['加大农田水利设施投入力度。', '加强农田水利设施投入。'],
  ['落实支持民营经济发展的政策。', '鼓励、支持、引导民营经济发展。'],
  ['严格落实安全生产责任。', '加强安全生产工作。'],
  ['为加快推进港口整合，成立工作专班。', '为推进港口整合，成立工作专班。'],
  ['研究生公寓改造完成二期。', '加快公寓改造完成二期。'],
  ['实施方案评估和中期检查。', '加快方案评估和中期检查。'],
])('sees no other commitment between %s and %s', (before, after) => {
  const [old, young] = [before, after].map((task) => plan(['一、工作', task]));
  expect(old && young && compareTasks(old, young).flatMap((c) => c.shifts)).toEqual([]);
});

test.each([
  ['鼓励和引导社会力量办养老。', '加快社会力量办养老。', '鼓励→加快 firmer'],
  ['支持电商、快递进村。', '加快电商、快递进村。', '支持→加快 firmer'],
  ['探索跨境结算、推进港口整合。', '探索跨境结算、研究港口整合。', '推进→研究 weaker'],
])('sees the other commitment between %s and %s', (before, after, shift) => {
  const [old, young] = [before, after].map((task) => plan(['一、工作', task]));
  const shifts = old && young ? compareTasks(old, young).flatMap((c) => c.shifts) : [];
  expect(shifts.map((s) => `${s.before}→${s.after} ${s.shift}`)).toEqual([shift]);
});

test('takes a task that was split, or two that were merged, for neither new nor dropped', () => {
  const [lamps, pipes] = ['完成老城区路灯节能改造工程', '更换沿河片区老化供水管道'];
  const whole = plan(['一、城建', `${lamps}，${pipes}。`, ROADS]);
  const parts = plan(['一、城建', `${lamps}。`, `${pipes}。`, ROADS]);
  expect(compareTasks(whole, parts).map(({ change }) => change)).toEqual(['edited', 'edited', 'same']);
  expect(compareTasks(parts, whole).map(({ change }) => change)).toEqual(['edited', 'same', 'edited']);
});

test.each([
  ['（市住建局牵头，市财政局、各区县政府配合）', ['市住建局', '市财政局', '各区县政府']],
  ['（市住建局、市城管局，2031年6月底前完成）', ['市住建局', '市城管局']],
  [
    '（责任单位：市人力资源和社会保障局和市财政局；完成时限：2031年6月底前）',
    ['市人力资源和社会保障局', '市财政局'],
  ],
  ['【市住建局牵头负责】', ['市住建局']],
  ['责任单位：市住建局、市财政局（市水务局按职责配合）', ['市住建局', '市财政局', '市水务局']],
  ['\n牵头单位：市住建局；配合单位：市财政局', ['市住建局', '市财政局']],
  ['（责任部门：市交通委（市道运局）、市交警总队）', ['市交通委', '市道运局', '市交警总队']],
  ['（一期）', []],
  ['（市长负责）', []],
])('reads who answers for a task: %s', (behind, units) => {
  const tasks = readTasks({ text: `推进老旧管网改造。${behind}`, outline: [] });
  expect(tasks.map((task) => task.units)).toEqual([units]);
});

test.each([
  ['6月底前完成管网改造。', '6月底前'],
  ['2031年第三季度前完成管网改造，年底前通水。', '2031年第三季度前'],
  ['力争10月份投入运营体检平台。', '10月份'],
  ['于2031年3月31日前报送方案。', '2031年3月31日前'],
  ['到2035年建成全部管网。', '到2035年'],
  ['完善2031年防汛预案，推进管网改造。', null],
  ['落实7月1日起施行的管网条例。', null],
  ['贷款还本付息政策延长至明年3月底。', null],
  ['推动实现2035年远景目标起好步。', null],
  ['巩固去年底建成的管网。', null],
])('reads by when a task is to be done: %s', (text, deadline) => {
  expect(readTasks({ text, outline: [] })[0]?.deadline).toBe(deadline);
});

test('leaves out what stands around a plan and what its speaker says to the assembly', () => {
  const around = [
    '2031年青川省政府工作报告',
    '时间：2031-02-01 来源：青川日报',
    '（新华社青川3月22日电）',
    '各位代表！让我们团结起来，奋力谱写崭新篇章。',
  ];
  expect(readTasks({ text: [...around, WATER].join('\n'), outline: [] }).map(({ text }) => text)).toEqual([
    WATER,
  ]);
});

test('sees where a report turns to its plans, whatever its headings say', () => {
  const text = `一、砥砺前行\n过去一年，全省建成三座水库。\n今年是新规划的开局之年，重点做好以下工作：\n${WATER}`;
  const identity = readPlan({ text: '', title: '2031年青川省政府工作报告' }).identity;
  const { outline } = readPlan({ text });
  expect(readTasks({ text, outline, identity }).map((task) => task.text)).not.toContain(
    '过去一年，全省建成三座水库。',
  );
});

test('knows a unit by all ways of writing it and by its later name', () => {
  const before = plan(['一、水利', '完成全部病险水库除险加固。（市发展和改革委员会、市环境保护局负责）']);
  const after = plan(['一、水利', '完成全部病险水库除险加固。（市发改委、市生态环境局负责）']);
  expect(compareTasks(before, after).map(({ unitsChanged }) => unitsChanged)).toEqual([false]);
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

test.each(['（市', '（', '【市】', '。（市）', '牵头、', '加快'])('reads millions of %s', (piece) => {
  expect(readTasks({ text: piece.repeat(1_500_000), outline: [] }).length).toBeLessThan(4000);
});

test('a sentence of a hundred thousand clauses ends like any other', () => {
  const endless = '加快推进重点项目建设，'.repeat(100_000);
  const [change] = compareTasks({ text: endless, outline: [] }, { text: `${endless}今年完成`, outline: [] });
  expect(change?.change).toBe('edited');
});
