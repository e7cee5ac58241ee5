import { rowsSharing } from '../pairing/sharing.ts';

/** What of a task must stand in another one for it to be a part of that. */
const WITHIN = 0.8;
/** Of less words too many sentences are made. */
const MIN_PAIRS = 7;

/**
 * Which tasks are parts of which longer ones: a sentence that was split in two is neither dropped nor new, nor are two that
 * were merged.
 *
 * @param parts character pairs of each task that found no partner; null for those that did
 * @param wholes character pairs of the tasks of the other plan
 * @returns index of the whole by index of the part
 */
export function partsOf(
  parts: readonly (ReadonlySet<string> | null)[],
  wholes: readonly ReadonlySet<string>[],
): ReadonlyMap<number, number> {
  const sharing = rowsSharing(
    wholes,
    parts.map((part) => part ?? new Set()),
  );
  return new Map(
    sharing.flatMap((rows, at) => {
      const part = parts[at] ?? new Set();
      if (part.size < MIN_PAIRS) return [];
      const [best] = rows
        .map((row) => ({ row, share: part.intersection(wholes[row] ?? new Set()).size / part.size }))
        .sort((a, b) => b.share - a.share);
      return best !== undefined && best.share >= WITHIN ? [[at, best.row] as const] : [];
    }),
  );
}
