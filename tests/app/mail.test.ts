import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import { mailJob } from '../../app/jobs/mail/mail-job.ts';
import type { App } from '../../app/wire.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aReader, aSource } from '../helpers/installation.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { aList, aReport, servePages } from '../helpers/pages.ts';

describe('mail over SMTP', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.close());

  /** An installation that has one changed plan to tell. */
  const withNews = (port: number, work: (app: App, clock: { now: Date }) => Promise<void>) =>
    inFolder(async (folder) => {
      const pages: Record<string, string> = {
        '/list.html': aList([{ href: '/2025.html', title: '2025年某省政府工作报告全文' }]),
        '/2025.html': aReport(2025, { growth: '5%左右', jobs: 100, grain: 500 }),
        '/2026.html': aReport(2026, { growth: '5%左右', jobs: 110, grain: 480 }),
      };
      const site = await servePages(pages);
      const source = aSource({ urls: [`${site.url}/list.html`] });
      const smtp = { host: '127.0.0.1', port, tls: 'none' };
      const settings = {
        mail: { smtp, from: '计划观察 <watch@example.org>' },
        web: { url: 'https://watch.example.org' },
      };
      const { app, clock } = await anApp(folder, [source], settings);
      await app.store.saveSubscriber(aReader({ email: 'analyst@example.org' }));
      await app.store.saveSubscriber(
        aReader({ id: 'en', email: 'reader@example.org', language: 'en', token: 'en-token' }),
      );
      await crawlJob(app, source);
      pages['/list.html'] = aList([
        { href: '/2026.html', title: '2026年某省政府工作报告全文' },
        { href: '/2025.html', title: '2025年某省政府工作报告全文' },
      ]);
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      await crawlJob(app, source);
      try {
        await work(app, clock);
      } finally {
        await app.close();
        await site.close();
      }
    });

  it("reaches the server with headers and both bodies right, in each reader's language", () =>
    withNews(server.port, async (app) => {
      expect(await mailJob(app)).toEqual({ composed: 2, sent: 2, failed: 0, inDoubt: 0 });
      const [zh, en] = ['analyst@example.org', 'reader@example.org'].map((address) =>
        server.mails.find((mail) => JSON.stringify(mail.to).includes(address)),
      );
      expect(zh?.from?.text).toContain('计划观察');
      expect(zh?.subject).toContain('2026年某省政府工作报告');
      expect(JSON.stringify(zh?.headers.get('list'))).toContain('List-Unsubscribe=One-Click');
      expect(zh?.headers.get('auto-submitted')).toBe('auto-generated');
      expect(JSON.stringify(zh?.headers.get('list'))).toContain(
        'https://watch.example.org/unsubscribe/reader-token',
      );
      expect(zh?.messageId).toMatch(/^<[0-9a-f]{20}@example\.org>$/);
      for (const quote of [
        '城镇新增就业100万人以上',
        '城镇新增就业110万人以上',
        '粮食产量500亿斤以上',
        '粮食产量480亿斤以上',
      ]) {
        expect(zh?.text).toContain(quote);
        expect(String(zh?.html)).toContain(quote);
      }
      expect(zh?.text).toContain('https://watch.example.org/documents/');
      expect(en?.text).toMatch(/raised/);
      expect(en?.text).toMatch(/lowered/);
    }));

  it('sends nothing the second time', () =>
    withNews(server.port, async (app, clock) => {
      await mailJob(app);
      clock.now = new Date(clock.now.getTime() + 1000);
      expect(await mailJob(app)).toEqual({ composed: 0, sent: 0, failed: 0, inDoubt: 0 });
      expect(server.mails).toHaveLength(2);
    }));

  it('keeps mail while the server refuses, says so, and sends it later', () =>
    withNews(server.port, async (app, clock) => {
      const { port } = server;
      await server.close();
      expect(await mailJob(app)).toMatchObject({ composed: 2, sent: 0, failed: 2 });
      const waiting = await app.store.outbox({ state: 'waiting', limit: 9 });
      expect(waiting.map((mail) => mail.errorCode)).toEqual(['SMTP_REFUSED', 'SMTP_REFUSED']);
      expect(waiting[0]?.errorMessage).toContain('mail.smtp.host');
      // Back-off: not at once, but after a while.
      clock.now = new Date(clock.now.getTime() + 1000);
      expect(await mailJob(app)).toMatchObject({ sent: 0, failed: 0 });
      server = await startMailServer();
      const there: App = {
        ...app,
        config: {
          ...app.config,
          mail: { ...app.config.mail, smtp: { host: '127.0.0.1', port: server.port, tls: 'none' } },
        },
      };
      clock.now = new Date(clock.now.getTime() + 3_600_000);
      expect(await mailJob(there)).toMatchObject({ composed: 0, sent: 2, failed: 0 });
      expect(server.mails).toHaveLength(2);
      expect(port).not.toBe(0);
    }));

  it('names the setting that is missing when there is a user but no password', () =>
    withNews(server.port, async (app) => {
      const smtp = {
        host: '127.0.0.1',
        port: server.port,
        tls: 'none',
        user: 'watch',
        passwordEnv: 'NOWHERE',
      } as const;
      const there: App = { ...app, config: { ...app.config, mail: { ...app.config.mail, smtp } } };
      await expect(mailJob(there)).rejects.toMatchObject({ code: 'SMTP_PASSWORD_MISSING' });
      expect(await app.store.outbox({ state: 'waiting', limit: 9 })).toHaveLength(2);
    }));
});
