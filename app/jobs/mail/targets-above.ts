import type { PlanRecord } from '../../../core/archive.ts';
import type { PlanContext, TargetAbove } from '../../../core/digest.ts';
import type { Statement } from '../../../core/plan.ts';
import { parentRegion } from '../../../core/vertical.ts';
import { verticalView } from '../../../pipeline/compare/vertical.ts';
import { fullRegion } from '../../../pipeline/plan/identity/full-region.ts';
import type { Store } from '../../../store/store.ts';

/** Plans of one year looked at for those of the region above. */
const MOST_PLANS = 1000;

/**
 * How the targets of a plan stand to those of the region above, in the order of {@link verticalView}.
 *
 * All plans of the region above count as one, of a target in several that of the plan's own kind.
 *
 * @returns null where the archive has no plan of a region above for that year
 */
export async function targetsAbove(store: Store, plan: PlanRecord): Promise<PlanContext['above']> {
  const { year, kind } = plan.identity;
  if (plan.identity.region === null) return null;
  const region = fullRegion(plan.identity.region);
  const plans = Map.groupBy(await store.plans({ year, limit: MOST_PLANS }), ({ identity }) =>
    fullRegion(identity.region ?? ''),
  );
  const parent = parentRegion(
    region,
    [...plans.keys()].filter((name) => name !== ''),
  );
  if (parent === null) return null;
  const above = (plans.get(parent) ?? []).toSorted(
    (a, b) => Number(b.identity.kind === kind) - Number(a.identity.kind === kind),
  );
  const planOf = new Map<Statement, PlanRecord>();
  for (const each of above)
    for (const target of await store.statementsOf(each.documentId, each.seq, 'target'))
      planOf.set(target, each);
  const reading = (statements: readonly Statement[]) => ({
    identity: plan.identity,
    outline: [],
    statements,
  });
  const own = await store.statementsOf(plan.documentId, plan.seq, 'target');
  const views = verticalView([
    { region: parent, parent: null, reading: reading([...planOf.keys()]) },
    { region, parent, reading: reading(own) },
  ]);
  const targets = views.flatMap(({ headline, regions }): TargetAbove[] => {
    const [upper, lower] = regions;
    const stated = upper?.target ? planOf.get(upper.target) : undefined;
    if (!upper?.target || !lower?.target || stated === undefined) return [];
    const { toParent } = lower;
    if (toParent === null || toParent === 'incomparable') return [];
    const version = { documentId: stated.documentId, seq: stated.seq };
    return [{ own: lower.target, headline, toParent, above: upper.target, version }];
  });
  return { region: parent, targets };
}
