import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, runCli } from '../helpers/cli.ts';

const PLAN = [
  '云川省2026年政府工作要点',
  '2026年，地区生产总值增长5%以上，新建农村公路3000公里，实施100个5亿元以上重点项目。',
].join('\n');

describe('targets', () => {
  it('answers each line with the contract, in order, and goes on behind a line it cannot read', async () => {
    const lines = [{ id: 'a', text: PLAN }, { id: 'b' }, { id: 'c', text: '天气晴。' }].map((line) =>
      JSON.stringify(line),
    );
    const { code, stdout } = await runCli(['targets', '--jsonl'], {
      input: `${lines.join('\n')}\nnot json\n`,
    });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers[0].plan).toEqual({
      issuer: '云川省人民政府',
      region: '云川省',
      series: '云川省人民政府 工作要点',
      year: 2026,
    });
    expect(answers[0].statements[0]).toEqual({
      quote: '地区生产总值增长5%以上',
      start: 21,
      end: 33,
      indicator: '地区生产总值增速',
      entity: null,
      kind: 'target',
      comparator: '>=',
      value: 5,
      value2: null,
      unit: '%',
      metric: 'growth',
      direction: 'up',
      deadline: 2026,
    });
    expect(answers[1]).toMatchObject({ id: 'b', error: { code: 'BAD_LINE' } });
    expect(answers[2]).toEqual({ id: 'c', plan: null, statements: [] });
    expect(answers[3]).toMatchObject({ id: null, error: { code: 'BAD_LINE' } });
  });

  it('reads a page as well as a text', async () => {
    const body = PLAN.split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('');
    const filler = '<p>各部门要抓好落实，确保各项工作任务按时完成，及时报告进展情况和存在的困难。</p>'.repeat(
      4,
    );
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>云川省2026年政府工作要点</title></head><body><h1>云川省2026年政府工作要点</h1><div class="article">${body}${filler}</div></body></html>`;
    const input = `${JSON.stringify({ id: 1, htmlBase64: Buffer.from(html).toString('base64'), url: 'https://gov.example/a.html' })}\n`;
    const { stdout } = await runCli(['targets', '--jsonl'], { input });
    const { plan, statements } = JSON.parse(stdout);
    expect(plan?.year).toBe(2026);
    expect(statements.filter((s: { kind: string }) => s.kind === 'target')).toHaveLength(3);
  });

  it('prints a table of targets, and the context with its rule if asked', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'plan.txt');
      await writeFile(file, PLAN);
      const short = await runCli(['targets', file]);
      expect(short.stdout).toContain('◎ 3个目标');
      expect(short.stdout).toContain('新建农村公路');
      expect(short.stdout).not.toContain('[threshold]');
      const long = await runCli(['targets', file, '--all', '--lang', 'en']);
      expect(long.stdout.replace(/[│\s]/g, '')).toContain('[threshold]');
    });
  });

  it('lets no page move the cursor, colour the screen or turn numbers round', async () => {
    await inFolder(async (folder) => {
      const page = PLAN.replace('2026年政府', '2026年\u001b[31m政府').replace('新建', '新建\u202e\u2066');
      await writeFile(join(folder, 'plan.txt'), page);
      const { stdout } = await runCli(['targets', 'plan.txt', '--all'], { cwd: folder });
      expect(stdout).toContain('3000公里');
      expect(stdout).not.toMatch(/[\u001b\u202e\u2066]/);
    });
  });

  it('names the file or the year it cannot use', async () => {
    expect(await runCli(['targets', 'no-such-file.txt'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no-such-file.txt'),
    });
    expect(await runCli(['targets', '--year', 'soon'], { input: PLAN })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--year soon'),
    });
  });
});
