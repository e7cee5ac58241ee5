import { html } from 'hono/html';
import type { Fleet } from '../../core/source-health.ts';
import type { Html, Visit } from '../visit.ts';

/** How the sources fare: how many there are, how many are in trouble, when one was last crawled. */
export interface Health {
  readonly sources: number;
  readonly broken: number;
  readonly lastRun: string | null;
}

/** The health of all sources that are switched on. */
export function summarize({ sources }: Fleet): Health {
  const on = sources.filter(({ health }) => health !== 'off');
  const broken = on.filter(({ health }) => health === 'broken' || health === 'ailing');
  const ends = on.flatMap(({ run }) => run?.finishedAt ?? run?.startedAt ?? []).toSorted();
  return { sources: on.length, broken: broken.length, lastRun: ends.at(-1) ?? null };
}

/** One line on whether all is well, linked to the details. */
export function healthLine(visit: Visit, fleet: Fleet): Html {
  const { sources, broken, lastRun } = summarize(fleet);
  const { text, link } = visit;
  const at = lastRun === null ? null : visit.minute(lastRun);
  const line = broken === 0 ? text.healthy(sources, at) : text.unhealthy(broken, sources, at);
  return html`<p class="health ${broken === 0 ? 'well' : 'ill'}"><a href="${link('/sources')}">${sources === 0 ? text.noSources : line}</a></p>`;
}
