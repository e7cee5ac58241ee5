import type { Command } from 'commander';
import color from 'picocolors';
import type { DocumentRecord, VersionRecord } from '../../core/archive.ts';
import type { FactChange } from '../../core/change.ts';
import { ConfigError } from '../../core/errors.ts';
import { naturalId } from '../../core/hash.ts';
import { canonicalUrl } from '../../core/url.ts';
import { words } from '../../core/words.ts';
import { diffFacts } from '../../pipeline/diff/diff-facts.ts';
import { diffParagraphs, type Hunk } from '../../pipeline/diff/diff-paragraphs.ts';
import type { Store } from '../../store/store.ts';
import { type Io, print } from '../io.ts';
import { table, withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

type JsonOption = ConfigOption & { readonly json?: boolean };

/** `history`, `show`, `diff`: one document through time. */
export const addArchive: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('history'))
    .description('List the versions of a document.')
    .argument('<DOCUMENT>', 'address of the page, or document id')
    .option('--json', 'print as JSON')
    .action((name: string, options: JsonOption) =>
      withApp(io, { ...options, reading: true }, async ({ store }) => {
        const document = await findDocument(store, name);
        const versions = await store.versions(document.id);
        await print(
          io,
          options.json
            ? `${JSON.stringify({ document, versions }, null, 2)}\n`
            : historyOf(document, versions, io),
        );
      }),
    );

  withConfigOption(program.command('show'))
    .description('Print a version of a document: the last one, or the one asked for.')
    .argument('<DOCUMENT>', 'address of the page, or document id')
    .argument('[VERSION]', 'number, from 1')
    .option('--json', 'print as JSON')
    .action((name: string, seq: string | undefined, options: JsonOption) =>
      withApp(io, { ...options, reading: true }, async ({ store }) => {
        const version = await findVersion(store, await findDocument(store, name), seq);
        const { title, published, source, text } = version.article;
        const plain = `${title ?? ''}\n${[published, source].filter(Boolean).join('  ')}\n\n${text}\n`;
        await print(io, options.json ? `${JSON.stringify(version, null, 2)}\n` : withoutControls(plain));
      }),
    );

  withConfigOption(program.command('diff'))
    .description('Show what changed between two versions of a document: the last two, or those asked for.')
    .argument('<DOCUMENT>', 'address of the page, or document id')
    .argument('[BEFORE]', 'number, from 1')
    .argument('[AFTER]', 'number, from 1')
    .option('--json', 'print as JSON')
    .action((name: string, from: string | undefined, to: string | undefined, options: JsonOption) =>
      withApp(io, { ...options, reading: true }, async ({ store }) => {
        const document = await findDocument(store, name);
        const after = await findVersion(store, document, to);
        const before = await findVersion(store, document, from ?? String(Math.max(1, after.seq - 1)));
        const hunks = diffParagraphs(textOf(before), textOf(after));
        const facts = diffFacts(before.article, after.article);
        const lines = [...factLines(facts), ...hunks.map(drawHunk)];
        const drawn = lines.length === 0 ? 'No difference.\n' : lines.join('\n');
        await print(io, options.json ? `${JSON.stringify({ facts, hunks }, null, 2)}\n` : `${drawn}\n`);
      }),
    );
};

/**
 * The document an operator names by its address or id.
 *
 * @throws {ConfigError} DOCUMENT_UNKNOWN
 */
export async function findDocument(store: Store, name: string): Promise<DocumentRecord> {
  const url = canonicalUrl(name);
  const document = await store.document(url === null ? name : naturalId(url));
  if (document) return document;
  throw new ConfigError(
    'DOCUMENT_UNKNOWN',
    `The archive has no document ${name}. Give the address as the source has it.`,
  );
}

/** @throws {ConfigError} VERSION_UNKNOWN */
async function findVersion(
  store: Store,
  document: DocumentRecord,
  seq: string | undefined,
): Promise<VersionRecord> {
  const version =
    seq === undefined
      ? await store.latestVersion(document.id)
      : await store.version(document.id, Number(seq));
  if (version) return version;
  throw new ConfigError(
    'VERSION_UNKNOWN',
    `${document.url} has ${document.versions} versions; there is no ${seq ?? 'first'} one.`,
  );
}

function textOf({ article }: VersionRecord): string {
  return `${article.title ?? ''}\n${article.text}`;
}

function factLines(facts: readonly FactChange[]): string[] {
  return facts.map((change) => withoutControls(words.en.facts(change)));
}

function historyOf(document: DocumentRecord, versions: readonly VersionRecord[], io: Io): string {
  const rows = versions.map((v) => [
    String(v.seq),
    v.createdAt.slice(0, 16),
    v.cause,
    v.article.published ?? '-',
    String(v.article.text.length),
    v.article.fields.validity ?? '-',
    v.article.title ?? '-',
  ]);
  const state = `${document.url}\n${document.state}: ${document.stateReason}\n`;
  return (
    withoutControls(state) +
    table(
      ['version', 'kept (UTC)', 'cause', 'published', 'characters', 'validity', 'title'],
      rows,
      io.columns,
    )
  );
}

const MARKS = { same: ' ', edited: '~', added: '+', removed: '-', moved: '>' } as const;

function drawHunk(hunk: Hunk): string {
  const skipped = hunk.skipped > 0 ? color.dim(`… ${hunk.skipped} unchanged paragraphs\n`) : '';
  const parts = hunk.parts.map(({ kind, text }) => {
    const safe = withoutControls(text);
    if (kind === 'added') return color.green(`{+${safe}+}`);
    return kind === 'removed' ? color.red(`[-${safe}-]`) : safe;
  });
  return `${skipped}${MARKS[hunk.kind]} ${parts.join('')}`;
}
