import type { GovernmentFields } from '../../../core/article.ts';
import { lines } from './lines.ts';

/** What the demo's site shows: 1 before, 2 after {@link DemoSite.publishYearTwo}. */
export type DemoYear = 1 | 2;

/** One article of a demo site, before any markup. */
export interface Entry {
  readonly title: string;
  /** `YYYY-MM-DD HH:mm`, China time. No two entries of a site share it: addresses are made of it. */
  readonly published: string;
  readonly source: string;
  readonly body: readonly string[];
  readonly fields?: GovernmentFields;
  /** Names of files offered below the body. */
  readonly attachments?: readonly string[];
  /** What the publisher does to the page in year two without a word. */
  readonly later?: { readonly kind: 'removed' } | Edit;
}

/** One passage that becomes another, while the page keeps its title and date. */
export interface Edit {
  readonly kind: 'edited';
  readonly from: string;
  readonly to: string;
}

/**
 * Ordinary news, written as blocks divided by an empty line: `date time title`, then a paragraph a line.
 *
 * @throws {TypeError} if a block does not begin so
 */
export function notices(source: string, text: string): readonly Entry[] {
  return text
    .trim()
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const [head = '', ...body] = lines(block);
      const parts = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}) (.+)$/.exec(head);
      if (!parts?.[1] || !parts[2]) throw new TypeError(`not "date time title": ${head}`);
      return { title: parts[2], published: parts[1], source, body };
    });
}

/** The entries a site lists in a year, newest first. Year one ends with 2025. */
export function listed(entries: readonly Entry[], year: DemoYear): readonly Entry[] {
  return entries
    .filter((entry) => year === 2 || entry.published < '2026')
    .toSorted((a, b) => b.published.localeCompare(a.published));
}

/** An entry as its page shows it in a year; null where the page is gone though lists still link to it. */
export function shown(entry: Entry, year: DemoYear): Entry | null {
  const { later } = entry;
  if (year === 1 || !later) return entry;
  if (later.kind === 'removed') return null;
  return { ...entry, body: entry.body.map((line) => line.replace(later.from, later.to)) };
}
