import type { Kysely } from 'kysely';
import type { FetchedPage } from '../core/page.ts';
import { bodyAt, hashKey, type PackedBody } from './bodies.ts';
import { packBody } from './body-codec.ts';
import { type BodyPacker, bodyPacker } from './body-packer.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';

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

/** Full copies that pages are packed against one after another; each takes a few megabytes. */
const PACKERS = 4;

/** What a crawl needs for one page after another. */
export interface RecentBase {
  /** Of the full copies last packed against, by their number, the latest last. */
  readonly packers: Map<number, BodyPacker>;
  /** The last full copies of each source. */
  readonly templates: Map<string, readonly { readonly id: number; readonly url: string }[]>;
}

/**
 * Pack a page's body for storing, against what is most like it: an earlier body of the page, else a body from the same
 * part of the same source, which shares menus, scripts and styles.
 *
 * The same is what makes `git gc` small; here it is done page by page, and no body lies more than two others deep.
 *
 * @param documentId null for the first page of a document
 * @param recent what the last pages lay on: most pages of a crawl lie on the same
 * @source docs/decisions/0016-bodies-lie-on-templates.md
 */
export async function packPage(
  db: Kysely<Schema>,
  documentId: string | null,
  sourceId: string,
  { body, url, sha256 }: FetchedPage,
  recent: RecentBase,
): Promise<PackedBody> {
  const own = { sha256: hashKey(sha256), size: body.length };
  const base = documentId === null ? null : await ownBody(db, documentId);
  const based =
    base === null ? await onTemplate(db, sourceId, url, body, recent) : await onOwn(db, base, body);
  if (based && based.packed.length < body.length * SURELY) return { ...own, ...based };
  const packed = await packBody(body, null);
  const best =
    based && based.packed.length < packed.length * WORTH ? based : { packed, base_id: null, depth: 0 };
  return { ...own, ...best };
}

/** Let a body that is kept in full serve later ones of its source. */
export async function saveTemplate(
  db: Kysely<Schema>,
  sourceId: string,
  url: string,
  bodyId: number,
  { depth, size }: PackedBody,
  { templates }: RecentBase,
): Promise<void> {
  if (depth > 0 || size > LARGEST_TEMPLATE) return;
  await db.insertInto('template').values({ source_id: sourceId, body_id: bodyId, url }).execute();
  // It may be the likest to the next page; other processes' copies are as good as ours, and may be missed.
  templates.delete(sourceId);
}

type Based = Pick<PackedBody, 'packed' | 'base_id' | 'depth'>;

interface Base {
  readonly id: number;
  readonly depth: number;
}

async function onOwn(db: Kysely<Schema>, { id, depth }: Base, body: Uint8Array): Promise<Based> {
  return { packed: await packBody(body, await bodyAt(db, id)), base_id: id, depth: depth + 1 };
}

async function onTemplate(
  db: Kysely<Schema>,
  sourceId: string,
  url: string,
  body: Uint8Array,
  recent: RecentBase,
): Promise<Based | null> {
  const id = await likestTemplate(db, sourceId, url, recent);
  if (id === null) return null;
  const { packers } = recent;
  let packer = packers.get(id);
  if (packer === undefined) {
    const base = await bodyAt(db, id);
    packer = packers.get(id) ?? bodyPacker(base);
  }
  // Nothing is waited for until the packer has the page: another page might end it meanwhile.
  const packed = packer.pack(body);
  hold(packers, id, packer);
  try {
    return { packed: await packed, base_id: id, depth: 1 };
  } catch (error) {
    // It is of no more use, and the next page can have another.
    packers.delete(id);
    throw error;
  }
}

/** Keep a packer for the next pages; the one not used for longest ends for it. */
function hold(packers: Map<number, BodyPacker>, id: number, packer: BodyPacker): void {
  packers.delete(id);
  packers.set(id, packer);
  const [[oldest, last] = []] = packers;
  if (packers.size <= PACKERS || oldest === undefined) return;
  last?.close();
  packers.delete(oldest);
}

const lastBody = statement((db, { documentId }: Given<{ documentId: string }>) =>
  db
    .selectFrom('page')
    .innerJoin('body', 'body.id', 'page.body_id')
    .select(['body.id', 'body.depth'])
    .where('page.document_id', '=', documentId)
    .where('body.depth', '<', DEEPEST)
    .orderBy('page.fetched_at', 'desc')
    .limit(1),
);

/** The last body of a document that another may lie on. */
async function ownBody(db: Kysely<Schema>, documentId: string): Promise<Base | null> {
  const [row] = await lastBody(db, { documentId });
  return row ?? null;
}

/** Of the last full copies of a source the one whose address begins most like this one: it is of the same section. */
async function likestTemplate(
  db: Kysely<Schema>,
  sourceId: string,
  url: string,
  { templates }: RecentBase,
): Promise<number | null> {
  const rows = templates.get(sourceId) ?? (await templatesOf(db, sourceId));
  templates.set(sourceId, rows);
  const shared = rows.map((row) => sharedLength(row.url, url));
  const best = rows[shared.indexOf(Math.max(...shared))];
  return best?.id ?? null;
}

function templatesOf(db: Kysely<Schema>, sourceId: string): Promise<{ id: number; url: string }[]> {
  return db
    .selectFrom('template')
    .select(['body_id as id', 'url'])
    .where('source_id', '=', sourceId)
    .orderBy('body_id', 'desc')
    .limit(TEMPLATES)
    .execute();
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
