import type { Fault } from '../../../core/archive.ts';
import type { Source } from '../../../core/source.ts';
import type { CrawlCounts } from './crawl-counts.ts';

/** A fault that one step of a run met. */
export interface StepFault extends Fault {
  /** `list`: nothing new is found without it. `fetch`: an article did not come. `reading`: it came and reads ill. */
  readonly role: 'list' | 'fetch' | 'reading';
}

/** Faults of single pages that say nothing of their source: the link rule lets in what it should not. */
const OF_PAGE = new Set([
  'ANSWER_LOGIN',
  'FETCH_BAD_URL',
  'FETCH_MISSING',
  'FETCH_NOT_TEXT',
  'FETCH_REDIRECTS',
  'FETCH_TOO_LARGE',
  'PART_MISSING',
  'ROBOTS_DISALLOWED',
]);

/** Articles that must fail in one run before their source is blamed. */
const SEVERAL = 3;
/** The same of articles that are none: galleries and columns look so. */
const MANY = 5;

/**
 * What was wrong with a source as a whole in one run: a list that cannot be used, or articles of which half or more
 * failed or are held back.
 *
 * @param faults all that steps of the run met
 * @returns null if the source is well, single faults notwithstanding
 */
export function judgeRun(
  source: Pick<Source, 'kind'>,
  counts: Pick<CrawlCounts, 'fetched'>,
  faults: readonly StepFault[],
): Fault | null {
  const plain = ({ code, message }: StepFault): Fault => ({ code, message });
  const list = faults.find(({ role }) => role === 'list');
  if (list !== undefined) return plain(list);
  const good = counts.fetched - faults.filter(({ role }) => role === 'reading').length;
  if (source.kind === 'page') {
    const [first] = faults;
    return first === undefined || good > 0 ? null : plain(first);
  }
  // That some pages of a list are no articles is usual; that all new ones are none is not.
  const bad = faults.filter(({ code }) => !OF_PAGE.has(code) && (code !== 'NOT_ARTICLE' || good === 0));
  const [first] = bad;
  const many = first?.code === 'NOT_ARTICLE' ? MANY : SEVERAL;
  if (first === undefined || bad.length < many || bad.length < good) return null;
  const codes = [...Map.groupBy(bad, ({ code }) => code).values()].toSorted((a, b) => b.length - a.length);
  const worst = codes[0]?.[0] ?? first;
  return {
    code: worst.code,
    message: `${bad.length} of ${bad.length + good} articles failed or are held back; one of them: ${worst.message}`,
  };
}
