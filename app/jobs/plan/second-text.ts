import type { PlanWithStatements, SourceRecord } from '../../../core/archive.ts';
import type { ChangeKind } from '../../../core/change.ts';
import { asOtherText, isOtherText, type PlanIdentity } from '../../../core/plan.ts';
import { compareTargets } from '../../../pipeline/compare/compare-targets.ts';
import type { Store } from '../../../store/store.ts';
import type { PlanVersion } from './keep-plan.ts';
import { isWhole } from './take-over.ts';

/** Pairs of one indicator with two numbers. */
const OTHER_NUMBER: ReadonlySet<ChangeKind> = new Set(['raised', 'lowered', 'comparator']);
/** Of a text of which less stands in the first one, most is about other things. */
const MOSTLY = 1 / 2;

/**
 * What a text is that bears the series, year and stage of a plan the archive has from another page of no lower standing:
 * the plan issued anew (`revision`), `another` text of the same name, or a `copy` that tells nothing.
 *
 * Told from each other by their targets: texts of one form are alike in words, and copies are cut and misprinted. So only
 * the site that published the first text may revise it, and only a government may have another.
 */
export async function judgeSecond(
  store: Store,
  plan: PlanVersion,
  existing: PlanWithStatements,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<'revision' | 'another' | 'copy'> {
  if (sources.get(plan.sourceId)?.publisherKind !== 'government') return 'copy';
  const stated = compareTargets(existing, plan.reading).filter(({ after }) => after !== null);
  const same = stated.filter(({ change }) => change === 'same').length;
  if (same === stated.length) return 'copy';
  if (same < MOSTLY * stated.length) return 'another';
  const moved = stated.some(({ change }) => OTHER_NUMBER.has(change));
  const anew = plan.sourceId === existing.sourceId && (await isLater(store, plan, existing));
  return moved && anew && isWhole(plan.reading, existing) ? 'revision' : 'copy';
}

/** The identity under which a document's text is kept beside the plan of its name, where it is. */
export async function keptBeside(
  store: Store,
  { identity, version }: Pick<PlanVersion, 'identity' | 'version'>,
): Promise<PlanIdentity> {
  const plans = await store.plans({ documentId: version.documentId, year: identity.year, limit: 9 });
  const beside = plans.some((plan) => isOtherText(plan.identity));
  return beside ? asOtherText(identity, version.documentId) : identity;
}

async function isLater(
  store: Store,
  { version }: PlanVersion,
  existing: PlanWithStatements,
): Promise<boolean> {
  const first = (await store.version(existing.documentId, existing.seq))?.article.published?.slice(0, 10);
  const second = version.article.published?.slice(0, 10);
  return first !== undefined && second !== undefined && second > first;
}
