import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { archive } from '../../store/migrations/0001-archive.ts';
import { openStore } from '../../store/open-store.ts';
import type { Schema } from '../../store/schema.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { storeContract } from './contract.ts';

const folder = () => mkdtemp(join(tmpdir(), 'planwatch-store-'));

storeContract('SQLite', async () => {
  const directory = await folder();
  return {
    engine: sqliteEngine(join(directory, 'test.db')),
    destroy: () => rm(directory, { recursive: true }),
  };
});

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
    expect([first.migrated, second.migrated]).toEqual([
      ['0001-archive', '0002-lean-keys', '0003-list-pages'],
      [],
    ]);
    await Promise.all([first.store.close(), second.store.close()]);
    await rm(directory, { recursive: true });
  });

  it('finds the copies and the unsettled pages of an archive made before its keys were lean', async () => {
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
    const sha256 = Buffer.alloc(32, 7);
    await older.insertInto('body').values({ sha256, depth: 0, size: 1, packed: sha256 }).execute();
    const page = {
      document_id: 'd1',
      source_id: 'src',
      url,
      final_url: url,
      status: 200,
      headers: '{}',
      sha256,
    };
    for (const [id, settled] of [
      ['p1', 1],
      ['p2', 0],
    ] as const)
      await older
        .insertInto('page')
        .values({ id, settled, fetched_at: at, fetcher: 'http', ...page })
        .execute();
    await older.destroy();

    const { store, migrated } = await openStore(sqliteEngine(path));
    expect(migrated).toEqual(['0002-lean-keys', '0003-list-pages']);
    expect(await store.headsSharing([10, 99], 9)).toEqual([{ documentId: 'd1', fingerprint: 'f' }]);
    expect((await store.pendingPages(9)).map(({ id }) => id)).toEqual(['p2']);
    await store.close();
    await rm(directory, { recursive: true });
  });
});
