import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Article } from '../../core/article.ts';
import { decodeHtml } from '../../core/charset.ts';
import { ConfigError, messageOf } from '../../core/errors.ts';
import { extractArticle } from '../../pipeline/clean/extract-article.ts';
import { type Io, print } from '../io.ts';
import { answerLines } from '../jsonl.ts';
import type { AddCommand } from '../program.ts';

interface CleanOptions {
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly url?: string;
  readonly charset?: string;
}

const lineSchema = z.object({
  id: z.unknown(),
  url: z.string().nullish(),
  htmlBase64: z.string(),
  contentType: z.string().nullish(),
});

/** `clean`: a page to its article. */
export const addClean: AddCommand = (program: Command, io: Io): void => {
  program
    .command('clean')
    .description('Strip a page down to its article. FILE - or none reads stdin.')
    .argument('[FILE]', 'HTML file')
    .option('--url <address>', 'where the page was fetched, for relative links and dates in addresses')
    .option('--charset <label>', 'encoding that overrides what the page says')
    .option('--json', 'print the whole article as JSON')
    .option('--jsonl', 'read {id, url, htmlBase64, contentType?} a line, write the article a line')
    .action(async (file: string | undefined, options: CleanOptions) => {
      if (options.jsonl) return answerLines(io, lineSchema, cleanLine);
      const bytes = file === undefined || file === '-' ? await readAll(io) : await readPage(io, file);
      const { text: html } = decodeHtml(bytes, { override: options.charset ?? null });
      const article = extractArticle({ html, url: options.url ?? null });
      await print(io, options.json ? `${JSON.stringify(article, null, 2)}\n` : plain(article));
    });
};

function cleanLine(record: z.infer<typeof lineSchema>): object {
  const bytes = Buffer.from(record.htmlBase64, 'base64');
  const { text: html } = decodeHtml(bytes, { contentType: record.contentType ?? null });
  const { kind, title, published, source, author, text } = extractArticle({ html, url: record.url ?? null });
  // The contract knows three kinds; login, refused, error and empty pages hold no article either.
  return {
    kind: kind === 'article' || kind === 'list' ? kind : 'shell',
    title,
    published,
    source,
    author,
    text,
  };
}

function plain(article: Article): string {
  const facts = [
    ['title', article.title],
    ['published', article.published],
    ['source', article.source],
    ['author', article.author],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`]));
  return `${article.kind}: ${article.reason}\n${facts.join('')}\n${article.text}\n`;
}

async function readPage(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (cause) {
    throw new ConfigError(
      'NO_FILE',
      `Cannot read ${file} (${messageOf(cause)}). Give the path of a saved page.`,
      { cause },
    );
  }
}

async function readAll(io: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
