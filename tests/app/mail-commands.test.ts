import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { inFolder, runCli } from '../helpers/cli.ts';

const AT = '2026-01-02T00:00:00.000Z';
const email = (id: string) => ({
  id,
  from: 'planwatch <watch@example.org>',
  to: `${id}@example.org`,
  subject: '目标变化',
  text: '正文',
  html: '<p>正文</p>',
  headers: {},
  messageId: `<${id}@example.org>`,
  date: AT,
});

it('names the mails that wait for an operator, and lets them be given up', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'planwatch.yaml'), '');
    const run = (...args: string[]) => runCli([...args, '--config', folder]);
    const { store } = await openStore(sqliteEngine(join(folder, 'planwatch.db')));
    for (const id of ['gone', 'lost', 'full']) await store.saveLetter(email(id), AT);
    await store.markRefused('gone', { at: AT, code: 'SMTP_REJECTED', message: 'no such box' });
    await store.markHandingOver('lost', AT);
    await store.markFailed('full', {
      code: 'SMTP_TEMPORARY',
      message: 'box full',
      nextAttemptAt: '2999-01-01',
    });
    await store.close();

    const before = await run('status');
    expect(before.code).toBe(1);
    expect(before.stdout).toContain('Mail: 0 sent, 1 waiting, 1 in doubt, 1 refused');
    expect(before.stdout).toMatch(/refused +gone to gone@example\.org: no such box/);
    expect(before.stdout).toMatch(/in doubt +lost to lost@example\.org/);
    expect(before.stdout).toMatch(/waiting +full to full@example\.org: box full/);

    for (const id of ['gone', 'lost', 'full']) expect((await run('notify', '--dismiss', id)).code).toBe(0);
    const after = await run('status');
    expect(after).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 waiting, 0 in doubt, 0 refused'),
    });
    expect(await run('notify', '--dismiss', 'gone')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('MAIL_UNKNOWN'),
    });
  }));
