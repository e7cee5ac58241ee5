import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoYear } from '../../app/demo/content/entry.ts';
import { shown } from '../../app/demo/content/entry.ts';
import type { DemoTarget } from '../../app/demo/facts/fact.ts';
import { demoFacts } from '../../app/demo/facts.ts';
import { type DemoSite, startDemoSite } from '../../app/demo/site.ts';
import { sites } from '../../app/demo/sites.ts';
import { demoSources } from '../../app/demo/sources.ts';

/** The text of an article as its page shows it in a year. */
function textAt(path: string, year: DemoYear): string {
  for (const site of sites) {
    const entry = site.entries.find((candidate) => site.articlePath(candidate) === path);
    if (entry) return shown(entry, year)?.body.join('\n') ?? '';
  }
  throw new Error(`no article at ${path}`);
}

/** Every `href` that stays on the site, as paths. */
function linksIn(markup: string): readonly string[] {
  return [...markup.matchAll(/href="(\/[^"]*)"/g)].flatMap((match) => match[1] ?? []);
}

/** Which way the number goes, by kind of change. */
const stepOf: Readonly<Record<string, number>> = { raised: 1, lowered: -1, same: 0, comparator: 0 };

describe('the demo facts', () => {
  for (const plan of demoFacts.plans) {
    it(`stand word for word in the plans at ${plan.before}`, () => {
      const [before, after] = [textAt(plan.before, 1), textAt(plan.after, 2)];
      const missing = (text: string, target: DemoTarget | null) =>
        target && !text.includes(target.words) ? [target.words] : [];
      expect(plan.changes.flatMap((change) => missing(before, change.before))).toEqual([]);
      expect(plan.changes.flatMap((change) => missing(after, change.after))).toEqual([]);
    });

    it(`tell kinds of change by their sides and numbers at ${plan.before}`, () => {
      const middle = (target: DemoTarget) => (target.value + (target.value2 ?? target.value)) / 2;
      for (const { change, before, after, indicator } of plan.changes) {
        if (change === 'new') expect([before, after !== null], indicator).toEqual([null, true]);
        else if (!before || !after) expect(change, indicator).toMatch(/^(dropped|not_restated)$/);
        else if (change !== 'rescoped') {
          const step = Math.sign(middle(after) - middle(before));
          expect(stepOf[change], indicator).toBe(step);
          if (step === 0) expect(before.comparator === after.comparator, indicator).toBe(change === 'same');
        }
      }
    });
  }

  it('know what the publisher edits without a word', () => {
    const { path, from, to } = demoFacts.edited;
    expect(textAt(path, 1)).toContain(from.words);
    expect(textAt(path, 2)).not.toContain(from.words);
    expect(textAt(path, 2)).toContain(to.words);
  });
});

describe('the demo site', () => {
  let site: DemoSite;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(site.url + path, { headers, redirect: 'error' });
  const textOf = async (path: string, charset = 'utf-8') =>
    new TextDecoder(charset).decode(await (await get(path)).arrayBuffer());

  beforeAll(async () => {
    site = await startDemoSite();
  });
  afterAll(() => site.close());

  it('has only year one at first', async () => {
    for (const plan of demoFacts.plans) {
      expect((await get(plan.before)).status).toBe(200);
      expect((await get(plan.after)).status).toBe(404);
    }
    expect(await textOf('/gov/province/zwgk/index.html')).not.toContain('2026年');
  });

  it('sends each site in its own bytes, whatever the header says', async () => {
    const decoded = await textOf('/gov/city-b/list.asp?page=2', 'gb18030');
    expect(decoded).toContain('charset=gb2312');
    expect(decoded).toContain('青禾市人民政府关于印发青禾市2025年政府工作要点的通知');
    expect((await get('/gov/city-b/list.asp')).headers.get('content-type')).toBe('text/html');
    expect(await textOf('/b2b/news/list-1.html', 'gbk')).toContain('共');
  });

  it('spins a mirror of the city into traditional characters with readings strewn in', async () => {
    const spun = await textOf('/mirror/a/202502202310/');
    expect(spun).toMatch(/農\(nóng\)/);
    expect(spun).toMatch(/億\(yì\)元/);
    expect(spun).not.toContain('农业农村局');
  });

  it('answers 304 to who has the page already', async () => {
    const first = await get('/gov/province/zwgk/index.html');
    const etag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';
    expect((await get('/gov/province/zwgk/index.html', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/gov/province/zwgk/index.html', { 'if-modified-since': date })).status).toBe(304);
    expect((await get('/gov/province/zwgk/index.html', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('allows robots everything and has no icon', async () => {
    expect(await textOf('/robots.txt')).toContain('Allow: /');
    expect((await get('/favicon.ico')).status).toBe(204);
  });

  it('declares sources that answer, on loopback only', async () => {
    const sources = demoSources(site.url);
    expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
    for (const source of sources) {
      expect(source.allowHosts).toEqual(['127.0.0.1']);
      for (const url of source.urls) expect((await fetch(url)).status, url).toBe(200);
    }
  });

  it('shows year two on top, edits a plan under its old date, and takes a page down that lists still link to', async () => {
    const { path, from, to } = demoFacts.edited;
    const before = await get(path);
    site.publishYearTwo();
    site.publishYearTwo();
    for (const plan of demoFacts.plans) expect((await get(plan.after)).status).toBe(200);
    const after = await get(path);
    expect(after.headers.get('last-modified')).toBe(before.headers.get('last-modified'));
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect((await before.text()).replace(from.words, to.words)).toBe(await after.text());

    expect((await get(demoFacts.removed)).status).toBe(404);
    expect(await textOf('/gov/province/zwgk/index_1.html')).toContain(demoFacts.removed);
    expect(linksIn(await textOf('/gov/city-a/xxgk/list.htm'))).toContain('/gov/city-a/xxgk/list_2.htm');
  });

  it('leaves every other old article as it was, byte for byte', async () => {
    const fresh = await startDemoSite();
    const changed: string[] = [];
    for (const spec of sites) {
      for (const entry of spec.entries.filter(({ published }) => published < '2026')) {
        const path = spec.articlePath(entry);
        const [old, now] = [await fetch(fresh.url + path), await get(path)];
        if (old.headers.get('etag') !== now.headers.get('etag')) changed.push(path);
      }
    }
    await fresh.close();
    expect(changed.toSorted()).toEqual([demoFacts.edited.path, demoFacts.removed].toSorted());
  });

  it('reaches every article of a site from its first list page', async () => {
    for (const spec of sites) {
      const pages = Math.ceil(spec.entries.length / spec.perPage);
      const found = new Set<string>();
      for (let page = 1; page <= pages; page += 1) {
        for (const link of linksIn(await textOf(spec.listPath(page), spec.template.charset))) found.add(link);
      }
      const missed = spec.entries.map(spec.articlePath).filter((path) => !found.has(path));
      expect(missed, spec.name).toEqual([]);
      expect(pages, spec.name).toBeGreaterThan(1);
      expect((await get(spec.listPath(pages + 1))).status, spec.name).toBe(404);
    }
  });
});
