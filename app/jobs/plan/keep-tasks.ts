import type { ComparisonRecord, PlanRecord } from '../../../core/archive.ts';
import { compareTasks } from '../../../pipeline/compare/tasks/compare-tasks.ts';
import type { PlanText } from '../../../pipeline/compare/tasks/read-tasks.ts';
import { summarizeTasks } from '../../../pipeline/compare/tasks/summarize-tasks.ts';
import type { Store } from '../../../store/store.ts';

/**
 * Keep with a comparison of two years what became of the tasks that carry no number.
 *
 * @param store inside the page's transaction
 */
export async function keepTasks(
  store: Store,
  { id, before, after }: Pick<ComparisonRecord, 'id' | 'before' | 'after'>,
): Promise<void> {
  const [old, young] = [await textOf(store, before), await textOf(store, after)];
  if (old === null || young === null) return;
  const years = { before: before.identity.year, after: after.identity.year };
  await store.saveTasks(id, summarizeTasks(compareTasks(old, young, years)));
}

async function textOf(
  store: Store,
  { documentId, seq, outline, identity }: PlanRecord,
): Promise<PlanText | null> {
  const version = await store.version(documentId, seq);
  return version === null ? null : { text: version.article.text, outline, identity };
}
