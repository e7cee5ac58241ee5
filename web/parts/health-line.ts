import { html } from 'hono/html';
import type { Html, Visit, VisitDeps } from '../visit.ts';
import { type Fleet, readFleet } from './read-fleet.ts';

/** How the sources fare: how many there are, how many are in trouble, when one was last crawled. */
export interface Health {
  readonly sources: number;
  readonly broken: number;
  readonly lastRun: string | null;
}

/** Read the health of all sources that are switched on. */
export async function readHealth(deps: Pick<VisitDeps, 'store' | 'watched'>): Promise<Health> {
  return summarize(await readFleet(deps));
}

function summarize({ rows }: Fleet): Health {
  const on = rows.filter(({ health }) => health !== 'off');
  const broken = on.filter(({ health }) => health === 'broken' || health === 'ailing');
  const ends = on.flatMap(({ run }) => run?.finishedAt ?? run?.startedAt ?? []).toSorted();
  return { sources: on.length, broken: broken.length, lastRun: ends.at(-1) ?? null };
}

/** One line on whether all is well, linked to the details. */
export async function healthLine(visit: Visit, fleet?: Fleet): Promise<Html> {
  const { sources, broken, lastRun } = summarize(fleet ?? (await readFleet(visit)));
  const { text, link } = visit;
  const at = lastRun === null ? null : visit.minute(lastRun);
  const line = broken === 0 ? text.healthy(sources, at) : text.unhealthy(broken, sources, at);
  return html`<p class="health ${broken === 0 ? 'well' : 'ill'}"><a href="${link('/sources')}">${sources === 0 ? text.noSources : line}</a></p>`;
}
