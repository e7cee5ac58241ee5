import type { Kysely, Selectable } from 'kysely';
import { naturalId } from '../core/hash.ts';
import type { Schema } from './schema.ts';
import type { EventRecord, Store } from './store.ts';

type EventStore = Pick<Store, 'saveEvent' | 'retellPlan' | 'untoldEvents' | 'events'>;

/** Events: what readers may be told, found once however often it is found. */
export function eventStore(db: Kysely<Schema>): EventStore {
  const store: EventStore = {
    async saveEvent(event) {
      // What makes two findings one: for a comparison, the pair; else the kind and the version it is about. A page
      // that goes, comes back and goes again is news each time, so there the moment counts too.
      const about =
        event.comparisonId ??
        (event.kind === 'article_gone' || event.kind === 'article_back' ? event.at : '');
      const id = naturalId(event.kind, event.documentId, event.seq, about);
      await db
        .insertInto('event')
        .values({
          id,
          kind: event.kind,
          at: event.at,
          source_id: event.sourceId,
          document_id: event.documentId,
          seq: event.seq,
          before_seq: event.beforeSeq,
          plan_id: event.planId,
          comparison_id: event.comparisonId,
          news: event.news ? 1 : 0,
        })
        .onConflict((c) => c.column('id').doNothing())
        .execute();
      return { id, ...event };
    },

    async retellPlan(planId, comparisonId) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('plan_id', '=', planId)
        .where('kind', 'in', ['plan_found', 'plan_compared'])
        .where('id', 'not in', (told) => told.selectFrom('told').select('event_id'))
        .execute();
      for (const row of rows) {
        await db.deleteFrom('event').where('id', '=', row.id).execute();
        await store.saveEvent({ ...eventRecord(row), kind: 'plan_compared', comparisonId });
      }
    },

    async untoldEvents(subscriber, until) {
      const rows = await db
        .selectFrom('event')
        .selectAll('event')
        .leftJoin('told', (join) =>
          join.onRef('told.event_id', '=', 'event.id').on('told.subscriber_id', '=', subscriber.id),
        )
        .where('told.event_id', 'is', null)
        .where('event.news', '=', 1)
        .where('event.at', '>=', subscriber.createdAt)
        .where('event.at', '<=', until)
        .orderBy('event.at')
        .orderBy('event.id')
        .execute();
      return rows.map(eventRecord);
    },

    async events({ planId, limit, offset }) {
      let query = db.selectFrom('event').selectAll();
      if (planId !== undefined) query = query.where('plan_id', '=', planId);
      const rows = await query
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(eventRecord);
    },
  };
  return store;
}

function eventRecord(row: Selectable<Schema['event']>): EventRecord {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    sourceId: row.source_id,
    documentId: row.document_id,
    seq: row.seq,
    beforeSeq: row.before_seq,
    planId: row.plan_id,
    comparisonId: row.comparison_id,
    news: row.news === 1,
  };
}
