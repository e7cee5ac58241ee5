import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Schema } from '../../store/schema.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { type Given, statement } from '../../store/statement.ts';

describe('a statement that is built once', () => {
  let db: Kysely<Schema>;
  let builds = 0;
  beforeEach(async () => {
    builds = 0;
    db = new Kysely<Schema>({ dialect: sqliteEngine(':memory:').dialect });
    await sql`create table template (source_id text, body_id integer, url text)`.execute(db);
  });
  afterEach(() => db.destroy());

  const insert = statement((on, row: Given<Schema['template']>) => on.insertInto('template').values(row));
  const urlsOf = () =>
    statement((on, { id, limit }: Given<{ id: string | null; limit: number }>) => {
      builds++;
      return on
        .selectFrom('template')
        .select('url')
        .where('source_id', 'is not distinct from', id)
        .where('body_id', '>', 0)
        .orderBy('body_id')
        .limit(limit);
    });

  it('runs with the values of each time, in a transaction too', async () => {
    const read = urlsOf();
    await insert(db, { source_id: 'a', body_id: 1, url: '/1' });
    await db.transaction().execute(async (tx) => {
      await insert(tx, { source_id: 'b', body_id: 2, url: '/2' });
      expect(await read(tx, { id: 'b', limit: 9 })).toEqual([{ url: '/2' }]);
    });
    await insert(db, { url: '/3', body_id: 3, source_id: 'b' });
    expect(await read(db, { id: 'b', limit: 9 })).toEqual([{ url: '/2' }, { url: '/3' }]);
    expect(await read(db, { id: 'b', limit: 1 })).toEqual([{ url: '/2' }]);
    expect(await read(db, { id: null, limit: 9 })).toEqual([]);
    expect(builds).toBe(1);
  });

  it('binds one value wherever it stands, and takes text for text', async () => {
    const twice = statement((on, { word }: Given<{ word: string }>) =>
      on.selectNoFrom([sql<string>`${word}`.as('one'), sql<string>`${word} || ${word}`.as('two')]),
    );
    expect(await twice(db, { word: "'; drop" })).toEqual([{ one: "'; drop", two: "'; drop'; drop" }]);
  });
});
