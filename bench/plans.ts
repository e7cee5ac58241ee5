import { existsSync, readFileSync } from 'node:fs';
import { normalForm } from '../pipeline/normal/normal-form.ts';
import { readPlan } from '../pipeline/plan/read-plan.ts';
import { readQuantities } from '../pipeline/quantity/quantity.ts';

const REAL = new URL('../../shared/eval/plans/corpus/guowuyuan-2018.txt', import.meta.url);
const LENGTH = 20_000;
const HOSTILE_LENGTH = 5_000_000;
const ROUNDS = 31;

/** A real report where one is at hand, else an invented one of the same length. */
function report(): string {
  if (existsSync(REAL)) return readFileSync(REAL, 'utf8').slice(0, LENGTH);
  console.warn('measured on an invented report, since ../shared is not beside the project');
  const line =
    '加快城乡建设，新建农村公路3500公里，改造老旧小区15万户，力争污水治理率达到70%以上，城乡面貌明显改善。\n';
  return `一、2025年工作回顾\n${line.repeat(100)}二、2026年重点工作\n${line.repeat(300)}`.slice(0, LENGTH);
}

/** Median milliseconds of a call, after warm-up. */
function median(run: (round: number) => void): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now();
    run(round);
    return performance.now() - start;
  }).slice(ROUNDS >> 1);
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function once(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const text = report();
const { text: normal } = normalForm(text);
console.table({
  // The last text is kept, so each run gets one of its own.
  'normal form': { ms: median((round) => normalForm(`${text}${round}`)).toFixed(1) },
  quantities: { ms: median(() => readQuantities(normal)).toFixed(1) },
  'whole reading (level: 60)': {
    ms: median((round) => readPlan({ text: `${text}${round}`, year: 2018 })).toFixed(1),
  },
  'ten times the text': { ms: once(() => readPlan({ text: text.repeat(10), year: 2018 })).toFixed(0) },
  'a hundred times the text': { ms: once(() => readPlan({ text: text.repeat(100), year: 2018 })).toFixed(0) },
});
console.table(
  Object.fromEntries(
    ['增', '1', '一', '万', '、', '“', '《', '（', '\n', ' ', '1个', '1。', '将，', '\n1', '万元'].map(
      (character) => {
        const hostile = character.repeat(HOSTILE_LENGTH / character.length);
        return [
          JSON.stringify(character),
          { 'ms of 5 million (level: 2000)': once(() => readPlan({ text: hostile, year: 2026 })).toFixed(0) },
        ];
      },
    ),
  ),
);
