import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, runCli } from '../helpers/cli.ts';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/clean', `${name}.html`);
const base64 = (name: string) => readFileSync(fixture(name)).toString('base64');

describe('planwatch clean', () => {
  it('prints what the page is, its facts and its text', async () => {
    const { code, stdout } = await runCli(['clean', fixture('trs-portal')]);
    expect(code).toBe(0);
    expect(stdout).toContain('article: 5 paragraphs\ntitle: 云川市2024年现代农业发展工作要点\n');
    expect(stdout).toContain('source: 云川市农业农村局\n');
    expect(stdout).not.toContain('打印本页');
  });

  it('reads stdin, and gives the whole article as JSON', async () => {
    const { stdout } = await runCli(['clean', '--json', '-'], {
      input: readFileSync(fixture('ucap-document'), 'utf8'),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'article',
      fields: { documentNumber: '云政发〔2024〕5号' },
    });
  });

  it('previews as Markdown and explains as HTML', async () => {
    const preview = await runCli(['clean', '--preview', fixture('targets-table')]);
    expect(preview.stdout).toContain('| 民生 | 城镇新增就业 | 万人 | 3.1 | 3以上 |');
    const explained = await runCli(['clean', '--explain', fixture('dedecms-article')]);
    expect(explained.stdout).toMatch(/^<!doctype html>/);
    expect(explained.stdout).toContain('class="kept"');
  });

  it('takes rules from the command line', async () => {
    const file = fixture('people-daily');
    const { stdout } = await runCli([
      'clean',
      file,
      '--select',
      '.rm_txt_con',
      '--remove',
      '.edit',
      '.paper_num',
    ]);
    expect(stdout).toContain('title: 云川：做好土特产文章');
    expect(stdout).toContain('汛情偏重');
    const wrong = await runCli(['clean', file, '--select', '.gone']);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('RULE_MATCHED_NOTHING');
  });

  it('answers JSON lines in order, one bad line among them, and nothing else', async () => {
    const lines = [
      { id: 1, url: null, htmlBase64: base64('gbk-br-report') },
      { id: 2, htmlBase64: base64('list-dates'), contentType: 'text/html; charset=utf-8' },
      { id: 'x', html: 'no' },
      { id: 4, htmlBase64: base64('login-page') },
      { id: 5, htmlBase64: '' },
    ];
    const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
    const { code, stdout } = await runCli(['clean', '--jsonl'], { input });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toEqual([
      expect.objectContaining({
        id: 1,
        kind: 'article',
        title: '云川市二〇二三年政府工作报告',
        author: null,
      }),
      expect.objectContaining({ id: 2, kind: 'list', text: '' }),
      expect.objectContaining({ id: 'x', error: expect.objectContaining({ code: 'BAD_LINE' }) }),
      expect.objectContaining({ id: 4, kind: 'shell' }),
      { id: 5, kind: 'shell', title: null, published: null, source: null, author: null, text: '' },
    ]);
  });

  it('says which file cannot be read', async () => {
    await inFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.html'), '<p>x');
      const { code, stderr } = await runCli(['clean', 'b.html'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('NO_FILE: Cannot read b.html');
    });
  });
});
