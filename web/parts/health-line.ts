import { html } from 'hono/html';
import type { Html, Visit, WebStore } from '../visit.ts';

/** How the sources fare: how many there are, how many have an open problem, when one was last crawled. */
export interface Health {
  readonly sources: number;
  readonly broken: number;
  readonly lastRun: string | null;
}

const MOST_PROBLEMS = 1000;

/** Read the health of all sources; a source is broken while a problem of it is open or its last run failed. */
export async function readHealth(store: WebStore): Promise<Health> {
  const sources = await store.sources();
  const known = new Set(sources.map(({ id }) => id));
  // Runs that are no source's, such as that of mail, say nothing of the sources.
  const runs = (await store.lastRuns()).filter(({ sourceId }) => known.has(sourceId));
  const problems = await store.problems({ open: true, limit: MOST_PROBLEMS });
  const broken = new Set([
    ...problems.map(({ sourceId }) => sourceId),
    ...runs.filter(({ status }) => status === 'failed').map(({ sourceId }) => sourceId),
  ]);
  const ends = runs.map(({ startedAt, finishedAt }) => finishedAt ?? startedAt).toSorted();
  return { sources: sources.length, broken: broken.size, lastRun: ends.at(-1) ?? null };
}

/** One line on whether all is well, linked to the details. */
export async function healthLine(visit: Visit): Promise<Html> {
  const { sources, broken, lastRun } = await readHealth(visit.store);
  const { text, link } = visit;
  const at = lastRun === null ? null : visit.minute(lastRun);
  const line = broken === 0 ? text.healthy(sources, at) : text.unhealthy(broken, sources, at);
  return html`<p class="health ${broken === 0 ? 'well' : 'ill'}"><a href="${link('/sources')}">${sources === 0 ? text.noSources : line}</a></p>`;
}
