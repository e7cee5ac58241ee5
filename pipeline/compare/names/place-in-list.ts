import type { Facet } from '../facets/facet.ts';

/**
 * Where one stands in what the other counts together: 学校 in 学校、幼儿园, and 雏鹰企业 in 雏鹰、瞪羚企业. Equal percentages
 * are said of each.
 */
export function placeInList({ name: a, measure }: Facet, { name: b }: Facet): 'first' | 'later' | null {
  if (a.members.length === b.members.length) return null;
  const [list, one] = a.members.length > 1 ? [a.members, b] : [b.members, a];
  if (measure === 'percent' || list.length < 2 || one.members.length > 1) return null;
  const last = list.at(-1) ?? '';
  const at = list.findIndex(
    (member) =>
      member.endsWith(one.core) ||
      (one.core.startsWith(member) && last.endsWith(one.core.slice(member.length))),
  );
  return at > 0 ? 'later' : at === 0 ? 'first' : null;
}
