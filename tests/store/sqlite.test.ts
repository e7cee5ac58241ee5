import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open-store.ts';
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
    expect([first.migrated, second.migrated]).toEqual([['0001-archive', '0002-lean-keys'], []]);
    await Promise.all([first.store.close(), second.store.close()]);
    await rm(directory, { recursive: true });
  });
});
