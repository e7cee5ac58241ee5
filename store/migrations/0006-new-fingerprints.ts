import { type Kysely, sql } from 'kysely';

/**
 * Fingerprints are made in another way (pipeline/copies/fingerprint.ts), and one of each way are alike in nothing: an article
 * that has moved would look like another. None is better until it is made anew, by `reprocess` or by the next version.
 */
export async function newFingerprints(db: Kysely<unknown>): Promise<void> {
  await sql`update document set fingerprint = null`.execute(db);
  await sql`delete from band`.execute(db);
}
