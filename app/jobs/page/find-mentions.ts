import type { Article } from '../../../core/article.ts';
import type { PlanMention } from '../../../core/plan-mention.ts';
import { reportedPlans } from '../../../pipeline/plan/identity/reported-plans.ts';

/**
 * The plans that an article speaks of, as far as it tells them apart. Whether the archive has them is asked when somebody reads:
 * news often comes before its plan.
 *
 * @param region of its source
 * @param isPlan a plan itself, which reports on none
 */
export function findMentions(
  { title, text, published }: Pick<Article, 'title' | 'text' | 'published'>,
  region: string | null,
  isPlan: boolean,
): PlanMention[] {
  const plans = isPlan ? [] : reportedPlans({ title, text, published, region });
  return plans.flatMap(({ kind, subject, ...plan }) =>
    plan.region === null || plan.year === null
      ? []
      : [{ kind, subject, region: plan.region, year: plan.year }],
  );
}
