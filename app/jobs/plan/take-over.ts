import type { PlanWithStatements, SourceRecord } from '../../../core/archive.ts';
import type { PlanIdentity, PlanReading, PlanStage } from '../../../core/plan.ts';
import { isMoreOfficial } from '../page/rank-source.ts';

const STAGES: readonly PlanStage[] = ['draft', 'delivered', 'adopted'];
/** A later text with a smaller share of the targets is an excerpt and revises nothing. */
const MOST_TARGETS = 2 / 3;

/**
 * What a plan is to the archive that stands there already on another page: a `revision` that readers are told of, the
 * same at a better `place`, a copy that changes nothing, or a `second` text of the same stage and standing, of which only
 * its targets tell what it is (second-text.ts).
 *
 * What was asked for comment or read out is revised when it is adopted, wherever that stands; never the other way round.
 * Aggregators revise nobody: they date and cut texts as they like. A summary gives way to the whole.
 */
export function takesOver(
  existing: PlanWithStatements,
  plan: { readonly identity: PlanIdentity; readonly reading: Pick<PlanReading, 'statements'> },
  from: { readonly existing: SourceRecord | undefined; readonly plan: SourceRecord | undefined },
): 'revision' | 'place' | 'copy' | 'second' {
  const summary = isSummary(plan.identity);
  if (summary !== isSummary(existing.identity)) return summary ? 'copy' : 'place';
  const later = STAGES.indexOf(plan.identity.stage) - STAGES.indexOf(existing.identity.stage);
  if (later === 0) return isMoreOfficial(from.plan, from.existing) ? 'place' : 'second';
  const trusted = from.plan !== undefined && from.plan.publisherKind !== 'aggregator';
  return later > 0 && trusted && isWhole(plan.reading, existing) ? 'revision' : 'copy';
}

/** Whether a text states as much as the one before, or nearly. */
export function isWhole(reading: Targets, before: Targets): boolean {
  return targetsOf(reading) >= MOST_TARGETS * targetsOf(before);
}

type Targets = Pick<PlanReading, 'statements'>;

function isSummary({ title }: PlanIdentity): boolean {
  return /[（(]摘[要登]/.test(title);
}

function targetsOf({ statements }: Targets): number {
  return statements.filter(({ kind }) => kind === 'target').length;
}
