import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bandKeys } from '../../../pipeline/copies/band-keys.ts';
import { clusterCopies } from '../../../pipeline/copies/cluster-copies.ts';
import { COPY_LIKENESS, fingerprint, likeness } from '../../../pipeline/copies/fingerprint.ts';
import { rankCopies } from '../../../pipeline/copies/rank-copies.ts';
import { normalForm } from '../../../pipeline/normal/normal-form.ts';

const of = (text: string) => fingerprint(normalForm(text).text);

/** Bodies of labelled pages where they are at hand, else of the fixtures. One text a story. */
function stories(): string[][] {
  const folder = new URL('../../fixtures/clean/', import.meta.url);
  const labelled = new URL('../../../../shared/', import.meta.url);
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

/** What sites do to a text they take over. Deterministic, so that the figure is the same every time. */
const EDITS: readonly ((body: readonly string[]) => readonly string[])[] = [
  (body) => body,
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

/** Next year's text on the same matter: every other paragraph written anew, all numbers changed. */
function nextYear(body: readonly string[]): string[] {
  const renumbered = body.join('\n').replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
  return [...renumbered]
    .map((char, at) =>
      Math.floor(at / 40) % 2 === 0
        ? char
        : String.fromCharCode(char.charCodeAt(0) + (char > '\u4e00' ? 7 : 0)),
    )
    .join('')
    .split('\n');
}

describe('copies of one text', () => {
  it("are found with a B-cubed F1 of at least 0.97, and next year's text is no copy", () => {
    const items = stories().flatMap((body, story) => [
      ...EDITS.map((edit, at) => ({ id: `${story}/${at}`, truth: `${story}`, text: edit(body).join('\n') })),
      { id: `${story}/next`, truth: `${story} next year`, text: nextYear(body).join('\n') },
    ]);
    const clusters = clusterCopies(items.map(({ id, text }) => ({ id, fingerprint: of(text) })));
    const truth = new Map(items.map(({ id, truth: name }) => [id, name]));
    const sizes = new Map<string, number>();
    for (const { truth: name } of items) sizes.set(name, (sizes.get(name) ?? 0) + 1);
    let precision = 0;
    let recall = 0;
    for (const cluster of clusters) {
      for (const id of cluster) {
        const same = cluster.filter((other) => truth.get(other) === truth.get(id)).length;
        precision += same / cluster.length / items.length;
        recall += same / (sizes.get(truth.get(id) ?? '') ?? 1) / items.length;
      }
    }
    const f1 = (2 * precision * recall) / (precision + recall);
    console.info(
      `copies: ${items.length} texts, B-cubed P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.97);
  });

  it('estimate the share of shingles two texts have in common', () => {
    const sentence = (from: number) =>
      Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + (((from + at) * 37) % 5000))).join(
        '',
      );
    expect(likeness(of(sentence(0)), of(sentence(0)))).toBe(1);
    expect(likeness(of(sentence(0)), of(sentence(200)))).toBeCloseTo(196 / 596, 0.9);
    expect(likeness(of(sentence(0)), of('一段毫不相干的文字，讲的是另一件事情。'))).toBeLessThan(0.05);
  });

  it('do not depend on script, width, punctuation or line breaks', () => {
    const a = '全市城镇新增就业3万人，开展技能培训1.5万人次。';
    const b = '全市城鎮新增就業３萬人,\n開展技能培訓１.５萬人次';
    expect(of(a)).toBe(of(b.replaceAll('萬', '万')));
  });

  it('are looked up by shared keys, which unrelated texts seldom have', () => {
    const [first = [], second = []] = stories();
    const keys = new Set(bandKeys(of(first.join('\n'))));
    expect(bandKeys(of([...first, '（编辑：云小川）'].join('\n'))).some((key) => keys.has(key))).toBe(true);
    expect(bandKeys(of(second.join('\n'))).filter((key) => keys.has(key)).length).toBeLessThan(3);
  });

  it('give the empty text no likeness to anything, itself included', () => {
    expect(fingerprint('，。 ')).toBe('');
    expect(likeness('', '')).toBe(0);
    expect(bandKeys('')).toEqual([]);
    expect(
      clusterCopies([
        { id: 'a', fingerprint: '' },
        { id: 'b', fingerprint: '' },
      ]),
    ).toEqual([['a'], ['b']]);
  });

  it('stay apart below the threshold even if each is like the one before', () => {
    const years = Array.from({ length: 5 }, (_, year) =>
      Array.from({ length: 600 }, (__, at) =>
        String.fromCharCode(0x4e00 + (((year * 200 + at) * 41) % 9000)),
      ).join(''),
    );
    const steps = years.slice(1).map((text, at) => likeness(of(years[at] ?? ''), of(text)));
    expect(Math.min(...steps)).toBeGreaterThan(0.35);
    expect(COPY_LIKENESS).toBeLessThan(0.6);
    const clusters = clusterCopies(years.map((text, at) => ({ id: String(at), fingerprint: of(text) })));
    expect(clusters.length).toBeGreaterThanOrEqual(3);
  });

  it('rank who issued a text before who printed it, and the earliest before the rest', () => {
    const copy = (
      publisher: string,
      publisherKind: 'government' | 'press' | 'aggregator',
      published: string,
    ) => ({
      publisher,
      publisherKind,
      published,
      source: '云川日报',
      issuer: '云川市人民政府',
    });
    const ranked = rankCopies([
      copy('转载天下', 'aggregator', '2024-01-01'),
      copy('云川晚报', 'press', '2024-01-02'),
      copy('云川日报', 'press', '2024-01-03'),
      copy('江东区人民政府', 'government', '2024-01-02'),
      copy('云川市人民政府', 'government', '2024-01-04'),
    ]);
    expect(ranked.map(({ publisher }) => publisher)).toEqual([
      '云川市人民政府',
      '江东区人民政府',
      '云川日报',
      '云川晚报',
      '转载天下',
    ]);
  });
});
