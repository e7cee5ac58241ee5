import { html } from 'hono/html';
import type { Statement } from '../../core/plan.ts';
import { formatQuantity } from '../../core/quantity.ts';
import type { IndicatorView, RegionTarget } from '../../core/vertical.ts';
import { asked } from '../asked.ts';
import { quoteLink } from '../parts/change-table.ts';
import { readRegions, type YearOfRegions } from '../parts/read-regions.ts';
import type { Html, Page, Visit } from '../visit.ts';

type Placed = RegionTarget & { readonly target: Statement };

/** The same targets from centre to province to city, and who aims highest. */
export async function regionsPage(visit: Visit): Promise<Page> {
  const { text, link } = visit;
  const regions = await readRegions(visit, asked.year(visit));
  if (regions === null)
    return {
      title: text.regions,
      body: html`<h1>${text.regions}</h1><p class="empty">${text.noRegions}</p>`,
    };
  const { year, years } = regions;
  const name = asked.words(visit, 'indicator');
  const views = regions.views.filter(({ indicator }) => name === undefined || indicator === name);
  const chip = (each: number): Html =>
    html`<a class="chip" href="${link('/regions', { year: String(each), indicator: name })}"${each === year ? html` aria-current="true"` : ''}>${each}</a>`;
  const title = text.regionsOf(year);
  return {
    title: name === undefined ? title : `${name} ${year}`,
    body: html`<h1>${title}</h1>
<p class="chips">${years.map(chip)}</p>
<p class="meta">${text.regionsNote}</p>
${
  views.length === 0
    ? html`<p class="empty">${text.noRegions}</p>`
    : name === undefined
      ? overview(visit, regions)
      : html`<p><a href="${link('/regions', { year: String(year) })}">← ${text.allIndicators}</a></p>${views.map((view) => leagueTable(visit, regions, view))}`
}`,
  };
}

/** Those that set the target, highest first. */
function placed({ regions }: IndicatorView): Placed[] {
  return regions
    .flatMap((each) => (each.target === null ? [] : [{ ...each, target: each.target }]))
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

function overview(visit: Visit, { year, views }: YearOfRegions): Html {
  const { text, link } = visit;
  const end = (place: Placed | undefined): Html | string =>
    place === undefined
      ? ''
      : html`<strong>${formatQuantity(place.target, visit.language)}</strong> <small lang="zh-CN">${place.region}</small>`;
  const row = (view: IndicatorView): Html => {
    const places = placed(view);
    return html`<tr><th scope="row" lang="zh-CN"><a href="${link('/regions', { year: String(year), indicator: view.indicator })}">${view.indicator}</a>${view.headline ? html`<small lang="${visit.language}">${text.standingTarget}</small>` : ''}</th>
<td data-label="${text.setBy}">${text.regionCount(places.length)}</td>
<td data-label="${text.highest}">${end(places[0])}</td>
<td data-label="${text.lowest}">${end(places.at(-1))}</td></tr>`;
  };
  const heads = [text.indicator, text.setBy, text.highest, text.lowest];
  return html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${views.map(row)}</tbody></table>`;
}

function leagueTable(visit: Visit, regions: YearOfRegions, view: IndicatorView): Html {
  const { text, link } = visit;
  const { indicator } = view;
  const order = asked.choice(visit, 'order', ['rank']);
  const ranked = placed(view);
  const shown =
    order === 'rank'
      ? ranked
      : regions.places.flatMap((region) => ranked.filter((row) => row.region === region));
  const query = { year: String(regions.year), indicator };
  const chip = (label: string, value: 'rank' | undefined): Html =>
    html`<a class="chip" href="${link('/regions', { ...query, order: value })}"${order === value ? html` aria-current="true"` : ''}>${label}</a>`;
  const silent = view.regions.filter(({ target }) => target === null).map(({ region }) => region);
  const heads = [text.region, text.target, text.rank, text.toParentHead];
  return html`<section><h2 lang="zh-CN">${indicator}</h2>
<p class="chips">${chip(text.byPlace, undefined)}${chip(text.byRank, 'rank')}</p>
<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${shown.map((row) => leagueRow(visit, regions, row, order === undefined))}</tbody></table>
${silent.length === 0 ? '' : html`<p class="meta">${text.notSet}${text.colon}<span lang="zh-CN">${silent.join('、')}</span></p>`}
</section>`;
}

function leagueRow(
  visit: Visit,
  { parents, planOf }: YearOfRegions,
  { region, target, rank, toParent }: Placed,
  nested: boolean,
): Html {
  const { text, words, link } = visit;
  const plan = planOf(target);
  const depth = nested ? depthOf(region, parents) : 0;
  return html`<tr><th scope="row" class="depth-${depth}" lang="zh-CN">${plan === undefined ? region : html`<a href="${link(`/plans/${plan.id}`)}">${region}</a>`}</th>
<td data-label="${text.target}"><strong>${formatQuantity(target, visit.language)}</strong> ${plan === undefined ? '' : quoteLink(visit, plan, target)}</td>
<td data-label="${text.rank}">${rank}</td>
<td data-label="${text.toParentHead}">${toParent === null ? '' : html`<span class="mark ${toParent}">${words.toParent[toParent]}</span>`}</td></tr>`;
}

/** How many regions stand above it, three at most. */
function depthOf(region: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let above = parents.get(region); above && depth < 3; above = parents.get(above)) depth += 1;
  return depth;
}
