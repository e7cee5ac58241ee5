import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { decodeHtml } from '../../core/charset.ts';
import type { Language } from '../../core/digest.ts';
import { ConfigError, messageOf } from '../../core/errors.ts';
import type { PlanInput, PlanReading, Statement } from '../../core/plan.ts';
import { extractArticle } from '../../pipeline/clean/extract-article.ts';
import { readPlan } from '../../pipeline/plan/read-plan.ts';
import { readFileArticle } from '../attachments/read-file.ts';
import { type Io, print } from '../io.ts';
import { planInputOf } from '../jobs/plan/plan-input-of.ts';
import { answerLines, base64, refuseFile } from '../jsonl.ts';
import { statementsTable } from '../print/statements-table.ts';
import type { AddCommand } from '../program.ts';

interface TargetsOptions {
  readonly jsonl?: boolean;
  readonly json?: boolean;
  readonly lang: string;
  readonly all?: boolean;
  readonly issuer?: string;
  readonly year?: string;
  readonly url?: string;
}

/** A plan as the `--jsonl` contract gives it: the text, or the page it stands on. */
export const planSchema = z
  .object({
    text: z.string().optional(),
    htmlBase64: base64.optional(),
    url: z.string().nullable().default(null),
    title: z.string().nullable().default(null),
    published: z.string().nullable().default(null),
    issuer: z.string().nullable().default(null),
    year: z.number().int().nullable().default(null),
  })
  .refine((plan) => plan.text !== undefined || plan.htmlBase64 !== undefined, 'text or htmlBase64 is needed');

const lineSchema = z.intersection(z.object({ id: z.unknown() }), planSchema);

/** `targets`: a plan's text or page to its statements. */
export const addTargets: AddCommand = (program: Command, io: Io): void => {
  program
    .command('targets')
    .description('Read the targets and achievements out of a plan. FILE - or none reads stdin.')
    .argument('[FILE]', 'text, HTML, PDF, Word, RTF, Excel, ODT, ODS or OFD file')
    .option('--issuer <name>', 'who issued the plan, if the text does not say')
    .option('--year <year>', "the plan's year, if the text does not say")
    .option('--url <address>', 'where the page was fetched')
    .option('--lang <zh|en>', 'language of the table', 'zh')
    .option('--all', 'list context too: thresholds, populations, counts of the plan itself')
    .option('--json', 'print the reading as JSON')
    .option('--jsonl', 'read {id, text | htmlBase64, …} a line, write {id, plan, statements} a line')
    .action(async (file: string | undefined, options: TargetsOptions) => {
      if (options.jsonl) {
        refuseFile(file);
        return answerLines(io, lineSchema, (line) => answerPlan(readPlan(planInput(line))));
      }
      const input = await inputOf(io, file, options);
      const reading = readPlan(input);
      const look = {
        lang: languageOf(options.lang),
        all: options.all === true,
        columns: io.columns,
        colour: io.interactive,
      };
      await print(
        io,
        options.json ? `${JSON.stringify(reading, null, 2)}\n` : statementsTable(reading, input.text, look),
      );
    });
};

/** The plan of a `--jsonl` line; a page is cleaned first, and what the line says of it wins over the page. */
export function planInput(line: z.infer<typeof planSchema>): PlanInput {
  const { htmlBase64, text, ...known } = line;
  if (text !== undefined) return { ...known, text };
  return fromPage(Buffer.from(htmlBase64 ?? '', 'base64'), known);
}

function fromPage(bytes: Uint8Array, known: Omit<PlanInput, 'text'>): PlanInput {
  const article = extractArticle({ html: decodeHtml(bytes).text, url: known.url ?? null });
  return {
    ...known,
    text: article.text,
    title: known.title ?? article.title,
    published: known.published ?? article.published,
    issuer: known.issuer ?? article.fields.issuer ?? null,
  };
}

/** A reading with the contract's fields and no others. */
function answerPlan({ identity, statements }: PlanReading): object {
  const plan =
    identity === null
      ? null
      : { issuer: identity.issuer, region: identity.region, series: identity.series, year: identity.year };
  return { plan, statements: statements.map(contractStatement) };
}

/** A statement with the contract's fields, in its order. */
export function contractStatement(statement: Statement): object {
  const { section: _section, rule: _rule, ...fields } = statement;
  return fields;
}

async function inputOf(io: Io, file: string | undefined, options: TargetsOptions): Promise<PlanInput> {
  const bytes = await readInput(io, file);
  return fileAsPlan(io, bytes, {
    url: options.url ?? null,
    issuer: options.issuer ?? null,
    year: yearOf(options.year),
  });
}

/** A file as a plan: a document, a page, or a text. What is known of it wins over what it says. */
export async function fileAsPlan(
  io: Io,
  bytes: Uint8Array,
  known: Omit<PlanInput, 'text'>,
): Promise<PlanInput> {
  const document = await readFileArticle(io, bytes, known.url ?? null);
  if (document !== null) {
    const { text, title = null, published = null } = planInputOf(document, { region: null, url: null });
    return { ...known, text, title: known.title ?? title, published: known.published ?? published };
  }
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trimStart();
  return start.startsWith('<') ? fromPage(bytes, known) : { ...known, text: decodeHtml(bytes).text };
}

function languageOf(text: string): Language {
  if (text === 'zh' || text === 'en') return text;
  throw new ConfigError('BAD_LANGUAGE', `--lang ${text} is not a language of ours. Write zh or en.`);
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
  throw new ConfigError('BAD_YEAR', `--year ${text} is not a year. Write four digits, such as --year 2026.`);
}

async function readInput(io: Io, file: string | undefined): Promise<Uint8Array> {
  if (file === undefined || file === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (cause) {
    throw new ConfigError('FILE_UNREADABLE', `Cannot read ${file}: ${messageOf(cause)}`, { cause });
  }
}
