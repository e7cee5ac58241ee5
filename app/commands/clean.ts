import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Article } from '../../core/article.ts';
import { type DecodedHtml, decodeHtml } from '../../core/charset.ts';
import { canonicalLabel } from '../../core/encoding-label.ts';
import { ConfigError, messageOf } from '../../core/errors.ts';
import { explainPage } from '../../pipeline/clean/explain-page.ts';
import { extractArticle } from '../../pipeline/clean/extract-article.ts';
import { previewArticle } from '../../pipeline/clean/preview-article.ts';
import { readFileArticle } from '../attachments/read-file.ts';
import { type Io, print } from '../io.ts';
import { garbledReason, lossesIn } from '../jobs/page/text-faults.ts';
import { answerLines, base64, refuseFile } from '../jsonl.ts';
import type { AddCommand } from '../program.ts';
import { fetchPage } from '../wire.ts';

interface CleanOptions {
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly preview?: boolean;
  readonly explain?: boolean;
  readonly url?: string;
  readonly charset?: string;
  readonly select?: string[];
  readonly remove?: string[];
}

const lineSchema = z.object({
  id: z.unknown(),
  url: z.string().nullish(),
  htmlBase64: base64,
  contentType: z.string().nullish(),
});

/** `clean`: a saved page to its article. */
export const addClean: AddCommand = (program: Command, io: Io): void => {
  program
    .command('clean')
    .description(
      'Strip a page down to its article, or read a document. FILE - or none reads stdin; an address is fetched.',
    )
    .argument('[FILE]', 'HTML, PDF, Word, RTF, Excel, ODT, ODS or OFD file, or http(s) address')
    .option('--url <address>', 'where the page was fetched, for relative links and dates in addresses')
    .option('--charset <label>', 'encoding that overrides what the page says', encodingLabel)
    .option('--select <css...>', 'where the body is, as in the rules of a source')
    .option('--remove <css...>', 'what to cut before anything is read')
    .option('--json', 'print the whole article as JSON')
    .option('--preview', 'print the article as Markdown')
    .option('--explain', 'print an HTML page that shows what was kept and why the rest was removed')
    .option('--jsonl', 'read {id, url, htmlBase64, contentType?} a line, write the article a line')
    .action(async (file: string | undefined, options: CleanOptions) => {
      if (options.jsonl) {
        refuseFile(file);
        return answerLines(io, lineSchema, cleanLine);
      }
      const { bytes, contentType, url } = await readInput(io, file);
      const at = options.url ?? url;
      const document = await readFileArticle(io, bytes, at);
      if (document !== null) return print(io, showArticle(document, options));
      const decoded = decodeHtml(bytes, { contentType, override: options.charset ?? null });
      const page = { html: decoded.text, url: at };
      const { select, remove } = options;
      const rules = { ...(select && { select }), ...(remove && { remove }) };
      const article = extractArticle(page, rules);
      warn(io, article, decoded);
      await print(io, options.explain ? explainPage(page, rules) : showArticle(article, options));
    });
};

/** Say what of a text cannot be read, and which encoding was tried. */
function warn(io: Io, article: Article, { encoding, from }: DecodedHtml): void {
  const garbled = garbledReason(article);
  const faults = garbled === null ? lossesIn('page', article).map(({ message }) => message) : [`${garbled}.`];
  for (const fault of faults)
    io.stderr.write(
      `warning: ${fault} It was read as ${encoding} (${from}); --charset reads it as another.\n`,
    );
}

function showArticle(article: Article, options: CleanOptions): string {
  if (options.explain)
    throw new ConfigError(
      'NO_PAGE',
      '--explain shows how a page was cleaned; a document has nothing around its text.',
    );
  if (options.json) return `${JSON.stringify(article, null, 2)}\n`;
  return options.preview ? previewArticle(article) : plain(article);
}

function cleanLine(record: z.infer<typeof lineSchema>): object {
  const bytes = Buffer.from(record.htmlBase64, 'base64');
  const { text: html } = decodeHtml(bytes, { contentType: record.contentType ?? null });
  const { kind, title, published, source, author, blocks } = extractArticle({
    html,
    url: record.url ?? null,
  });
  return {
    // The contract knows three kinds; login, refused, error and empty pages hold no article either.
    kind: kind === 'article' || kind === 'list' ? kind : 'shell',
    title,
    published,
    source,
    author,
    // The contract's text is paragraphs: those of a table are its cells.
    text: blocks.map((block) => block.text.replaceAll('\t', '\n')).join('\n'),
  };
}

function plain(article: Article): string {
  const { kind, reason, kicker, title, subtitle, published, updated } = article;
  const { source, author, editor, fields, text } = article;
  const said = { kicker, title, subtitle, published, updated, source, author, editor, ...fields };
  const facts = Object.entries(said)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\n`);
  return `${kind}: ${reason}\n${facts.join('')}${text === '' ? '' : `\n${text}\n`}`;
}

function encodingLabel(label: string): string {
  if (canonicalLabel(label) !== null) return label;
  throw new InvalidArgumentError('Write an encoding, such as gb18030, big5 or utf-8.');
}

async function readInput(
  io: Io,
  file: string | undefined,
): Promise<{ bytes: Uint8Array; contentType: string | null; url: string | null }> {
  if (file !== undefined && /^https?:/i.test(file)) {
    const { body, headers, finalUrl } = await fetchPage(file);
    return { bytes: body, contentType: headers['content-type'] ?? null, url: finalUrl };
  }
  const bytes = file === undefined || file === '-' ? await readAll(io) : await readPage(io, file);
  return { bytes, contentType: null, url: null };
}

async function readPage(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (cause) {
    throw new ConfigError(
      'NO_FILE',
      `Cannot read ${file} (${messageOf(cause)}). Give the path of a saved page.`,
      {
        cause,
      },
    );
  }
}

async function readAll(io: Io): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
