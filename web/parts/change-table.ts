import { html } from 'hono/html';
import type { ComparisonRecord, PlanRecord } from '../../core/archive.ts';
import type { TargetChange } from '../../core/change.ts';
import type { ReportRef } from '../../core/ledger.ts';
import type { Statement } from '../../core/plan.ts';
import { planYears } from '../../core/plan-name.ts';
import { formatQuantity, formatStep } from '../../core/quantity.ts';
import { CHANGE_MARKS } from '../../core/words.ts';
import type { Html, Visit } from '../visit.ts';

/** Where a statement stands in the archive. */
function quotePath(place: ReportRef, { start, end }: Statement): string {
  return `/documents/${place.documentId}/versions/${place.seq}#s${start}-${end}`;
}

/** The quote, linked to its place in the archived text. */
export function quoteLink(visit: Visit, place: ReportRef, statement: Statement): Html {
  return html`<a class="quote" lang="zh-CN" href="${visit.link(quotePath(place, statement))}"><q>${statement.quote}</q></a>`;
}

/** The number in words, with its deadline where that is not the plan's own year. */
export function quantity(visit: Visit, plan: PlanRecord, statement: Statement): Html {
  const { deadline } = statement;
  const due =
    deadline === null || deadline === plan.identity.endYear
      ? ''
      : html` <small>${visit.text.due(deadline)}</small>`;
  return html`<strong>${formatQuantity(statement, visit.language)}</strong>${due}`;
}

/** What is measured, and of whom. */
export function indicator(statement: Pick<Statement, 'indicator' | 'entity'>): Html {
  const whom = statement.entity === null ? '' : html`<small>${statement.entity}</small> `;
  return html`<span lang="zh-CN">${whom}${statement.indicator}</span>`;
}

function side(visit: Visit, plan: PlanRecord, statement: Statement | null): Html {
  return statement === null
    ? html`<span class="absent">${visit.text.absent}</span>`
    : html`${quantity(visit, plan, statement)}${quoteLink(visit, plan, statement)}`;
}

/** Mark and name of a change, and by how much. */
function changeMark(visit: Visit, change: TargetChange): Html {
  const step = formatStep(change, visit.language);
  return html`<span class="mark ${change.change}" title="${visit.words.changeMeaning[change.change]}">
<span aria-hidden="true">${CHANGE_MARKS[change.change]}</span> ${visit.words.change[change.change]}</span>${step === null ? '' : html`<small class="step">${step}</small>`}`;
}

/** Heads of the two columns of numbers. */
function columnsOf(visit: Visit, { kind, before, after }: ComparisonRecord): [string, string] {
  const { text } = visit;
  return kind === 'revision'
    ? [text.beforeRevision, text.afterRevision]
    : [text.year(planYears(before.identity)), text.year(planYears(after.identity))];
}

/** Targets before and after, side by side; on a narrow screen one below the other. */
export function changeTable(
  visit: Visit,
  comparison: ComparisonRecord,
  changes: readonly TargetChange[],
  caption: string,
): Html {
  const { text } = visit;
  const [before, after] = columnsOf(visit, comparison);
  const row = (change: TargetChange): Html => html`<tr class="${change.change}">
<th scope="row">${indicator(change)}${change.headline ? html`<small>${text.standingTarget}</small>` : ''}</th>
<td data-label="${before}">${side(visit, comparison.before, change.before)}</td>
<td data-label="${after}">${side(visit, comparison.after, change.after)}</td>
<td data-label="${text.change}">${changeMark(visit, change)}</td>
</tr>`;
  return html`<table class="changes">
<caption>${caption}</caption>
<thead><tr><th scope="col">${text.indicator}</th><th scope="col">${before}</th><th scope="col">${after}</th><th scope="col">${text.change}</th></tr></thead>
<tbody>${changes.map(row)}</tbody>
</table>`;
}
