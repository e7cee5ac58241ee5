import type { ChangeKind, TargetChange } from './change.ts';
import { CHANGE_KINDS } from './words.ts';

/**
 * Changes in the order readers are shown them: standing targets first, in the order of the plan, which readers know
 * by heart; then one-off measures by kind of change.
 *
 * @returns a new list
 */
export function orderChanges(changes: readonly TargetChange[]): TargetChange[] {
  return changes.toSorted(
    (a, b) =>
      Number(b.headline) - Number(a.headline) ||
      (a.headline ? 0 : CHANGE_KINDS.indexOf(a.change) - CHANGE_KINDS.indexOf(b.change)),
  );
}

/** How many changes there are of each kind that occurs, in reading order. */
export function countChanges(changes: readonly TargetChange[]): [ChangeKind, number][] {
  return CHANGE_KINDS.map((kind): [ChangeKind, number] => [
    kind,
    changes.filter(({ change }) => change === kind).length,
  ]).filter(([, count]) => count > 0);
}
