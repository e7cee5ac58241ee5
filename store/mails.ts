import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Email, Subscriber } from '../core/digest.ts';
import type { Engine } from './engine.ts';
import { insertAll } from './insert-all.ts';
import * as json from './json.ts';
import type { Schema } from './schema.ts';
import type { OutboxRecord, Store } from './store.ts';

type MailStore = Pick<
  Store,
  | 'saveSubscriber'
  | 'subscribers'
  | 'subscriberByToken'
  | 'saveMails'
  | 'saveLetter'
  | 'dueMails'
  | 'markHandingOver'
  | 'markSent'
  | 'markInDoubt'
  | 'markRefused'
  | 'markFailed'
  | 'resend'
  | 'dismissMail'
  | 'outbox'
>;

/** Subscribers and the outbox. A mail and the mark that its events were told are one transaction of the caller's. */
export function mailStore(db: Kysely<Schema>, { durably }: Pick<Engine, 'durably'>): MailStore {
  return {
    async saveSubscriber({
      id,
      email,
      name,
      language,
      sources,
      regions,
      tags,
      words,
      token,
      createdAt,
      active,
    }) {
      const present = {
        email,
        name,
        language,
        wants: JSON.stringify({ sources, regions, tags, words }),
        active: active ? 1 : 0,
      };
      await db
        .insertInto('subscriber')
        .values({ id, token, created_at: createdAt, ...present })
        .onConflict((c) => c.column('id').doUpdateSet(present))
        .execute();
    },

    async subscribers() {
      return (await db.selectFrom('subscriber').selectAll().orderBy('email').execute()).map(subscriber);
    },

    async subscriberByToken(token) {
      const row = await db.selectFrom('subscriber').selectAll().where('token', '=', token).executeTakeFirst();
      return row ? subscriber(row) : null;
    },

    async saveMails({ subscriberId, emails, eventIds, at }) {
      const [first, ...rest] = emails.map((email) => waitingMail(subscriberId, email, at));
      if (first === undefined) return false;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('outbox')
        .values(first)
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) return false;
      await insertAll(rest, (batch) => db.insertInto('outbox').values(batch).execute());
      const told = eventIds.map((id) => ({ subscriber_id: subscriberId, event_id: id, digest_id: first.id }));
      await insertAll(told, (batch) => db.insertInto('told').values(batch).execute());
      return true;
    },

    async saveLetter(email, at) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('outbox')
        .values(waitingMail(null, email, at))
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows !== 0n;
    },

    async dueMails(now, limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('sent_at', 'is', null)
        .where('handing_over_at', 'is', null)
        .where('refused_at', 'is', null)
        .where('dismissed_at', 'is', null)
        .where('next_attempt_at', '<=', now)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(outboxRecord);
    },

    async markHandingOver(id, at) {
      await durably(db, async (disk) => {
        await disk.updateTable('outbox').set({ handing_over_at: at }).where('id', '=', id).execute();
      });
    },

    async markSent({ id, at, response }) {
      await db
        .updateTable('outbox')
        .set({ sent_at: at, response, error_code: null, error_message: null })
        .where('id', '=', id)
        .execute();
    },

    async markInDoubt(id, { code, message }) {
      await db
        .updateTable('outbox')
        .set({ error_code: code, error_message: message })
        .where('id', '=', id)
        .execute();
    },

    async markRefused(id, { at, code, message }) {
      await db
        .updateTable('outbox')
        .set({ refused_at: at, handing_over_at: null, error_code: code, error_message: message })
        .where('id', '=', id)
        .execute();
    },

    async markFailed(id, { code, message, nextAttemptAt }) {
      await db
        .updateTable('outbox')
        .set((row) => ({
          attempts: row('attempts', '+', 1),
          next_attempt_at: nextAttemptAt,
          handing_over_at: null,
          error_code: code,
          error_message: message,
        }))
        .where('id', '=', id)
        .execute();
    },

    async resend(id, at) {
      await db
        .updateTable('outbox')
        .set({ handing_over_at: null, refused_at: null, next_attempt_at: at })
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .execute();
    },

    async dismissMail(id, at) {
      await db
        .updateTable('outbox')
        .set({ dismissed_at: at })
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .execute();
    },

    async outbox({ state, limit, offset }) {
      let query = db
        .selectFrom('outbox')
        .selectAll()
        .where('dismissed_at', state === 'dismissed' ? 'is not' : 'is', null);
      if (state === 'sent') query = query.where('sent_at', 'is not', null);
      else if (state !== 'dismissed') {
        query = query
          .where('sent_at', 'is', null)
          .where('handing_over_at', state === 'doubt' ? 'is not' : 'is', null)
          .where('refused_at', state === 'refused' ? 'is not' : 'is', null);
      }
      const rows = await query
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset ?? 0)
        .execute();
      return rows.map(outboxRecord);
    },
  };
}

function subscriber(row: Selectable<Schema['subscriber']>): Subscriber {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language === 'en' ? 'en' : 'zh',
    ...json.parse(json.wants, row.wants),
    token: row.token,
    createdAt: row.created_at,
    active: row.active === 1,
  };
}

function waitingMail(subscriberId: string | null, email: Email, at: string): Insertable<Schema['outbox']> {
  return {
    id: email.id,
    subscriber_id: subscriberId,
    email: JSON.stringify(email),
    created_at: at,
    attempts: 0,
    next_attempt_at: at,
    handing_over_at: null,
    sent_at: null,
    refused_at: null,
    dismissed_at: null,
    response: null,
    error_code: null,
    error_message: null,
  };
}

function outboxRecord(row: Selectable<Schema['outbox']>): OutboxRecord {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    email: json.parse(json.email, row.email),
    createdAt: row.created_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    handingOverAt: row.handing_over_at,
    sentAt: row.sent_at,
    refusedAt: row.refused_at,
    errorCode: row.error_code,
    errorMessage: row.error_message,
  };
}
