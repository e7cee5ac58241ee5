import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import type { Io } from '../../app/io.ts';
import { runProgram } from '../../app/program.ts';

const BEFORE = `青川市2030年政府工作报告
一、2029年工作回顾
过去一年，全市生产总值增长6.1%。
二、2030年目标任务
今年的主要预期目标是：全市生产总值增长6.5%左右；城镇新增就业3万人以上；城镇调查失业率5.5%以内；单位生产总值能耗下降3%。
新改建农村公路300公里，改造老旧小区45个。`;
const AFTER = `青川市2031年政府工作报告
一、2030年工作回顾
过去一年，全市生产总值增长6.6%。
二、2031年目标任务
今年的主要预期目标是：地区生产总值增长6%—6.5%；城镇新增就业3万人以上；城镇调查失业率5.5%左右；单位生产总值能耗下降3.5%。
新改建农村公路420公里，新增公办幼儿园学位2000个。
我们要牢记为民宗旨，改进工作作风，把每一件实事办到群众心坎上，以实干实绩向全市人民交出一份满意的答卷。
各位代表，新的一年任务艰巨，让我们团结一心、埋头苦干，为建设宜居宜业的新青川而努力奋斗。`;

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'compare-'));
  await writeFile(join(cwd, 'before.txt'), BEFORE);
  await writeFile(join(cwd, 'after.html'), page(AFTER));
  await writeFile(join(cwd, 'empty.html'), page('请稍候'));
});

function page(text: string): string {
  const [title = '', ...lines] = text.split('\n');
  const body = lines.map((line) => `<p>${line}</p>`).join('');
  return `<html><head><title>${title}</title></head><body><h1>${title}</h1><div>${body}</div></body></html>`;
}

/** One command line, with what it printed. */
async function run(args: readonly string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io: Io = {
    stdin: Readable.from([stdin]),
    stdout,
    stderr,
    env: {},
    cwd,
    interactive: false,
    columns: 110,
    pid: 1,
    isAlive: () => true,
    onStop: () => {},
  };
  const [out, err] = [readText(stdout), readText(stderr)];
  const code = await runProgram(args, io);
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

test('compare shows both plans side by side with their words', async () => {
  const { code, out } = await run(['compare', 'before.txt', 'after.html']);
  expect(code).toBe(0);
  expect(out).toMatch(/▼ .*增长6.5%左右.*增长6–6.5%/);
  expect(out).toMatch(/◆ .*5.5%以内.*5.5%左右/);
  expect(out).toContain('改造老旧小区45个');
  expect(out).not.toMatch(/^│ = /m);
});

test('compare lists unchanged targets too when asked, in English when asked', async () => {
  const { out } = await run(['compare', 'before.txt', 'after.html', '--all', '--lang', 'en']);
  expect(out).toMatch(/│ = .*unchanged/);
});

test('compare --tasks tells what became firmer with the old and the new word in one line', async () => {
  await writeFile(join(cwd, 'one.txt'), '一、2030年重点工作\n探索农村集体经济新模式。\n开通环湖公交专线。');
  await writeFile(join(cwd, 'two.txt'), '一、2031年重点工作\n推进农村集体经济新模式。\n开通环湖公交专线。');
  const { out } = await run(['compare', 'one.txt', 'two.txt', '--tasks']);
  expect(out).toContain('▲ 力度加强 探索 → 推进\n  [-探索-]{+推进+}农村集体经济新模式。');
});

test('compare --json gives both plans and every change', async () => {
  const { out } = await run(['compare', 'before.txt', 'after.html', '--json']);
  const { changes } = JSON.parse(out);
  expect(changes.map((c: { change: string }) => c.change).sort()).toEqual(
    ['lowered', 'same', 'comparator', 'raised', 'raised', 'dropped', 'new'].sort(),
  );
});

test('compare --jsonl answers each line in order and goes on after one it cannot read', async () => {
  const good = {
    id: 1,
    before: { text: BEFORE, year: 2030 },
    after: {
      htmlBase64: Buffer.from(page(AFTER)).toString('base64'),
      year: 2031,
    },
  };
  const lines = [
    JSON.stringify(good),
    '{"id": 2, "before": {}}',
    'nonsense',
    JSON.stringify({ ...good, id: 4 }),
  ];
  const { code, out } = await run(['compare', '--jsonl'], `${lines.join('\n')}\n`);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual([1, 2, null, 4]);
  expect(answers[1].error.code).toBe('BAD_LINE');
  expect(answers[0].changes).toEqual(answers[3].changes);
  expect(Object.keys(answers[0])).toEqual(['id', 'changes']);
  expect(Object.keys(answers[0].changes[0])).toEqual(['change', 'indicator', 'entity', 'before', 'after']);
  expect(Object.keys(answers[0].changes[0].after)).toEqual(
    'quote start end indicator entity kind comparator value value2 unit metric direction deadline'.split(' '),
  );
});

test('compare refuses a page without an article instead of calling every target dropped', async () => {
  expect(await run(['compare', 'before.txt', 'empty.html'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('NO_TEXT'),
  });
});

test('compare says what is wrong with its arguments', async () => {
  expect(await run(['compare', 'before.txt'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Give two files'),
  });
  expect(await run(['compare', 'before.txt', 'gone.txt'])).toMatchObject({ code: 2 });
  expect(await run(['compare', 'before.txt', 'after.html', '--lang', 'fr'])).toMatchObject({ code: 2 });
});
