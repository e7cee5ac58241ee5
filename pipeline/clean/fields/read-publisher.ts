import { departmentIn } from '../../plan/identity/department.ts';
import type { Line } from '../tree/line.ts';
import type { Head } from './read-head.ts';

/** Lines from the top among which breadcrumbs stand. */
const TOP = 200;
const LONGEST_TRAIL = 160;
const TRAIL = /(?:当前|所在|现在|您的|你的)(?:的)?位置|^位置[:：]/;
const SITE_METAS = ['sitename', 'og:site_name'];

/**
 * The department whose site or column a page stands in, where the name of its site or its breadcrumbs name one: on such a
 * page a 2026年工作要点 needs no word of whose it is.
 */
export function readPublisher(
  { meta }: Pick<Head, 'meta'>,
  lines: readonly Line[],
): { value: string; found: string } | null {
  for (const name of SITE_METAS) {
    const value = departmentIn(meta.get(name) ?? '');
    if (value !== null) return { value, found: `meta:${name}` };
  }
  const trail = lines
    .slice(0, TOP)
    .find(({ text, hidden }) => hidden === null && text.length < LONGEST_TRAIL && TRAIL.test(text));
  // The nearest to the article is the most particular.
  const value = trail?.text.split(/[>＞»›→/\\|:：\s]+/).findLast((piece) => departmentIn(piece) !== null);
  return value === undefined ? null : { value, found: 'breadcrumbs' };
}
