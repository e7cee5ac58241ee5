import type { VersionRecord } from '../../../core/archive.ts';
import type { PlanReading } from '../../../core/plan.ts';
import { recognizeReview } from '../../../pipeline/compare/recognize-review.ts';
import { regionNames } from '../../../pipeline/plan/identity/full-region.ts';
import type { Store } from '../../../store/store.ts';
import { keepLedger } from './keep-ledgers.ts';

/** Plans of one region that one article may settle. */
const MOST_PLANS = 1000;

/**
 * Keep an article that looks back on a year of a region, and settle that region's targets of the year by it.
 *
 * @param store inside the page's transaction
 * @param article region: of its source; reading: what was read out of it
 */
export async function keepReview(
  store: Store,
  article: { version: VersionRecord; region: string | null; reading: PlanReading; at: string },
): Promise<void> {
  const { version, reading, at } = article;
  const { documentId, seq } = version;
  const { title, published } = version.article;
  const review = recognizeReview({ title, published, region: article.region });
  if (review === null || !reading.statements.some(({ kind }) => kind === 'achievement')) return;
  const { outline, statements } = reading;
  await store.saveReview({ documentId, seq, ...review, outline, statements });
  for (const name of regionNames(review.region)) {
    const plans = await store.plans({ region: name, limit: MOST_PLANS });
    for (const { id } of plans.filter(({ identity }) => identity.endYear === review.year)) {
      const plan = await store.plan(id);
      if (plan !== null) await keepLedger(store, plan, { documentId, seq, statements }, at);
    }
  }
}
