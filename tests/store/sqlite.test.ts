import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../core/hash.ts';
import { archive } from '../../store/migrations/0001-archive.ts';
import { openStore } from '../../store/open-store.ts';
import type { Schema } from '../../store/schema.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { anArticle } from '../helpers/samples.ts';
import { storeContract } from './contract.ts';

const folder = () => mkdtemp(join(tmpdir(), 'planwatch-store-'));

storeContract('SQLite', async () => {
  const directory = await folder();
  return {
    engine: sqliteEngine(join(directory, 'test.db')),
    destroy: () => rm(directory, { recursive: true }),
  };
});

const MIGRATIONS = [
  '0001-archive',
  '0002-lean-keys',
  '0003-list-pages',
  '0004-numbered-bodies',
  '0005-measures-by-time',
  '0006-new-fingerprints',
  '0007-fresh-bands',
];

describe('the SQLite engine', () => {
  it('says that a file cannot be a database, and what to do', async () => {
    const directory = await folder();
    await writeFile(join(directory, 'file'), 'x');
    expect(() => sqliteEngine(join(directory, 'file', 'test.db'))).toThrow(
      expect.objectContaining({ code: 'STORE_UNWRITABLE', message: expect.stringContaining('permissions') }),
    );
    await rm(directory, { recursive: true });
  });

  it('refuses a file that is no database with a typed error and leaves it as it was', async () => {
    const directory = await folder();
    const path = join(directory, 'notes.txt');
    await writeFile(path, 'these are my notes, not a database, and there are quite a few of them'.repeat(20));
    const open = async () => openStore(sqliteEngine(path));
    await expect(open()).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    await rm(directory, { recursive: true });
  });

  it('runs migrations once', async () => {
    const directory = await folder();
    const path = join(directory, 'test.db');
    const first = await openStore(sqliteEngine(path));
    const second = await openStore(sqliteEngine(path));
    expect([first.migrated, second.migrated]).toEqual([MIGRATIONS, []]);
    await Promise.all([first.store.close(), second.store.close()]);
    await rm(directory, { recursive: true });
  });

  it('finds the unsettled pages of an archive made before its keys were lean, and what is usual there', async () => {
    const directory = await folder();
    const path = join(directory, 'test.db');
    const engine = sqliteEngine(path);
    const older = new Kysely<Schema>({ dialect: engine.dialect });
    const getMigrations = async () => ({
      '0001-archive': { up: (db: Kysely<unknown>) => archive(db, engine) },
    });
    await new Migrator({ db: older, provider: { getMigrations } }).migrateToLatest();
    const at = '2026-01-02T00:00:00.000Z';
    const seen = { source_id: 'src', state_reason: '', first_seen_at: at, next_check_at: at } as const;
    const none = { missing_checks: 0, versions: 1, baseline: 0 };
    const url = 'https://www.example.gov.cn/a/1.html';
    await older
      .insertInto('document')
      .values({ id: 'd1', url, cluster_id: 'd1', fingerprint: 'f', state: 'content', ...seen, ...none })
      .execute();
    const bands = [21, 10].map((key) => ({ key, document_id: 'd1' }));
    await older.insertInto('band').values(bands).execute();
    const body = Buffer.alloc(32, 7);
    await sql`insert into body (sha256, depth, size, packed) values (${body}, 0, 1, ${body})`.execute(older);
    for (const [id, settled] of [
      ['p1', 1],
      ['p2', 0],
    ] as const)
      await sql`
        insert into page (id, document_id, source_id, url, final_url, fetched_at, status, headers, sha256, fetcher, settled)
        values (${id}, 'd1', 'src', ${url}, ${url}, ${at}, 200, '{}', ${body}, 'http', ${settled})`.execute(
        older,
      );
    const measured = { source_id: 'src', kind: 'article', blocks: 3 } as const;
    const sizes = [8, 9].map((size) => ({
      ...measured,
      url: `${url}?${9 - size}`,
      at: `${at}${size}`,
      size,
    }));
    await older.insertInto('measure').values(sizes).execute();
    await sql`
      insert into run (id, source_id, due_at, started_at, finished_at, status, owner, lease_until, fetched, new_versions, errors,
        release, judged, narrowed)
      values ('r1', 'src', ${at}, ${at}, '2026-01-03', 'done', '', '', 0, 0, 0, '', 0, 0)`.execute(older);
    await older.destroy();

    const { store, migrated } = await openStore(sqliteEngine(path));
    expect(migrated).toEqual(MIGRATIONS.slice(1));
    // Its fingerprint is one of before, which is like none of now.
    expect(await store.headsSharing([10, 99], 9)).toEqual([]);
    expect(await store.document('d1')).toMatchObject({ fingerprint: null });
    expect((await store.pendingPages(9)).map(({ id }) => id)).toEqual(['p2']);
    const usual = await store.measures({ sourceId: 'src', kind: 'article' }, 9);
    expect(usual.map(({ size }) => size)).toEqual([9, 8]);
    await store.close();
    await rm(directory, { recursive: true });
  });

  // Four pages in three states, of which the third is the first again; two of them are not settled. One has moved.
  it('carries over what an archive held before its bodies had numbers', async () => {
    const directory = await folder();
    const path = join(directory, 'test.db');
    const packed = await readFile(join(import.meta.dirname, '../fixtures/archives/before-0004.db.zst'));
    await writeFile(path, zstdDecompressSync(packed));
    const { store, migrated } = await openStore(sqliteEngine(path));
    expect(migrated).toEqual(MIGRATIONS.slice(2));
    const told: string[] = [];
    for (const { id, url } of await store.documents({ limit: 9 })) {
      const pages = await store.pages(id);
      const hashes = await Promise.all(pages.map(async (page) => sha256(await store.pageBody(page.sha256))));
      expect(hashes).toEqual(pages.map((page) => page.sha256));
      const versions = await store.versions(id);
      expect(versions.map(({ pageId }) => pageId)).toEqual(pages.map((page) => page.id));
      told.push(
        `${url} ${pages.map(({ finalUrl, fetchedAt }) => `${finalUrl === url} ${fetchedAt}`).join(' ')}`,
      );
      expect(pages[0]?.sha256).toBe(pages[2]?.sha256);
    }
    const at = (page: number) => [1, 2, 3].map((day) => `${page < 4} 2026-01-0${day}T00:00:0${page}.000Z`);
    expect(told.sort()).toEqual(
      [1, 2, 3, 4].map((page) => `https://www.wangchao.example/zwgk/t${page}.html ${at(page).join(' ')}`),
    );
    expect((await store.pendingPages(9)).map(({ url, fetchedAt }) => `${url} ${fetchedAt}`)).toEqual(
      [3, 4].map((page) => `https://www.wangchao.example/zwgk/t${page}.html 2026-01-03T00:00:0${page}.000Z`),
    );
    await store.close();
    const database = new SqliteDatabase(path);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('select depth, count(*) from body group by depth').raw().all()).toEqual([
      [0, 1],
      [1, 4],
      [2, 3],
    ]);
    database.close();
    await rm(directory, { recursive: true });
  });

  it('still refuses what refers to nothing, after its tables were made anew', async () => {
    const engine = sqliteEngine(':memory:');
    const { store } = await openStore(engine);
    const missing = {
      documentId: 'd1',
      pageId: 'p1',
      hash: 'h',
      fingerprint: 'f',
      at: '2026-01-02T00:00:00.000Z',
    };
    const saving = store.saveVersion({ ...missing, article: anArticle('甲'), cause: 'publisher' });
    await expect(saving).rejects.toThrow('FOREIGN KEY');
    await store.close();
  });
});
