import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keepCopy } from '../../app/jobs/page/keep-copy.ts';
import type { SourceRecord } from '../../core/archive.ts';
import { sha256 } from '../../core/hash.ts';
import { bandKeys } from '../../pipeline/copies/band-keys.ts';
import { fingerprint } from '../../pipeline/copies/fingerprint.ts';
import { normalForm } from '../../pipeline/normal/normal-form.ts';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { anArticle } from '../helpers/samples.ts';

/** Bodies of labelled pages where they are at hand, else of the fixtures. One text a story. */
function stories(): string[][] {
  const folder = new URL('../fixtures/clean/', import.meta.url);
  const labelled = new URL('../../../shared/', import.meta.url);
  const schema = z.object({ body: z.array(z.string()).optional() });
  const own = readdirSync(folder)
    .filter((file) => file === 'law-text.json' || file === 'longform.json' || file === 'references.json')
    .map((file) => schema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
  if (!existsSync(labelled)) {
    console.warn('measured on our own pages only, since ../shared is not beside the project');
    return own.map(({ body }) => body ?? []);
  }
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, labelled), 'utf8'));
  const pages = z.array(schema).parse(read('eval/clean/zh/gold.json'));
  const seeds = Object.values(z.record(z.string(), schema).parse(read('seeds/gold.json')));
  const bodies = [...own, ...pages, ...seeds].map(({ body }) => body ?? []);
  // Some labelled pages are copies of each other already; each story is wanted once.
  const seen = new Set<string>();
  return bodies.filter((body) => {
    const start = body.join('').slice(0, 60);
    return body.join('').length >= 200 && !seen.has(start) && seen.add(start);
  });
}

const asItIs = (body: readonly string[]): readonly string[] => body;

/** What sites do to a text they take over. Deterministic, so that the figure is the same every time. */
const EDITS: readonly ((body: readonly string[]) => readonly string[])[] = [
  asItIs,
  (body) => ['本网讯', ...body, '（编辑：云小川 审核：江小白）', '更多精彩内容请关注云川发布客户端'],
  (body) => body.slice(0, Math.ceil(body.length * 0.8)),
  (body) => (body.length > 4 ? body.slice(1) : body),
  (body) => body.map((line) => line.replaceAll('，', ',').replaceAll('“', '"').replaceAll('”', '"')),
  (body) =>
    body.map((line) =>
      line.replaceAll('记者', '本报记者').replaceAll('我市', '全市').replaceAll('近日', '日前'),
    ),
  (body) => [body.join('')],
  (body) => body.map((line, at) => (at % 6 === 5 ? `${line.slice(0, Math.ceil(line.length / 2))}。` : line)),
];

/** Another text of the same form: all numbers changed. */
function renumbered(body: readonly string[]): string[] {
  return body.map((line) => line.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10)));
}

/** Whether enough stands in numbers to tell two texts of one form apart. */
function hasNumbers(body: readonly string[]): boolean {
  return (
    body
      .join('\n')
      .split(/[，。；：！？\n]/)
      .filter((clause) => /\d/.test(clause) && clause.length >= 8).length >= 6
  );
}

/** Next year's text on the same matter: every other paragraph written anew, all numbers changed. */
function nextYear(body: readonly string[]): string[] {
  return [...renumbered(body).join('\n')]
    .map((char, at) =>
      Math.floor(at / 40) % 2 === 0
        ? char
        : String.fromCharCode(char.charCodeAt(0) + (char > '\u4e00' ? 7 : 0)),
    )
    .join('')
    .split('\n');
}

/** A text as it comes to the archive. */
interface Arrival {
  readonly truth: string;
  readonly text: string;
  readonly issuer?: string;
}

const PUBLISHERS: readonly SourceRecord[] = (['aggregator', 'press', 'government'] as const).map(
  (publisherKind) => ({
    id: publisherKind,
    publisher: `云川${publisherKind}`,
    publisherKind,
    region: null,
    tags: [],
  }),
);

/** Keep texts as the archive does, each by another publisher than the one before. @returns their clusters, in order */
async function clustersOf(arrivals: readonly Arrival[]): Promise<string[]> {
  const { store } = await openStore(sqliteEngine(':memory:'));
  await store.saveSources(PUBLISHERS);
  const sources = new Map(PUBLISHERS.map((source) => [source.id, source]));
  const ids: string[] = [];
  for (const [at, arrival] of arrivals.entries()) {
    ids.push(await store.transaction((inner) => keep(inner, arrival, at, sources)));
  }
  const documents = await Promise.all(ids.map((id) => store.document(id)));
  await store.close();
  return documents.map((document) => document?.clusterId ?? '');
}

async function keep(
  store: Store,
  { text, issuer }: Arrival,
  at: number,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<string> {
  const url = `https://site-${at}.example/a.html`;
  const body = Buffer.from(text);
  const time = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
  const source = PUBLISHERS[at % PUBLISHERS.length]?.id ?? '';
  const { documentId, id: pageId } = await store.savePage(
    {
      url,
      finalUrl: url,
      fetchedAt: time,
      status: 200,
      headers: {},
      body,
      sha256: sha256(body),
      fetcher: 'http',
    },
    source,
  );
  const mark = fingerprint(normalForm(text).text);
  const article = anArticle(text, { published: time, fields: issuer === undefined ? {} : { issuer } });
  const hash = sha256(body);
  await store.saveVersion({
    documentId,
    pageId,
    article,
    hash,
    fingerprint: mark,
    cause: 'publisher',
    at: time,
  });
  const document = await store.document(documentId);
  if (document !== null) await keepCopy(store, document, mark, sources);
  return documentId;
}

/** Bagga and Baldwin 1998: how much of each text's cluster is of its story, and how much of its story is in it. */
function bCubed(
  truths: readonly string[],
  clusters: readonly string[],
): { p: number; r: number; f1: number } {
  const count = (keys: readonly string[]): Map<string, number> => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return sizes;
  };
  const both = truths.map((truth, at) => `${truth} in ${clusters[at]}`);
  const [stories, found, shared] = [count(truths), count(clusters), count(both)];
  const mean = (of: (at: number) => number): number =>
    truths.reduce((sum, _, at) => sum + of(at), 0) / truths.length;
  const together = (at: number): number => shared.get(both[at] ?? '') ?? 0;
  const p = mean((at) => together(at) / (found.get(clusters[at] ?? '') ?? 1));
  const r = mean((at) => together(at) / (stories.get(truths[at] ?? '') ?? 1));
  return { p, r, f1: (2 * p * r) / (p + r) };
}

/** The same texts in another order, the same every time. */
function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, at) => ({ item, key: sha256(Buffer.from(`${at}`)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

describe('copies of one text in the archive', () => {
  it("are one cluster with a B-cubed F1 of at least 0.97, and neither next year's text nor one of the same form is a copy", async () => {
    const arrivals = stories().flatMap((body, story) => [
      ...EDITS.map((edit) => ({ truth: `${story}`, text: edit(body).join('\n') })),
      // Taken over from one who had changed it already.
      ...[1, 4, 6].map((at) => ({
        truth: `${story}`,
        text: (EDITS[at] ?? asItIs)((EDITS[at + 1] ?? asItIs)(body)).join('\n'),
      })),
      { truth: `${story} next year`, text: nextYear(body).join('\n') },
      ...(hasNumbers(body) ? [{ truth: `${story} of another`, text: renumbered(body).join('\n') }] : []),
    ]);
    const mixed = shuffled(arrivals);
    const { p, r, f1 } = bCubed(
      mixed.map(({ truth }) => truth),
      await clustersOf(mixed),
    );
    console.info(
      `copies: ${mixed.length} texts, B-cubed P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${f1.toFixed(3)}`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.97);
  });

  it('stay apart if each is only like the one before', async () => {
    const years = Array.from({ length: 5 }, (_, year) =>
      Array.from({ length: 600 }, (__, at) =>
        String.fromCharCode(0x4e00 + (((year * 200 + at) * 41) % 9000)),
      ).join(''),
    );
    const clusters = await clustersOf(years.map((text, at) => ({ truth: `${at}`, text })));
    expect(new Set(clusters).size).toBeGreaterThanOrEqual(3);
  });

  it('are left by one that became another text, whose edits are then told', async () => {
    const { store } = await openStore(sqliteEngine(':memory:'));
    await store.saveSources(PUBLISHERS);
    const sources = new Map(PUBLISHERS.map((source) => [source.id, source]));
    const text = (subject: string) =>
      Array.from({ length: 9 }, (_, at) => `${subject}第${at}条，各部门要抓好落实。`).join('\n');
    const first = await keep(store, { truth: '', text: text('数字经济发展') }, 2, sources);
    const copy = await keep(store, { truth: '', text: text('数字经济发展') }, 1, sources);
    expect((await store.document(copy))?.clusterId).toBe(first);
    await keep(store, { truth: '', text: text('农业农村春耕生产安排') }, 1, sources);
    expect((await store.document(copy))?.clusterId).toBe(copy);
    await store.close();
  });

  it('stay together where the first has lost its fingerprint to an upgrade of ours', async () => {
    const { store } = await openStore(sqliteEngine(':memory:'));
    await store.saveSources(PUBLISHERS);
    const sources = new Map(PUBLISHERS.map((source) => [source.id, source]));
    const text = (last: string) =>
      `${Array.from({ length: 9 }, (_, at) => `数字经济发展第${at}条，各部门要抓好落实。`).join('\n')}${last}`;
    const first = await keep(store, { truth: '', text: text('') }, 2, sources);
    const copy = await keep(store, { truth: '', text: text('') }, 1, sources);
    const mark = (await store.document(first))?.fingerprint ?? '';
    await store.saveFingerprint(first, null);
    await store.saveBands(first, { before: bandKeys(mark), now: [] });
    await keep(store, { truth: '', text: text('（编辑：云小川）') }, 1, sources);
    expect((await store.document(copy))?.clusterId).toBe(first);
    expect((await store.document(first))?.fingerprint).not.toBeNull();
    await store.close();
  });

  it('are none where there is no text', async () => {
    const clusters = await clustersOf(['。', '，'].map((text) => ({ truth: text, text })));
    expect(new Set(clusters).size).toBe(2);
  });
});
