import type { Fault } from '../../../core/archive.ts';
import type { Source } from '../../../core/source.ts';
import { median } from '../../../core/usual.ts';
import type { CrawlEvent } from '../../../crawlers/crawl-source.ts';
import type { App } from '../../wire.ts';
import type { Step } from './crawl-counts.ts';

/** Readings of a list that make what is usual. When most of them are small, small is usual: a redesign passes by itself. */
const REMEMBERED = 9;
/** Readings needed before a list can be called short, and links it must usually show. */
const ENOUGH = 5;
const FEW_LINKS = 6;
/** A list with fewer than this part of its usual links is short. */
const SHORT = 1 / 3;

/**
 * Note what a list shows, and open a problem where it shows nothing, or far less than it usually does: a link rule that
 * half matches after a redesign loses plans in silence.
 */
export async function keepList(
  { store, clock }: Pick<App, 'store' | 'clock'>,
  source: Source,
  { url, links, entry }: Extract<CrawlEvent, { kind: 'listed' }>,
): Promise<Step> {
  const at = clock().toISOString();
  if (!entry) {
    // Only the first page of a list has a usual length; one further on may be its rest, or nothing.
    await store.resolveProblems(source.id, url, at);
    return { lists: 1 };
  }
  const list = { sourceId: source.id, kind: 'list', url } as const;
  const readings = (await store.measures(list, REMEMBERED)).map(({ size }) => size);
  const problem = links === 0 ? emptyList(url) : shortList(url, links, readings);
  await store.resolveProblems(source.id, url, at, problem === null ? [] : [problem.code]);
  if (problem !== null) await store.saveProblem({ sourceId: source.id, url, at, ...problem });
  const fault = problem === null ? null : ({ role: 'list', ...problem } as const);
  if (links === 0) return { brokenLists: 1, errors: 1, fault };
  await store.saveMeasure({ ...list, at, size: links, blocks: 0 });
  return { lists: 1, fault };
}

function shortList(url: string, links: number, readings: readonly number[]): Fault | null {
  const usual = median(readings);
  if (readings.length < ENOUGH || usual < FEW_LINKS || links >= usual * SHORT) return null;
  return {
    code: 'LIST_SHORT',
    message: `${url}: ${links} article links were found, where the list usually shows ${usual}. Look at the page; correct links.select or links.match if the site changed.`,
  };
}

function emptyList(url: string): Fault {
  return {
    code: 'LIST_EMPTY',
    message: `${url}: no article links were found. Look at the page and set links.select or links.match, or fetcher: browser if the list is filled in by scripts.`,
  };
}
