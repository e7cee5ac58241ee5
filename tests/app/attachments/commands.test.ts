import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../helpers/cli.ts';
import { servePages } from '../../helpers/pages.ts';

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/attachments', name);

describe('a document on the command line', () => {
  it('is cleaned to its title and text, from a file or an address', async () => {
    const site = await servePages({
      '/plan.pdf': { type: 'application/pdf', body: readFileSync(fixture('plan.pdf')) },
    });
    try {
      for (const from of [fixture('plan.pdf'), `${site.url}/plan.pdf`]) {
        const { code, stdout } = await runCli(['clean', from]);
        expect(code).toBe(0);
        expect(stdout).toContain('title: 云川市2026年政府工作要点\n');
        expect(stdout).toContain('经济发展\t1\t地区生产总值增速\t%\t5.6\t—\t5.5左右\t预期性\n');
      }
    } finally {
      await site.close();
    }
  });

  it('has its targets read, those of its tables too', async () => {
    const { stdout } = await runCli(['targets', '--json', fixture('plan.doc')]);
    const { identity, statements } = JSON.parse(stdout);
    expect(identity).toMatchObject({ series: '云川市人民政府 工作要点', year: 2026 });
    expect(statements).toContainEqual(
      expect.objectContaining({
        kind: 'target',
        indicator: '全员劳动生产率',
        value: 185_000,
        deadline: 2030,
      }),
    );
  });

  it('may be a page that Word saved; what was fetched from an address is a page of its site', async () => {
    const body = Buffer.from(
      '<html xmlns:w="urn:schemas-microsoft-com:office:word"><meta charset="utf-8"><p>云川市2026年政府工作要点</p><p>一、目标</p><p>新增就业3万人。</p></html>',
    );
    const folder = await mkdtemp(join(tmpdir(), 'planwatch-'));
    await writeFile(join(folder, 'plan.doc'), body);
    const { stdout } = await runCli(['targets', '--json', join(folder, 'plan.doc')]);
    expect(JSON.parse(stdout).statements).toMatchObject([{ kind: 'target', value: 30_000, deadline: 2026 }]);
    await rm(folder, { recursive: true });
  });

  it('is the same plan in every format', async () => {
    const { stdout } = await runCli(['compare', '--lang', 'en', fixture('plan.docx'), fixture('plan.pdf')]);
    expect(stdout).toContain('20 unchanged');
  });

  it('that cannot be read is told with what to do', async () => {
    const { code, stderr } = await runCli(['targets', fixture('scan.pdf')]);
    expect(code).toBe(1);
    expect(stderr).toContain('ATTACHMENT_SCANNED: the file is a scan: 1 page of pictures without text.');
  });
});
