import type { Kysely, Selectable } from 'kysely';
import type { TicketRecord } from '../core/archive.ts';
import type { HealthStore } from './health-store.ts';
import type { Schema } from './schema.ts';

type TicketStore = Pick<
  HealthStore,
  'saveTicket' | 'markTold' | 'tickets' | 'untoldTickets' | 'lastArticles'
>;

/** The troubles of sources as a whole, and when each last brought something. */
export function ticketStore(db: Kysely<Schema>): TicketStore {
  return {
    async saveTicket(ticket) {
      const { id, sourceId, openedAt, release, releaseBefore } = ticket;
      const present = {
        code: ticket.fault.code,
        message: ticket.fault.message,
        runs: ticket.runs,
        broken_at: ticket.brokenAt,
        closed_at: ticket.closedAt,
      };
      const opened = {
        id,
        source_id: sourceId,
        opened_at: openedAt,
        release,
        release_before: releaseBefore,
        told_in: null,
        healed_in: null,
      };
      await db
        .insertInto('ticket')
        .values({ ...opened, ...present })
        .onConflict((c) => c.column('id').doUpdateSet(present))
        .execute();
    },

    async markTold(id, what, letter) {
      const told = what === 'break' ? { told_in: letter } : { healed_in: letter };
      await db.updateTable('ticket').set(told).where('id', '=', id).execute();
    },

    async tickets({ sourceId, open, toldIn, limit, offset }) {
      let query = db.selectFrom('ticket').selectAll();
      if (sourceId !== undefined) query = query.where('source_id', '=', sourceId);
      if (toldIn !== undefined) query = query.where('told_in', '=', toldIn);
      if (open !== undefined) query = query.where('closed_at', open ? 'is' : 'is not', null);
      const rows = await query
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(ticketRecord);
    },

    async untoldTickets() {
      const rows = await db
        .selectFrom('ticket')
        .selectAll()
        .where(({ and, or, eb }) =>
          or([
            and([eb('closed_at', 'is', null), eb('broken_at', 'is not', null), eb('told_in', 'is', null)]),
            and([
              eb('closed_at', 'is not', null),
              eb('told_in', 'is not', null),
              eb('healed_in', 'is', null),
            ]),
          ]),
        )
        .orderBy('opened_at')
        .orderBy('id')
        .execute();
      return rows.map(ticketRecord);
    },

    async lastArticles() {
      // One step into an index for each source; grouping would walk over every document.
      const rows = await db
        .selectFrom('source')
        .select((source) => [
          'source.id',
          source
            .selectFrom('document')
            .select('first_seen_at')
            .whereRef('document.source_id', '=', 'source.id')
            .where('versions', '>', 0)
            .orderBy('first_seen_at', 'desc')
            .limit(1)
            .as('at'),
        ])
        .execute();
      return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
    },
  };
}

function ticketRecord(row: Selectable<Schema['ticket']>): TicketRecord {
  return {
    id: row.id,
    sourceId: row.source_id,
    openedAt: row.opened_at,
    fault: { code: row.code, message: row.message },
    runs: row.runs,
    release: row.release,
    releaseBefore: row.release_before,
    brokenAt: row.broken_at,
    closedAt: row.closed_at,
    toldIn: row.told_in,
    healedIn: row.healed_in,
  };
}
