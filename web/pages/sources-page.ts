import { html } from 'hono/html';
import type { ProblemRecord, RunRecord, SourceRecord } from '../../core/archive.ts';
import { healthLine } from '../parts/health-line.ts';
import { outwardLink } from '../parts/outward-link.ts';
import type { Html, Page, Visit } from '../visit.ts';

const MOST_PROBLEMS = 1000;
const PROBLEMS_SHOWN = 5;

/** How each source fares: its last run and what is wrong with it, broken ones first. */
export async function sourcesPage(visit: Visit): Promise<Page> {
  const { store, text } = visit;
  const sources = await store.sources();
  const runs = new Map((await store.lastRuns()).map((run) => [run.sourceId, run]));
  const problems = Map.groupBy(
    await store.problems({ open: true, limit: MOST_PROBLEMS }),
    ({ sourceId }) => sourceId,
  );
  const ordered = sources.toSorted(
    (a, b) => Number(problems.has(b.id)) - Number(problems.has(a.id)) || (a.id < b.id ? -1 : 1),
  );
  const heads = [text.sources, text.region, text.lastRun, text.fetched, text.newVersions, text.openProblems];
  return {
    title: text.sources,
    body: html`<h1>${text.sources}</h1>
${await healthLine(visit)}
${
  sources.length === 0
    ? ''
    : html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${ordered.map((source) => row(visit, source, runs.get(source.id), problems.get(source.id) ?? []))}</tbody></table>`
}`,
  };
}

function row(
  visit: Visit,
  source: SourceRecord,
  run: RunRecord | undefined,
  problems: readonly ProblemRecord[],
): Html {
  const { text, words } = visit;
  const tags = [words.publisher[source.publisherKind], ...source.tags].join(' · ');
  return html`<tr class="${problems.length > 0 || run?.status === 'failed' ? 'ill' : 'well'}">
<th scope="row"><span lang="zh-CN">${source.publisher}</span><small>${source.id} · ${tags}</small></th>
<td data-label="${text.region}" lang="zh-CN">${source.region ?? ''}</td>
<td data-label="${text.lastRun}">${run === undefined ? text.never : html`${text.runs[run.status]} <small><time datetime="${run.startedAt}">${visit.minute(run.startedAt)}</time></small>`}</td>
<td data-label="${text.fetched}">${run?.fetched ?? ''}</td>
<td data-label="${text.newVersions}">${run?.newVersions ?? ''}</td>
<td data-label="${text.openProblems}">${problems.length === 0 ? text.noProblems : problemList(visit, problems)}</td>
</tr>`;
}

function problemList(visit: Visit, problems: readonly ProblemRecord[]): Html {
  const { text } = visit;
  const rest = problems.length - PROBLEMS_SHOWN;
  return html`<ul class="problems">${problems
    .slice(0, PROBLEMS_SHOWN)
    .map(
      ({ code, message, url, count, firstAt }) =>
        html`<li><code>${code}</code> ${message}${url === null ? '' : html` ${outwardLink(url, url)}`} <small>${text.times(count, visit.minute(firstAt))}</small></li>`,
    )}${rest > 0 ? html`<li>${text.moreChanges(rest)}</li>` : ''}</ul>`;
}
