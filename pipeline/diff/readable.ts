import type { DiffPart } from '../../core/change.ts';

/** What both texts share, then where they part. Any of the three may be empty. */
interface Stretch {
  same: string;
  removed: string;
  added: string;
}

/** What stays between two changes must be longer than this, or keeping it only makes the reader's eye jump. */
const ISLAND = 4;
const QUANTITY = /\d|[一二三四五六七八九十百千万亿两半]/;

/**
 * The same diff, easier to read: changes that stand close together become one.
 *
 * The smallest diff is not the clearest: between two rewritten clauses it keeps every 的 and comma as unchanged. Two
 * numbers in a row stay two changes, since each is read against its own.
 */
export function readable(parts: readonly DiffPart[]): DiffPart[] {
  const merged: Stretch[] = [];
  for (const stretch of stretchesOf(parts)) {
    const last = merged.at(-1);
    if (last !== undefined && isIsland(last, stretch)) {
      last.removed += stretch.same + stretch.removed;
      last.added += stretch.same + stretch.added;
    } else merged.push(stretch);
  }
  return merged.flatMap(partsOf);
}

/** Whether what `next` shares is too little to stand between its change and that of `last`. */
function isIsland(last: Stretch, next: Stretch): boolean {
  const { length } = next.same;
  if (length > ISLAND || next.same.includes('\n') || swapsQuantity(last) || swapsQuantity(next)) return false;
  return length < Math.min(weight(last), weight(next));
}

function weight({ removed, added }: Stretch): number {
  return Math.max(removed.length, added.length);
}

function swapsQuantity({ removed, added }: Stretch): boolean {
  return QUANTITY.test(removed) && QUANTITY.test(added);
}

/** One stretch for each change; neighbours of one kind are joined. */
function stretchesOf(parts: readonly DiffPart[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch = { same: '', removed: '', added: '' };
  for (const { kind, text } of parts) {
    if (kind === 'same' && weight(open) > 0) {
      stretches.push(open);
      open = { same: '', removed: '', added: '' };
    }
    open[kind] += text;
  }
  return [...stretches, open];
}

function partsOf({ same, removed, added }: Stretch): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'same', text: same },
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ];
  return parts.filter((part) => part.text !== '');
}
