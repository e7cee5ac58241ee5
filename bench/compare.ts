import { compareTargets } from '../pipeline/compare/compare-targets.ts';
import { compareTasks } from '../pipeline/compare/tasks/compare-tasks.ts';
import { diffParagraphs } from '../pipeline/diff/diff-paragraphs.ts';
import { diffText } from '../pipeline/diff/diff-text.ts';
import { readPlan } from '../pipeline/plan/read-plan.ts';

const THINGS =
  '农村公路 高标准农田 老旧小区 污水管网 公办幼儿园 社区养老中心 充电桩 口袋公园 小型水库 村卫生室 产业园区 标准厂房'.split(
    ' ',
  );
const PLACES = '山区 河谷 老城区 沿湖 北片 南片 新区 古镇 矿区 库区'.split(' ');
const UNITS = '公里 万亩 个 公里 所 家 个 处 座 家 个 万平方米'.split(' ');
const VERBS = '加快 推进 实施 确保 探索'.split(' ');

/** An invented report of about `length` characters; the same year always gives the same report. */
function reportOf(year: number, length: number): string {
  const lines = [
    `青川省${year}年政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，全省生产总值增长${6 + (year % 3)}.1%，城镇新增就业52万人。`,
    `二、${year}年目标任务`,
    `今年的主要预期目标是：地区生产总值增长${5 + (year % 2)}.5%左右，城镇新增就业${50 + (year % 7)}万人以上，城镇调查失业率5.5%${year % 2 ? '以内' : '左右'}。`,
  ];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const thing = THINGS[i % THINGS.length];
    const place = PLACES[(i * 7) % PLACES.length];
    const verb = VERBS[(i + (i % 5 === 0 ? year : 0)) % VERBS.length];
    const amount = 100 + ((i * 37 + year * (i % 3)) % 900);
    const line = `${verb}${place}${thing}提质工程第${i}期，新建${place}${thing}${amount}${UNITS[i % UNITS.length]}，完善管护机制，让群众得到更多实惠。统筹做好规划衔接、资金保障和要素供给，健全部门协同、上下联动的工作格局，形成齐抓共管的合力。`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('\n');
}

/** Median milliseconds of a call, after warm-up. */
function median(call: () => unknown, runs = 15): number {
  for (let i = 0; i < 5; i++) call();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return Number((times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0).toFixed(1));
}

const [before, after] = [reportOf(2030, 20_000), reportOf(2031, 20_000)];
const input = (text: string) => ({ text, issuer: '青川省人民政府' });
const [old, young] = [readPlan(input(before)), readPlan(input(after))];
const unlike = [before.split('').reverse().join('').repeat(10), after.repeat(10)] as const;

console.table({
  'read and compare two reports of 20,000 characters': {
    ms: median(() => compareTargets(readPlan(input(before)), readPlan(input(after)))),
  },
  'of that, compare': { ms: median(() => compareTargets(old, young)) },
  'follow the tasks': {
    ms: median(() =>
      compareTasks({ text: before, outline: old.outline }, { text: after, outline: young.outline }),
    ),
  },
  'diff by paragraphs': { ms: median(() => diffParagraphs(before, after)) },
  'diff by words': { ms: median(() => diffText(before, after)) },
  'diff two unrelated texts of 200,000 characters': { ms: median(() => diffText(...unlike), 3) },
});
