import type {
  ComparisonRecord,
  PlanRecord,
  PlanWithStatements,
  SourceRecord,
  VersionRecord,
} from '../../../core/archive.ts';
import type { TargetChange } from '../../../core/change.ts';
import { asOtherText, type PlanIdentity, type PlanReading } from '../../../core/plan.ts';
import { compareTargets } from '../../../pipeline/compare/compare-targets.ts';
import type { EventRecord, Store } from '../../../store/store.ts';
import { keepLedgers } from './keep-ledgers.ts';
import { keepTasks } from './keep-tasks.ts';
import { rereadPlan } from './reread-plan.ts';
import { judgeSecond, keptBeside } from './second-text.ts';
import { takesOver } from './take-over.ts';

/** A version that was read as a plan, with what is around it. */
export interface PlanVersion {
  readonly version: VersionRecord;
  readonly sourceId: string;
  readonly identity: PlanIdentity;
  readonly reading: PlanReading;
  /** False for what a first crawl found standing. */
  readonly news: boolean;
  readonly at: string;
}

/** What keeping a plan came to; `suspect` says why nothing was compared. */
export interface KeptPlan {
  readonly told: boolean;
  readonly suspect: string | null;
}

/**
 * Keep a plan, compare it with its neighbours in the series, and note what readers may be told.
 *
 * @param store inside the page's transaction
 */
export async function keepPlan(
  store: Store,
  read: PlanVersion,
  sources: ReadonlyMap<string, SourceRecord>,
): Promise<KeptPlan> {
  const plan = { ...read, identity: await keptBeside(store, read) };
  const { identity, version, sourceId } = plan;
  const existing = await store.planOf(identity.series, identity.year);
  // A notice whose attached plan could not be read before says nothing to compare with.
  if (existing === null || (!hasTargets(existing) && hasTargets(plan.reading))) return keepNew(store, plan);
  if (existing.documentId === version.documentId) return keepRevision(store, plan, existing);
  const from = { existing: sources.get(existing.sourceId), plan: sources.get(sourceId) };
  const over = takesOver(existing, plan, from);
  const becomes = over === 'second' ? await judgeSecond(store, plan, existing, sources) : over;
  if (becomes === 'another')
    return keepNew(store, { ...plan, identity: asOtherText(identity, version.documentId) });
  if (becomes === 'revision') return keepRevision(store, plan, existing);
  return becomes === 'place' ? keepElsewhere(store, plan, existing) : { told: false, suspect: null };
}

/** The same plan at a better place: readers were told already, unless it says more. */
async function keepElsewhere(
  store: Store,
  plan: PlanVersion,
  existing: PlanWithStatements,
): Promise<KeptPlan> {
  const kept = await save(store, plan);
  const comparison = await compareWithBefore(store, kept, plan.at);
  const told = comparison !== null && !(await wasTold(store, existing, comparison.changes, plan.news));
  if (told)
    await saveEvent(store, plan, { kind: 'plan_compared', planId: kept.id, comparisonId: comparison.id });
  return { told, suspect: null };
}

async function keepNew(store: Store, plan: PlanVersion): Promise<KeptPlan> {
  const kept = await save(store, plan);
  const comparison = await compareWithBefore(store, kept, plan.at);
  await saveEvent(
    store,
    plan,
    comparison === null
      ? { kind: 'plan_found', planId: kept.id, comparisonId: null }
      : { kind: 'plan_compared', planId: kept.id, comparisonId: comparison.id },
  );
  await compareWithAfter(store, kept, plan.at);
  return {
    told: true,
    suspect: suspicion(await store.planBefore(plan.identity.series, plan.identity.year), plan.reading),
  };
}

/** The plan in another text: a silent edit of its page, or what was adopted in place of what was delivered or drafted. */
async function keepRevision(
  store: Store,
  plan: PlanVersion,
  existing: PlanWithStatements,
): Promise<KeptPlan> {
  const suspect = suspicion(existing, plan.reading);
  if (suspect !== null) return { told: false, suspect };
  const kept = await save(store, plan);
  const changes = compareTargets(existing, plan.reading);
  await compareWithBefore(store, kept, plan.at);
  await compareWithAfter(store, kept, plan.at);
  if (changes.every((change) => change.change === 'same')) return { told: false, suspect: null };
  const revision = await store.saveComparison({
    kind: 'revision',
    before: existing,
    after: kept,
    changes,
    at: plan.at,
  });
  await saveEvent(store, plan, { kind: 'plan_revised', planId: kept.id, comparisonId: revision.id });
  return { told: true, suspect: null };
}

/** Keep what the version says, and what it and others tell of targets that were due. */
async function save(
  store: Store,
  { identity, sourceId, version, reading, at }: PlanVersion,
): Promise<PlanWithStatements> {
  const { outline, statements } = reading;
  const { documentId, seq } = version;
  const plan = await store.savePlan({ identity, sourceId, documentId, seq, outline, statements, at });
  const kept = { ...plan, statements };
  await keepLedgers(store, kept, at);
  return kept;
}

async function compareWithBefore(
  store: Store,
  plan: PlanWithStatements,
  at: string,
): Promise<ComparisonRecord | null> {
  const before = await store.planBefore(plan.identity.series, plan.identity.year);
  if (before === null || suspicion(before, plan) !== null) return null;
  return compareYears(store, await rereadPlan(store, before, at), plan, at);
}

/**
 * An older plan that is found late gives its successor something to be compared with. Who was not yet told of the successor
 * is told of that: which of two plans a run reads first must not decide what the mail says.
 */
async function compareWithAfter(store: Store, plan: PlanWithStatements, at: string): Promise<void> {
  const after = await store.planAfter(plan.identity.series, plan.identity.year);
  if (after === null || suspicion(plan, after) !== null) return;
  const { id } = await compareYears(store, plan, await rereadPlan(store, after, at), at);
  await store.retellPlan(after.id, id);
}

/** Compare a document's plan with its neighbours again, all as the present rules read them. Nobody is told. */
export async function recompare(store: Store, documentId: string, at: string): Promise<void> {
  const [found] = await store.plans({ documentId, limit: 1 });
  const kept = found === undefined ? null : await store.plan(found.id);
  if (kept === null) return;
  const plan = await rereadPlan(store, kept, at);
  await keepLedgers(store, plan, at);
  await compareWithBefore(store, plan, at);
  await compareWithAfter(store, plan, at);
}

/** Compare two years of a series: what they aim at, and what they set out to do. */
async function compareYears(
  store: Store,
  before: PlanWithStatements,
  after: PlanWithStatements,
  at: string,
): Promise<ComparisonRecord> {
  const changes = compareTargets(before, after);
  const comparison = await store.saveComparison({ kind: 'year', before, after, changes, at });
  await keepTasks(store, comparison);
  return comparison;
}

/** Whether anything that a plan states is a target. */
export function hasTargets({ statements }: Pick<PlanReading, 'statements'>): boolean {
  return statements.some(({ kind }) => kind === 'target');
}

/**
 * A plan with a handful of targets whose next reading has none was not emptied by its issuer: the text moved into an
 * attachment, or we misread the page. Reporting every target as dropped would be the worst mistake we could make.
 */
function suspicion(
  before: Pick<PlanReading, 'statements'> | null,
  after: Pick<PlanReading, 'statements'>,
): string | null {
  const targets = (reading: Pick<PlanReading, 'statements'>) =>
    reading.statements.filter((s) => s.kind === 'target').length;
  if (before === null || targets(before) < 3 || targets(after) > 0) return null;
  return `no targets were read, where the reading before had ${targets(before)}; the text may stand in an attachment`;
}

/**
 * Whether readers have heard of this from another copy of the plan: the same changes, and as news. What was archived
 * in silence, because the copy stood there before we came, has not been told.
 */
async function wasTold(
  store: Store,
  existing: PlanRecord,
  changes: readonly TargetChange[],
  news: boolean,
): Promise<boolean> {
  const events = await store.events({ planId: existing.id, limit: 100 });
  if (news && !events.some((event) => event.news)) return false;
  const earlier = (await store.comparisons({ planId: existing.id, limit: 100 })).find(
    (comparison) => comparison.kind === 'year' && comparison.after.versionId === existing.versionId,
  );
  return earlier !== undefined && gist(earlier.changes) === gist(changes);
}

/** What a list of changes comes to, whatever its order and wording. */
function gist(changes: readonly TargetChange[]): string {
  return changes
    .map((c) =>
      [c.change, c.before?.value, c.before?.value2, c.after?.value, c.after?.value2, c.after?.unit].join(' '),
    )
    .sort()
    .join('\n');
}

async function saveEvent(
  store: Store,
  { version, sourceId, news, at }: PlanVersion,
  about: Pick<EventRecord, 'kind' | 'planId' | 'comparisonId'>,
): Promise<void> {
  await store.saveEvent({
    at,
    sourceId,
    documentId: version.documentId,
    seq: version.seq,
    beforeSeq: version.seq > 1 ? version.seq - 1 : null,
    news,
    ...about,
  });
}
