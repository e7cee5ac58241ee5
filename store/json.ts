import { z } from 'zod';
import type { Article } from '../core/article.ts';
import type { TargetChange } from '../core/change.ts';
import type { Email } from '../core/digest.ts';
import { StoreError } from '../core/errors.ts';
import type { Settlement } from '../core/ledger.ts';
import type { PlanIdentity, Section, Statement } from '../core/plan.ts';
import { TASK_KINDS, type Task, type TaskSummary } from '../core/tasks.ts';

/**
 * What stands in the JSON columns. Parsed on the way out, so that a row written by another version, or by hand, is a
 * clear error here and not a strange one elsewhere.
 */
const text = z.string();
const maybe = text.nullable();

export const headers = z.record(text, text);
export const tags = z.array(text);
export const numbers = z.array(z.number());
export const wants = z.object({ sources: tags, regions: tags, tags, words: tags });

const block = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'quote', 'caption', 'table', 'attachment']),
  text,
  level: z.number().exactOptional(),
  rows: z.array(z.array(text)).exactOptional(),
  href: text.exactOptional(),
  files: z.array(text).exactOptional(),
});

const storedArticle = z.object({
  kind: z.enum(['article', 'list', 'shell', 'login', 'refused', 'missing', 'error', 'empty']),
  reason: text,
  title: maybe,
  kicker: maybe,
  subtitle: maybe,
  published: maybe,
  updated: maybe,
  source: maybe,
  author: maybe,
  editor: maybe,
  fields: z.object({
    indexNumber: text.exactOptional(),
    documentNumber: text.exactOptional(),
    issuer: text.exactOptional(),
    written: text.exactOptional(),
    validity: text.exactOptional(),
    topic: text.exactOptional(),
    publisher: text.exactOptional(),
  }),
  blocks: z.array(block),
  text: text.exactOptional(),
  found: z.record(text, text),
  removed: z.array(z.object({ step: text, reason: text, text })),
});

/** The text of an article is its blocks' texts, so it is kept once: half of what a version takes. */
export const article: z.ZodType<Article> = storedArticle.transform((stored) => ({
  ...stored,
  text: stored.text ?? textOf(stored.blocks),
}));

/** An article as {@link article} reads it. */
export function articleColumn({ text, ...article }: Article): string {
  return JSON.stringify(text === textOf(article.blocks) ? article : { ...article, text });
}

function textOf(blocks: Article['blocks']): string {
  return blocks.map((one) => one.text).join('\n');
}

export const identity: z.ZodType<PlanIdentity> = z.object({
  issuer: maybe,
  region: maybe,
  kind: text,
  series: text,
  year: z.number(),
  endYear: z.number(),
  title: text,
  documentNumber: maybe,
  stage: z.enum(['draft', 'delivered', 'adopted']),
});

export const outline: z.ZodType<Section[]> = z.array(
  z.object({ level: z.number(), heading: text, start: z.number(), end: z.number() }),
);

export const statement: z.ZodType<Statement> = z.object({
  quote: text,
  start: z.number(),
  end: z.number(),
  indicator: text,
  entity: maybe,
  kind: z.enum(['target', 'achievement', 'context']),
  comparator: z.enum(['>=', '>', '<=', '<', '~', '=', 'range']),
  value: z.number(),
  value2: z.number().nullable(),
  unit: maybe,
  metric: z.enum(['level', 'growth', 'share', 'count']),
  direction: z.enum(['up', 'down']).nullable(),
  deadline: z.number().nullable(),
  section: z.array(text),
  rule: text,
});

export const change: z.ZodType<TargetChange> = z.object({
  change: z.enum(['raised', 'lowered', 'same', 'comparator', 'rescoped', 'new', 'dropped', 'not_restated']),
  indicator: text,
  entity: maybe,
  before: statement.nullable(),
  after: statement.nullable(),
  headline: z.boolean(),
  better: z.boolean().nullable(),
  similarity: z.number(),
});

export const settlement: z.ZodType<Settlement> = z.object({
  target: statement,
  outcome: z.enum(['met', 'missed', 'undetermined', 'redefined', 'not_reported', 'not_due']),
  achievement: statement.nullable(),
  progress: z.array(statement),
});

const task: z.ZodType<Task> = z.object({
  text,
  start: z.number(),
  end: z.number(),
  section: z.array(text),
  units: z.array(text),
  deadline: maybe,
});

export const taskSummary: z.ZodType<TaskSummary> = z.object({
  counts: z.record(z.enum(TASK_KINDS), z.number()),
  changes: z.array(
    z.object({
      change: z.enum(['same', 'edited', 'new', 'dropped']),
      before: task.nullable(),
      after: task.nullable(),
      moved: z.boolean(),
      shifts: z.array(
        z.object({ object: text, before: text, after: text, shift: z.enum(['firmer', 'weaker']) }),
      ),
      unitsChanged: z.boolean(),
      deadlineChanged: z.boolean(),
      similarity: z.number(),
    }),
  ),
});

export const email: z.ZodType<Email> = z.object({
  id: text,
  from: text,
  to: text,
  subject: text,
  text,
  html: text,
  messageId: text,
  date: text,
  headers,
});

/**
 * Read a JSON column.
 *
 * @throws {StoreError} STORE_CORRUPT if it is not what was written
 */
export function parse<T>(schema: z.ZodType<T>, column: string): T {
  const result = schema.safeParse(safeJson(column));
  if (result.success) return result.data;
  throw new StoreError(
    'STORE_CORRUPT',
    `A row of the database cannot be read (${result.error.issues[0]?.path.join('.') ?? ''}). Restore a backup, or run migrate if it is older than this planwatch.`,
    { cause: result.error },
  );
}

function safeJson(column: string): unknown {
  try {
    return JSON.parse(column);
  } catch {
    return undefined;
  }
}
