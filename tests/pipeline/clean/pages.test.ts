import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeHtml } from '../../../core/charset.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const folder = new URL('../../fixtures/clean/', import.meta.url);
const oneOrMore = z.union([z.string(), z.array(z.string())]);
/** What a page must give. Fields that are absent are not asked. */
const expectation = z.object({
  kind: oneOrMore,
  title: z.string().optional(),
  kicker: z.string().optional(),
  subtitle: z.string().optional(),
  published: z.string().optional(),
  source: oneOrMore.nullish(),
  author: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  rows: z.array(z.array(z.string())).optional(),
  body: z.array(z.string()).optional(),
  boilerplate: z.array(z.string()).optional(),
});

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));

describe('pages in the manner of many content systems', () => {
  it.each(names)('gives what a reader would copy from %s', (name) => {
    const wanted = expectation.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    const { text: html } = decodeHtml(readFileSync(new URL(`${name}.html`, folder)), {});
    const article = extractArticle({ html, url: null });

    expect([wanted.kind].flat()).toContain(article.kind);
    if (wanted.body !== undefined) expect(article.text.split('\n')).toEqual(wanted.body);
    for (const phrase of wanted.boilerplate ?? []) expect(article.text).not.toContain(phrase);
    for (const field of ['title', 'kicker', 'subtitle', 'published', 'source', 'author'] as const) {
      const value = wanted[field];
      if (value !== undefined) expect([value].flat(), field).toContain(article[field]);
    }
    expect(article.fields).toMatchObject(wanted.fields ?? {});
    if (wanted.rows !== undefined) {
      expect(article.blocks.find((block) => block.kind === 'table')?.rows).toEqual(wanted.rows);
    }
  });
});
