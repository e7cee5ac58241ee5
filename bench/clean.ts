import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { keepHeapYoung } from '../app/workers/young-heap.ts';
import { decodeHtml } from '../core/charset.ts';
import { extractArticle } from '../pipeline/clean/extract-article.ts';
import { parsePage } from '../pipeline/clean/tree/parse-page.ts';

/** Real pages where they are at hand, else those of the tests. */
function pages(): Uint8Array[] {
  const real = new URL('../../shared/eval/clean/zh/html/', import.meta.url);
  const own = new URL('../tests/fixtures/clean/', import.meta.url);
  const folder = existsSync(real) ? real : own;
  if (folder === own)
    console.warn('measured on the pages of the tests, since ../shared is not beside the project');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(new URL(file, folder)));
}

/** Pages a second, the median of rounds that take turns, so that a busy machine slows all alike. */
function race(ways: Readonly<Record<string, () => void>>, count: number): Record<string, number> {
  const times = new Map(Object.keys(ways).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(ways)) {
      const start = performance.now();
      run();
      // The first rounds warm the machine up.
      if (round >= WARM_UP) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    [...times].map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [name, Math.round((1000 * count) / (sorted[sorted.length >> 1] ?? 1))];
    }),
  );
}

const ROUNDS = 13;
const WARM_UP = 4;

// As the program reads them.
keepHeapYoung();
const bytes = pages();
const texts = bytes.map((page) => decodeHtml(page, {}).text);
const speeds = race(
  {
    'htmlparser2, tree only': () => {
      for (const html of texts) parseDocument(html);
    },
    'parsePage, tree only': () => {
      for (const html of texts) parsePage(html);
    },
    'extractArticle, decoded page to article': () => {
      for (const html of texts) extractArticle({ html, url: null });
    },
    'decodeHtml and extractArticle, bytes to article': () => {
      for (const page of bytes) extractArticle({ html: decodeHtml(page, {}).text, url: null });
    },
  },
  bytes.length,
);
/** One round is enough, as it takes seconds. Each page needs its own tree, as it is changed. */
function readabilitySpeed(): number {
  const start = performance.now();
  for (const html of texts) {
    try {
      new Readability(parseHTML(html).document).parse();
    } catch {
      // Pages that it fails on count as read.
    }
  }
  return (1000 * texts.length) / (performance.now() - start);
}

const peer = readabilitySpeed();
const tree = speeds['htmlparser2, tree only'] ?? 1;
console.log(
  `${bytes.length} pages, ${Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1000)}k characters`,
);
for (const [name, speed] of Object.entries(speeds)) {
  console.log(
    `${name.padEnd(50)}${String(speed).padStart(6)} pages/s  ${(speed / tree).toFixed(2)} of htmlparser2's tree`,
  );
}
const ours = speeds['extractArticle, decoded page to article'] ?? 0;
console.log(
  `${'Readability with linkedom'.padEnd(50)}${peer.toFixed(1).padStart(6)} pages/s  extractArticle is ${(ours / peer).toFixed(1)} times as fast`,
);
