import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { crawlJob } from '../../app/jobs/crawl/crawl-job.ts';
import type { Article } from '../../core/article.ts';
import { inFolder } from '../helpers/cli.ts';
import { anApp, aSource } from '../helpers/installation.ts';
import { servePages } from '../helpers/pages.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const present = existsSync(SEEDS);
if (!present) console.warn('skipped: the seed pages, since ../shared/seeds is not beside the project');

interface Gold {
  readonly title: string;
  readonly published: string;
  readonly source: string | null;
  readonly body: readonly string[];
  readonly boilerplate: readonly string[];
}

const CHARSETS: Readonly<Record<string, string>> = {
  'yeda-2021': 'gbk',
  'shandong-2020': 'gb18030',
};

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe.skipIf(!present)('the five seed pages', () => {
  const gold: Record<string, Gold> = present
    ? JSON.parse(readFileSync(join(SEEDS, 'gold.json'), 'utf8'))
    : {};
  const headers: Record<string, (id: string) => string> = {
    'the right charset': (id) => `text/html; charset=${CHARSETS[id] ?? 'utf-8'}`,
    'no charset': () => 'text/html',
    'the wrong charset': (id) => `text/html; charset=${CHARSETS[id] === undefined ? 'gbk' : 'utf-8'}`,
    'no type at all': () => '',
  };

  for (const [name, typeOf] of Object.entries(headers)) {
    describe(`served with ${name}`, () => {
      const articles = new Map<string, Article | undefined>();

      beforeAll(async () => {
        const pages = Object.keys(gold).map((id) => [
          `/${id}.html`,
          { body: readFileSync(join(SEEDS, `${id}.html`)), type: typeOf(id) },
        ]);
        const site = await servePages(Object.fromEntries(pages));
        await inFolder(async (folder) => {
          const urls = Object.keys(gold).map((id) => `${site.url}/${id}.html`);
          const source = aSource({ kind: 'page', urls });
          const { app } = await anApp(folder, [source]);
          await crawlJob(app, source);
          for (const document of await app.store.documents({ limit: 10 })) {
            const id = document.url.replace(/.*\/|\.html$/g, '');
            articles.set(id, (await app.store.latestVersion(document.id))?.article);
          }
          await app.close();
        });
        await site.close();
      });

      for (const [id, want] of Object.entries(gold)) {
        it(`reads ${id} exactly, with title, date and source, and nothing around it`, () => {
          const got = articles.get(id);
          expect(squeezed(got?.text ?? '')).toBe(squeezed(want.body.join('')));
          expect(want.boilerplate.filter((text) => got?.text.includes(text))).toEqual([]);
          expect(got?.title).toBe(want.title);
          expect(got?.published?.slice(0, 10)).toBe(want.published);
          expect(got?.source ?? null).toBe(want.source);
        });
      }
    });
  }
});
