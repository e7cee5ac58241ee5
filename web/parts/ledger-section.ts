import { html } from 'hono/html';
import type { PlanRecord } from '../../core/archive.ts';
import { countOutcomes, type LedgerEntry, OUTCOMES, orderLedger, type ReportRef } from '../../core/ledger.ts';
import type { Statement } from '../../core/plan.ts';
import { planName } from '../../core/plan-name.ts';
import { formatQuantity } from '../../core/quantity.ts';
import { OUTCOME_MARKS } from '../../core/words.ts';
import type { Html, Visit } from '../visit.ts';
import { indicator, quantity, quoteLink } from './change-table.ts';

/** Targets of which nothing can be said yet stand in a list of their own. */
const SILENT: ReadonlySet<string> = new Set(['not_reported', 'not_due']);

/**
 * What became of a plan's targets, with what was promised, what was reported, and both quotes.
 *
 * @param own the version whose page this is, or null: what another reports is named
 * @returns nothing where no report on the plan is archived
 */
export async function ledgerSection(
  visit: Visit,
  plan: PlanRecord,
  own: ReportRef | null,
  id: string,
): Promise<Html | string> {
  const entries = orderLedger(await visit.store.ledger(plan));
  if (entries.length === 0) return '';
  const { text, words } = visit;
  const titles = await titlesOf(visit, entries, own);
  const told = entries.filter(({ outcome }) => !SILENT.has(outcome));
  const silent = entries.filter(({ outcome }) => SILENT.has(outcome));
  const counts = countOutcomes(entries).map(([outcome, count]) => words.outcomes(outcome, count));
  const name = planName(plan.identity);
  return html`<section id="${id}"><h2>${text.ledgerOf(name)}</h2>
<p class="summary">${counts.join(text.comma)}</p>
${told.length === 0 ? '' : ledgerTable(visit, plan, told, titles)}
${silent.length === 0 ? '' : html`<details><summary>${text.silent(silent.length)}</summary>${ledgerTable(visit, plan, silent, titles)}</details>`}
<details class="legend"><summary>${text.outcomeLegend}</summary><dl>${OUTCOMES.map(
    (each) =>
      html`<div><dt>${OUTCOME_MARKS[each]} ${words.outcome[each]}</dt><dd>${words.outcomeMeaning[each]}</dd></div>`,
  )}</dl></details>
</section>`;
}

/** Titles of the articles that report, by document; the version whose page this is needs none. */
async function titlesOf(
  visit: Visit,
  entries: readonly LedgerEntry[],
  own: ReportRef | null,
): Promise<ReadonlyMap<string, string>> {
  const reports = entries.flatMap(({ report, others }) => [report, ...others.map((other) => other.report)]);
  const ids = new Set(reports.map(({ documentId }) => documentId));
  if (own !== null) ids.delete(own.documentId);
  const documents = await Promise.all([...ids].map((id) => visit.store.document(id)));
  return new Map(
    documents.flatMap((document) => (document === null ? [] : [[document.id, document.title ?? '']])),
  );
}

function ledgerTable(
  visit: Visit,
  plan: PlanRecord,
  entries: readonly LedgerEntry[],
  titles: ReadonlyMap<string, string>,
): Html {
  const { text } = visit;
  const row = (entry: LedgerEntry): Html => html`<tr>
<th scope="row">${indicator(entry.target)}</th>
<td data-label="${text.target}">${quantity(visit, plan, entry.target)}${quoteLink(visit, plan, entry.target)}</td>
<td data-label="${text.reported}">${reported(visit, entry, titles)}</td>
<td data-label="${text.outcome}">${outcomeMark(visit, entry)}</td>
</tr>`;
  const heads = [text.indicator, text.target, text.reported, text.outcome];
  return html`<table class="changes"><caption>${text.ledgerOf(planName(plan.identity))}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${entries.map(row)}</tbody></table>`;
}

function outcomeMark({ words }: Visit, { outcome }: LedgerEntry): Html {
  return html`<span class="mark ${outcome}" title="${words.outcomeMeaning[outcome]}"><span aria-hidden="true">${OUTCOME_MARKS[outcome]}</span> ${words.outcome[outcome]}</span>`;
}

function reported(visit: Visit, entry: LedgerEntry, titles: ReadonlyMap<string, string>): Html {
  const { text, words } = visit;
  const said = (report: ReportRef, statement: Statement): Html => {
    const title = titles.get(report.documentId);
    const from = title === undefined ? '' : html`<small class="step" lang="zh-CN">${title}</small>`;
    return html`<strong>${formatQuantity(statement, visit.language)}</strong>${quoteLink(visit, report, statement)}${from}`;
  };
  if (entry.achievement === null && entry.progress.length === 0)
    return html`<span class="absent">${text.absent}</span>`;
  return html`${entry.achievement === null ? '' : said(entry.report, entry.achievement)}
${entry.progress.map((step) => said(entry.report, step))}
${entry.others.map(({ report, achievement, outcome }) =>
  achievement === null
    ? ''
    : html`<div class="also"><small>${text.alsoReported} ${words.outcome[outcome]}</small> ${said(report, achievement)}</div>`,
)}`;
}
