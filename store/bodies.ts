import type { Kysely } from 'kysely';
import { StoreError } from '../core/errors.ts';
import type { FetchedPage } from '../core/page.ts';
import { packBody, unpackBody } from './body-codec.ts';
import type { Schema } from './schema.ts';

/** A body as it is stored: packed, alone or against another. */
export interface PackedBody {
  readonly sha256: Buffer;
  readonly size: number;
  readonly packed: Buffer;
  readonly base_sha256: Buffer | null;
  /** Bodies that must be unpacked before this one. */
  readonly depth: number;
}

/** How many bodies deep one may lie on others: the template of a site, a page's first text, and its later ones. */
const DEEPEST = 2;
/** Against another body is worth it below this part of alone, since one more body must be read for it. */
const WORTH = 0.5;
/** Below this part of the page it is not asked what alone would take: pages shrink to a fifth. */
const SURELY = 0.1;
/** Full copies of a source that are looked through for the one of the likest address. */
const TEMPLATES = 20;
/** A larger body is mostly files; all that lie on it would have to be read through them. */
const LARGEST_TEMPLATE = 1_000_000;

/**
 * Pack a page's body for storing, against what is most like it: an earlier body of the page, else a body from the same
 * part of the same source, which shares menus, scripts and styles.
 *
 * The same is what makes `git gc` small; here it is done page by page, and no body lies more than two others deep.
 *
 * @param recent what the last pages lay on: most pages of a crawl lie on the same
 * @returns null if this very body is stored already
 * @source docs/decisions/0016-bodies-lie-on-templates.md
 */
export async function packPage(
  db: Kysely<Schema>,
  documentId: string,
  sourceId: string,
  page: FetchedPage,
  recent: RecentBase,
): Promise<PackedBody | null> {
  const { body } = page;
  const sha256 = hashKey(page.sha256);
  const known = await db.selectFrom('body').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  if (known) return null;
  const base = (await ownBody(db, documentId)) ?? (await template(db, sourceId, page.url, recent));
  const based = base && {
    packed: await packBody(body, await baseAt(db, base.sha256, recent)),
    base_sha256: base.sha256,
    depth: base.depth + 1,
  };
  const size = body.length;
  if (based && based.packed.length < size * SURELY) return { sha256, size, ...based };
  const packed = await packBody(body, null);
  const best =
    based && based.packed.length < packed.length * WORTH ? based : { packed, base_sha256: null, depth: 0 };
  return { sha256, size, ...best };
}

/** Store a packed body; a full copy may serve later ones of its source as template. */
export async function insertBody(
  db: Kysely<Schema>,
  sourceId: string,
  page: FetchedPage,
  body: PackedBody,
): Promise<void> {
  await db
    .insertInto('body')
    .values(body)
    .onConflict((c) => c.column('sha256').doNothing())
    .execute();
  if (body.depth > 0 || body.size > LARGEST_TEMPLATE) return;
  await db
    .insertInto('template')
    .values({ source_id: sourceId, sha256: body.sha256, url: page.url, at: page.fetchedAt })
    .onConflict((c) => c.columns(['source_id', 'sha256']).doNothing())
    .execute();
}

/**
 * The bytes of a body.
 *
 * @throws {StoreError} STORE_BODY_MISSING
 */
export function loadBody(db: Kysely<Schema>, sha256: string): Promise<Buffer> {
  return bodyAt(db, hashKey(sha256));
}

/** A hash as the tables hold it. */
export function hashKey(sha256: string): Buffer {
  return Buffer.from(sha256, 'hex');
}

async function bodyAt(db: Kysely<Schema>, sha256: Buffer): Promise<Buffer> {
  const row = await db
    .selectFrom('body')
    .select(['packed', 'size', 'base_sha256'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) {
    throw new StoreError(
      'STORE_BODY_MISSING',
      `The archive has no page body ${sha256.toString('hex')}. Restore it from a backup.`,
    );
  }
  const base = row.base_sha256 === null ? null : await bodyAt(db, row.base_sha256);
  return unpackBody(row.packed, row.size, base);
}

/** What a crawl needs for one page after another. */
export interface RecentBase {
  /** The last body that another was packed against, unpacked. */
  last: { readonly sha256: Buffer; readonly bytes: Buffer } | null;
  /** The last full copies of each source. */
  readonly templates: Map<string, readonly { readonly sha256: Buffer; readonly url: string }[]>;
}

async function baseAt(db: Kysely<Schema>, sha256: Buffer, recent: RecentBase): Promise<Buffer> {
  if (recent.last?.sha256.equals(sha256)) return recent.last.bytes;
  const bytes = await bodyAt(db, sha256);
  recent.last = { sha256, bytes };
  return bytes;
}

type Base = Pick<PackedBody, 'sha256' | 'depth'>;

/** The last body of a document that another may lie on. */
async function ownBody(db: Kysely<Schema>, documentId: string): Promise<Base | null> {
  const row = await db
    .selectFrom('page')
    .innerJoin('body', 'body.sha256', 'page.sha256')
    .select(['body.sha256', 'body.depth'])
    .where('page.document_id', '=', documentId)
    .where('body.depth', '<', DEEPEST)
    .orderBy('page.fetched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Of the last full copies of a source the one whose address begins most like this one: it is of the same section. */
async function template(
  db: Kysely<Schema>,
  sourceId: string,
  url: string,
  { templates }: RecentBase,
): Promise<Base | null> {
  const rows = templates.get(sourceId) ?? (await templatesOf(db, sourceId));
  templates.set(sourceId, rows);
  const shared = rows.map((row) => sharedLength(row.url, url));
  const best = rows[shared.indexOf(Math.max(...shared))];
  return best === undefined ? null : { sha256: best.sha256, depth: 0 };
}

function templatesOf(db: Kysely<Schema>, sourceId: string): Promise<{ sha256: Buffer; url: string }[]> {
  return db
    .selectFrom('template')
    .select(['sha256', 'url'])
    .where('source_id', '=', sourceId)
    .orderBy('at', 'desc')
    .orderBy('sha256')
    .limit(TEMPLATES)
    .execute();
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
