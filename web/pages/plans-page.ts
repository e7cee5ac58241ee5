import { html } from 'hono/html';
import { planName, planYears } from '../../core/plan-name.ts';
import { asked } from '../asked.ts';
import { expectedSection } from '../parts/expected-section.ts';
import { pager, readPage } from '../parts/paging.ts';
import type { Html, Page, Visit } from '../visit.ts';

const PLANS_A_PAGE = 50;
/** Plans looked at for the values of the filters. */
const MOST_FOR_FILTERS = 1000;

/** All plans, newest period first, filtered by region and kind. */
export async function plansPage(visit: Visit): Promise<Page> {
  const { store, text, link } = visit;
  const filter = { region: asked.words(visit, 'region'), kind: asked.words(visit, 'kind') };
  const wanted = {
    ...(filter.region === undefined ? {} : { region: filter.region }),
    ...(filter.kind === undefined ? {} : { kind: filter.kind }),
  };
  const plans = await readPage(asked.page(visit), PLANS_A_PAGE, (part) =>
    store.plans({ ...wanted, ...part }),
  );
  const rows = plans.rows.map(
    ({ id, identity, createdAt }) => html`<tr>
<th scope="row" lang="zh-CN"><a href="${link(`/plans/${id}`)}">${planName(identity)}</a></th>
<td data-label="${text.region}" lang="zh-CN">${identity.region ?? ''}</td>
<td data-label="${text.kind}" lang="zh-CN">${identity.kind}</td>
<td data-label="${text.years}">${planYears(identity)}</td>
<td data-label="${text.archivedAt}"><time datetime="${createdAt}">${visit.day(createdAt)}</time></td>
</tr>`,
  );
  const heads = [text.plan, text.region, text.kind, text.years, text.archivedAt];
  return {
    title: text.plans,
    body: html`<h1>${text.plans}</h1>
${await filterForm(visit, filter)}
${
  rows.length === 0
    ? html`<p class="empty">${text.noMatch}</p>`
    : html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}
${pager(visit, '/plans', plans, filter)}
${plans.page === 1 ? await expectedSection(visit, filter) : ''}`,
  };
}

async function filterForm(
  visit: Visit,
  chosen: { region: string | undefined; kind: string | undefined },
): Promise<Html> {
  const { text } = visit;
  const plans = await visit.store.plans({ limit: MOST_FOR_FILTERS });
  const distinct = (values: (string | null)[]): string[] =>
    [...new Set(values.filter((value) => value !== null))].toSorted();
  const select = (name: string, label: string, any: string, values: string[], value = ''): Html =>
    html`<label>${label} <select name="${name}"><option value="">${any}</option>${values.map(
      (option) => html`<option lang="zh-CN"${option === value ? html` selected` : ''}>${option}</option>`,
    )}</select></label>`;
  const regions = distinct(plans.map(({ identity }) => identity.region));
  const kinds = distinct(plans.map(({ identity }) => identity.kind));
  const language = visit.url.searchParams.get('lang');
  return html`<form class="filter" action="/plans" method="get" role="search">
${select('region', text.region, text.anyRegion, regions, chosen.region)}
${select('kind', text.kind, text.anyKind, kinds, chosen.kind)}
${language === null ? '' : html`<input type="hidden" name="lang" value="${visit.language}">`}
<button>${text.filter}</button>
</form>`;
}
