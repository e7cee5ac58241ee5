import { html } from 'hono/html';
import { type ExpectedPlan, expectedPlans } from '../../core/expected-plans.ts';
import { planName } from '../../core/plan-name.ts';
import type { Html, Visit } from '../visit.ts';

/** Plans looked at for their dates. */
const MOST_DATED = 5000;
const MOST_SHOWN = 100;

/** Series whose plan of this year the archive does not have yet, and when earlier ones came out. */
export async function expectedSection(
  visit: Visit,
  filter: { region: string | undefined; kind: string | undefined },
): Promise<Html | string> {
  const { text, link } = visit;
  const wanted = ({ latest: { plan } }: ExpectedPlan): boolean =>
    (filter.region === undefined || plan.region === filter.region) &&
    (filter.kind === undefined || plan.kind === filter.kind);
  const expected = expectedPlans(await visit.store.planDates(MOST_DATED), visit.today).filter(wanted);
  if (expected.length === 0) return '';
  const row = ({ latest, year, window, late }: ExpectedPlan): Html => html`<tr>
<th scope="row" lang="zh-CN">${latest.plan.series}</th>
<td data-label="${text.expectedFor}">${year}</td>
<td data-label="${text.expectedWhen}">${when(visit, window)}${late ? html` <span class="mark missed">${text.late}</span>` : ''}</td>
<td data-label="${text.latestPlan}" lang="zh-CN"><a href="${link(`/plans/${latest.planId}`)}">${planName(latest.plan)}</a></td>
</tr>`;
  const heads = [text.plan, text.expectedFor, text.expectedWhen, text.latestPlan];
  return html`<section id="expected"><h2>${text.expected}</h2>
<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${expected.slice(0, MOST_SHOWN).map(row)}</tbody></table></section>`;
}

function when({ text }: Visit, window: ExpectedPlan['window']): string {
  if (window === null) return text.unknownWhen;
  return window.from === window.to ? text.aroundDay(window.from) : text.between(window.from, window.to);
}
