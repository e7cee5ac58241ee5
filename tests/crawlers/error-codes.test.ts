import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const files = readdirSync(new URL('crawlers/', root), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

describe('docs/errors.md', () => {
  it('has every code that the crawlers throw, and no other of their kinds', () => {
    const kinds = /'((?:FETCH|ANSWER|ROBOTS|HOST|PART|LIST|BROWSER)_[A-Z_]+)'/g;
    const thrown = files.flatMap((name) =>
      [...read(`crawlers/${name}`).matchAll(kinds)].map(([, code]) => code),
    );
    const described = [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
    expect(new Set(thrown).difference(new Set(described))).toEqual(new Set());
    expect(new Set(described).difference(new Set(thrown))).toEqual(
      new Set(['LIST_EMPTY', 'EXTRACT_SUSPECT']),
    );
  });
});
