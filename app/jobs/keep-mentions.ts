import type { VersionRecord } from '../../core/archive.ts';
import { reportedPlans } from '../../pipeline/plan/reported-plans.ts';
import type { Store } from '../../store/store.ts';

/**
 * Keep which plans an article speaks of, in place of what its earlier version did. Whether the archive has those plans
 * is asked when somebody reads: news often comes before its plan.
 *
 * @param store inside the page's transaction
 * @param article region: of its source; isPlan: a plan itself, which reports on none
 */
export async function keepMentions(
  store: Store,
  { version, region, isPlan }: { version: VersionRecord; region: string | null; isPlan: boolean },
): Promise<void> {
  const { title, text, published } = version.article;
  const plans = isPlan ? [] : reportedPlans({ title, text, published, region });
  const mentions = plans.flatMap(({ kind, subject, ...plan }) =>
    plan.region === null || plan.year === null
      ? []
      : [{ kind, subject, region: plan.region, year: plan.year }],
  );
  await store.saveMentions(version.documentId, mentions);
}
