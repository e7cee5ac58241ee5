import type { DocumentRecord, PlanRecord, SourceRecord } from '../../../core/archive.ts';
import type { News, PlanContext, VersionRef } from '../../../core/digest.ts';
import { StoreError } from '../../../core/errors.ts';
import { rankCopies } from '../../../pipeline/copies/rank-copies.ts';
import { diffFacts } from '../../../pipeline/diff/diff-facts.ts';
import { diffParagraphs } from '../../../pipeline/diff/diff-paragraphs.ts';
import type { EventRecord, Store } from '../../../store/store.ts';
import { copyStanding } from '../page/copy-standing.ts';
import { targetsAbove } from './targets-above.ts';

/** Copies named with one piece of news at most. */
const MOST_COPIES = 20;
/** Reports on one plan named at most. */
const MOST_REPORTS = 5;
const NO_CONTEXT: PlanContext = { above: null, reports: [] };

/**
 * Turn an event, which only refers, into news that can be shown without the archive.
 *
 * @throws {StoreError} STORE_CORRUPT if it refers to what is not there
 */
export async function loadNews(
  store: Store,
  event: EventRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<News> {
  const comparison = event.comparisonId === null ? null : await store.presentComparison(event.comparisonId);
  const found = event.kind === 'plan_found' ? present(await store.plan(event.planId ?? ''), event) : null;
  const { documentId, seq, sourceId } = comparison?.after ?? found ?? event;
  const document = present(await store.document(documentId), event);
  const base = {
    id: event.id,
    at: event.at,
    source: sources.get(sourceId) ?? unknownSource(sourceId),
    version: await versionRef(store, document, seq),
    copies: await copiesOf(store, document, sources),
  };
  switch (event.kind) {
    case 'plan_compared':
    case 'plan_revised': {
      const { id, after, before, changes } = present(comparison, event);
      const yearly = event.kind === 'plan_compared';
      return {
        ...base,
        kind: event.kind,
        plan: after.identity,
        planId: after.id,
        before: { plan: before.identity, version: await planRef(store, before) },
        changes,
        ledger: yearly ? await store.ledger(before) : [],
        tasks: yearly ? await store.tasks(id) : null,
        context: yearly ? await planContext(store, after) : NO_CONTEXT,
      };
    }
    case 'plan_found': {
      const plan = present(found, event);
      const targets = plan.statements.filter((statement) => statement.kind === 'target');
      const context = await planContext(store, plan);
      return { ...base, kind: event.kind, plan: plan.identity, planId: plan.id, targets, context };
    }
    case 'article_edited': {
      const beforeSeq = event.beforeSeq ?? event.seq - 1;
      const before = present(await store.version(document.id, beforeSeq), event).article;
      const after = present(await store.version(document.id, event.seq), event).article;
      const text = (article: typeof before) => `${article.title ?? ''}\n${article.text}`;
      return {
        ...base,
        kind: event.kind,
        before: await versionRef(store, document, beforeSeq),
        hunks: diffParagraphs(text(before), text(after)),
        facts: diffFacts(before, after),
        text: after.text,
      };
    }
    case 'article_gone':
    case 'article_back':
      return { ...base, kind: event.kind };
  }
}

async function planContext(store: Store, plan: PlanRecord): Promise<PlanContext> {
  const reports = await store.mentionsOf(plan.identity, MOST_REPORTS);
  return {
    above: await targetsAbove(store, plan),
    reports: await Promise.all(reports.map((report) => versionRef(store, report, report.versions))),
  };
}

async function versionRef(store: Store, document: DocumentRecord, seq: number): Promise<VersionRef> {
  const version = await store.version(document.id, seq);
  return {
    documentId: document.id,
    seq,
    url: document.url,
    title: version?.article.title ?? document.title ?? document.url,
    published: version?.article.published ?? document.published,
    archivedAt: version?.createdAt ?? document.firstSeenAt,
  };
}

async function planRef(store: Store, plan: PlanRecord): Promise<VersionRef> {
  const document = await store.document(plan.documentId);
  if (document === null) throw missing(`plan ${plan.id}`);
  return versionRef(store, document, plan.seq);
}

/** The other documents of the text's cluster, most official first. */
async function copiesOf(
  store: Store,
  document: DocumentRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<VersionRef[]> {
  const cluster = await store.documents({ clusterId: document.clusterId, limit: MOST_COPIES + 1 });
  const others = cluster.filter((copy) => copy.id !== document.id && copy.versions > 0);
  const standings = await Promise.all(others.map((copy) => copyStanding(store, copy, sources)));
  const inOrder = rankCopies(standings).map(({ document: copy }) => copy);
  return Promise.all(inOrder.slice(0, MOST_COPIES).map((copy) => versionRef(store, copy, copy.versions)));
}

function unknownSource(id: string): SourceRecord {
  return { id, publisher: id, publisherKind: 'aggregator', region: null, tags: [] };
}

function present<T>(value: T | null, event: EventRecord): T {
  if (value === null) throw missing(`event ${event.id}`);
  return value;
}

function missing(what: string): StoreError {
  return new StoreError('STORE_CORRUPT', `${what} refers to a row that is not there. Restore a backup.`);
}
