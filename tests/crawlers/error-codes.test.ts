import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultAdvice } from '../../core/fault-advice.ts';
import { faultInWords } from '../../core/fault-words.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const codeIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${folder}${name}`))
    .join('\n');

describe('docs/errors.md', () => {
  const described = new Set(
    [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code ?? ''),
  );

  it('has every code that the crawlers throw', () => {
    const kinds = /'((?:FETCH|ANSWER|ROBOTS|HOST|PART|ATTACHMENT|LIST|BROWSER)_[A-Z_]+)'/g;
    const thrown = new Set([...codeIn('crawlers/').matchAll(kinds)].map(([, code]) => code ?? ''));
    expect(thrown.difference(described)).toEqual(new Set());
  });

  it('has no code without words for readers', () => {
    for (const code of described)
      for (const language of ['zh', 'en'] as const) expect(faultInWords(code, language)).not.toBe(code);
  });

  it('has no code without advice in Chinese, which messages do not give', () => {
    expect([...described].filter((code) => faultAdvice(code, 'zh') === null)).toEqual([]);
    expect(faultAdvice('FETCH_DNS', 'en')).toBeNull();
  });

  it('has no code that nothing throws', () => {
    const code =
      codeIn('crawlers/') + codeIn('pipeline/clean/') + codeIn('pipeline/documents/') + codeIn('app/');
    expect([...described].filter((one) => !code.includes(`'${one}'`))).toEqual([]);
  });
});
