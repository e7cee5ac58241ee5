import type { Kysely } from 'kysely';
import type { PlanRecord } from '../core/archive.ts';
import { divisionNames, planSubject } from '../core/plan-mention.ts';
import { documentRecord } from './documents.ts';
import { insertAll } from './insert-all.ts';
import { planRecord, planRows } from './plans.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type MentionStore = Pick<Store, 'saveMentions' | 'mentionsOf' | 'plansMentioned'>;

/** Which articles speak of which plans; the two meet when somebody reads, so it does not matter which came first. */
export function mentionStore(db: Kysely<Schema>): MentionStore {
  return {
    async saveMentions(documentId, mentions) {
      await db.deleteFrom('mention').where('document_id', '=', documentId).execute();
      const rows = mentions.map(({ kind, region, year, subject }, n) => ({
        document_id: documentId,
        n,
        kind,
        region,
        year,
        subject,
      }));
      await insertAll(rows, (batch) => db.insertInto('mention').values(batch).execute());
    },

    async mentionsOf(plan, limit) {
      const { kind, year, region } = plan;
      if (region === null) return [];
      const rows = await db
        .selectFrom('document')
        .selectAll('document')
        .where('document.id', 'in', (sub) =>
          sub
            .selectFrom('mention')
            .select('document_id')
            .where('kind', '=', kind)
            .where('year', '=', year)
            .where((is) => is.or([is('subject', 'is', null), is('subject', '=', planSubject(plan))]))
            .where((is) =>
              is.or([is('region', 'in', divisionNames(region)), is('region', 'like', `%${region}`)]),
            ),
        )
        .orderBy((row) => row.fn.coalesce('document.published', 'document.first_seen_at'), 'desc')
        .orderBy('document.id')
        .limit(limit)
        .execute();
      return rows.map(documentRecord);
    },

    async plansMentioned(documentId) {
      const mentions = await db
        .selectFrom('mention')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('n')
        .execute();
      const plans = new Map<string, PlanRecord>();
      for (const { kind, region, year, subject } of mentions) {
        const rows = await planRows(db)
          .where('plan.kind', '=', kind)
          .where('plan.year', '=', year)
          .where((is) =>
            is.or([is('plan.region', 'in', divisionNames(region)), is('plan.region', 'like', `%${region}`)]),
          )
          .orderBy('plan.series')
          .execute();
        for (const plan of rows.map(planRecord))
          if (subject === null || subject === planSubject(plan.identity)) plans.set(plan.id, plan);
      }
      return [...plans.values()];
    },
  };
}
