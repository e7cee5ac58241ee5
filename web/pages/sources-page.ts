import { html } from 'hono/html';
import type { ProblemRecord } from '../../core/archive.ts';
import type { Language } from '../../core/digest.ts';
import { faultAdvice } from '../../core/fault-advice.ts';
import { faultInWords } from '../../core/fault-words.ts';
import type { FleetVerdict, SourceStatus } from '../../core/source-health.ts';
import { healthLine } from '../parts/health-line.ts';
import { outwardLink } from '../parts/outward-link.ts';
import type { Html, Page, Visit } from '../visit.ts';

const PROBLEMS_SHOWN = 5;

/** How each source fares: health and why, its runs, its last new article and what is wrong with it, the worst first. */
export async function sourcesPage(visit: Visit): Promise<Page> {
  const { text } = visit;
  const fleet = await visit.fleet();
  const heads = [
    text.sources,
    text.region,
    text.health,
    text.lastRun,
    text.lastArticle,
    text.nextRun,
    text.openProblems,
  ];
  return {
    title: text.sources,
    body: html`<h1>${text.sources}</h1>
${healthLine(visit, fleet)}
${fleet.verdict === null ? '' : verdictLine(visit, fleet.verdict)}
${
  fleet.sources.length === 0
    ? ''
    : html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${fleet.sources.map((row) => sourceRow(visit, row))}</tbody></table>`
}`,
  };
}

function verdictLine({ text, minute }: Visit, verdict: NonNullable<FleetVerdict>): Html {
  const count = verdict.sources.length;
  const words =
    verdict.kind === 'network'
      ? text.network(count, minute(verdict.since))
      : text.ourRelease(count, verdict.before, verdict.release);
  return html`<p class="health ill"><strong>${words}</strong></p>`;
}

function sourceRow(visit: Visit, row: SourceStatus): Html {
  const { text, words } = visit;
  const { source, run, problems } = row;
  const tags = [words.publisher[source.publisherKind], ...source.tags].join(' · ');
  const ill = row.health === 'broken' || row.health === 'ailing';
  return html`<tr class="${ill ? 'ill' : 'well'}">
<th scope="row"><span lang="zh-CN">${source.publisher}</span><small>${source.id} · ${tags}</small></th>
<td data-label="${text.region}" lang="zh-CN">${source.region ?? ''}</td>
<td data-label="${text.health}">${healthCell(visit, row)}</td>
<td data-label="${text.lastRun}">${run === null ? text.never : html`${text.runs[run.status]} <small>${time(visit, run.startedAt)}${text.comma}${text.fetchedPages(run.fetched)}</small>`}</td>
<td data-label="${text.lastArticle}">${row.lastArticle === null ? '' : time(visit, row.lastArticle)}</td>
<td data-label="${text.nextRun}">${row.nextRun === null ? '' : time(visit, row.nextRun)}</td>
<td data-label="${text.openProblems}">${problems.length === 0 ? text.noProblems : problemList(visit, problems)}</td>
</tr>`;
}

/** Health, why in a few words, and the ticket if one is open. */
function healthCell({ text, language, minute }: Visit, { health, why, ticket }: SourceStatus): Html {
  const reason = why === null || health === 'off' ? '' : faultInWords(why.code, language);
  return html`<span class="whole">${text.healths[health]}</span>${reason === '' ? '' : html`${text.colon}${reason}`}${
    ticket === null || health === 'off'
      ? ''
      : html` <small>${text.ticket(minute(ticket.openedAt), ticket.runs)}</small>`
  }`;
}

/** The facts of the case, which are told in English, and what to do about it. */
function whatToDo(code: string, message: string, language: Language): Html {
  const advice = faultAdvice(code, language);
  return advice === null ? html`${message}` : html`<span lang="en">${message}</span> ${advice}`;
}

function time(visit: Visit, iso: string): Html {
  return html`<time datetime="${iso}">${visit.minute(iso)}</time>`;
}

function problemList(visit: Visit, problems: readonly ProblemRecord[]): Html {
  const { text, language } = visit;
  const rest = problems.length - PROBLEMS_SHOWN;
  return html`<ul class="problems">${problems
    .slice(0, PROBLEMS_SHOWN)
    .map(
      ({ code, message, url, count, firstAt }) =>
        html`<li>${faultInWords(code, language)} <code>${code}</code> ${whatToDo(code, message, language)}${url === null ? '' : html` ${outwardLink(url, url)}`} <small>${text.times(count, visit.minute(firstAt))}</small></li>`,
    )}${rest > 0 ? html`<li>${text.moreChanges(rest)}</li>` : ''}</ul>`;
}
