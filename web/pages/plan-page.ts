import { html } from 'hono/html';
import type { ComparisonRecord, PlanWithStatements } from '../../core/archive.ts';
import { countChanges, orderChanges } from '../../core/change-order.ts';
import { type Section, type Statement, seriesOfName } from '../../core/plan.ts';
import { planName, planYears } from '../../core/plan-name.ts';
import { CHANGE_KINDS, CHANGE_MARKS } from '../../core/words.ts';
import { asked } from '../asked.ts';
import { changeTable, indicator, quantity, quoteLink } from '../parts/change-table.ts';
import { factList } from '../parts/fact-list.ts';
import { ledgerSection } from '../parts/ledger-section.ts';
import { outwardLink } from '../parts/outward-link.ts';
import { reportsSection } from '../parts/reports-section.ts';
import { tasksSection } from '../parts/tasks-section.ts';
import type { Html, Page, Visit } from '../visit.ts';

const MOST_COMPARISONS = 20;
const MOST_OF_YEAR = 1000;
const STATEMENT_KINDS = ['target', 'achievement', 'context'] as const;

/** A plan: compared with its predecessor, its revisions, what was read out of it, its outline. */
export async function planPage(visit: Visit): Promise<Page | null> {
  const plan = await visit.store.plan(asked.id(visit));
  if (plan === null) return null;
  const comparisons = (await visit.store.comparisons({ planId: plan.id, limit: MOST_COMPARISONS })).filter(
    ({ after }) => after.id === plan.id,
  );
  // A plan read again is compared again: the newest comparison is the one that holds.
  const yearly = comparisons.find(({ kind }) => kind === 'year');
  const revisions = comparisons.filter(({ kind }) => kind === 'revision');
  const name = planName(plan.identity);
  return {
    title: name,
    body: html`<h1 lang="zh-CN">${name}</h1>
${await facts(visit, plan)}
${yearly === undefined ? html`<p class="empty">${visit.text.noPredecessor}</p>` : yearlySection(visit, plan, yearly)}
${yearly === undefined ? '' : await ledgerBefore(visit, plan, yearly)}
${yearly === undefined ? '' : await tasksSection(visit, yearly)}
${await ledgerSection(visit, plan, null, 'own-ledger')}
${revisions.map((revision) => revisionSection(visit, revision))}
${statementsSection(visit, plan)}
${await outlineSection(visit, plan)}
${await reportsSection(visit, plan)}`,
  };
}

/** What became of the targets of the plan before, as it stands now: this plan's review is one report on them. */
async function ledgerBefore(visit: Visit, plan: PlanWithStatements, yearly: ComparisonRecord) {
  const before = await visit.store.plan(yearly.before.id);
  return before === null ? '' : ledgerSection(visit, before, plan, 'ledger');
}

async function facts(visit: Visit, plan: PlanWithStatements): Promise<Html> {
  const { text, link, words } = visit;
  const { identity, documentId, seq } = plan;
  const document = await visit.store.document(documentId);
  const version = await visit.store.latestVersion(documentId);
  return factList([
    [text.issuer, identity.issuer],
    [text.region, identity.region],
    [text.kind, identity.kind],
    [text.years, planYears(identity)],
    [text.stage, words.stage[identity.stage]],
    [text.documentNumber, identity.documentNumber],
    [text.otherTexts, await otherTexts(visit, plan)],
    [text.fields.validity, version?.article.fields.validity],
    [text.published, document?.published?.slice(0, 10)],
    [text.original, document === null ? null : outwardLink(document.url)],
    [
      text.versions,
      html`<a href="${link(`/documents/${documentId}/versions/${seq}`)}">${text.archivedVersion(seq)}</a>`,
    ],
  ]);
}

/** Plans of the same name and year that state other things, each with its document. */
async function otherTexts(
  { store, link }: Visit,
  { id, identity }: PlanWithStatements,
): Promise<Html | null> {
  const { kind, year } = identity;
  const ofName = (await store.plans({ kind, year, limit: MOST_OF_YEAR })).filter(
    (plan) => plan.id !== id && seriesOfName(plan.identity) === seriesOfName(identity),
  );
  return ofName.length === 0
    ? null
    : html`${ofName.map((plan) => html`<a href="${link(`/plans/${plan.id}`)}" lang="zh-CN">${planName(plan.identity)}</a> `)}`;
}

function yearlySection(visit: Visit, plan: PlanWithStatements, comparison: ComparisonRecord): Html {
  const { text, words, link } = visit;
  const path = `/plans/${plan.id}`;
  const kind = asked.choice(visit, 'change', CHANGE_KINDS);
  const standing = asked.choice(visit, 'only', ['standing']);
  const shown = orderChanges(comparison.changes).filter(
    ({ change, headline }) => (kind === undefined || change === kind) && (standing === undefined || headline),
  );
  const chip = (label: string, query: Record<string, string | undefined>, on: boolean): Html =>
    html`<a class="chip" href="${link(`${path}#changes`, query)}"${on ? html` aria-current="true"` : ''}>${label}</a>`;
  const before = planName(comparison.before.identity);
  return html`<section id="changes" aria-labelledby="changes-head">
<h2 id="changes-head">${text.planBefore}${text.colon}<a href="${link(`/plans/${comparison.before.id}`)}" lang="zh-CN">${before}</a></h2>
<p class="chips">${text.show}${text.colon}
${chip(`${text.all} ${comparison.changes.length}`, { only: standing }, kind === undefined)}
${countChanges(comparison.changes).map(([each, count]) =>
  chip(
    `${CHANGE_MARKS[each]} ${words.change[each]} ${count}`,
    { change: each, only: standing },
    each === kind,
  ),
)}
${chip(text.standingOnly, { change: kind, only: standing === undefined ? 'standing' : undefined }, standing !== undefined)}
</p>
${shown.length === 0 ? html`<p class="empty">${text.noMatch}</p>` : changeTable(visit, comparison, shown, text.comparedWith(before))}
<details class="legend"><summary>${text.legend}</summary><dl>${CHANGE_KINDS.map(
    (each) =>
      html`<div><dt>${CHANGE_MARKS[each]} ${words.change[each]}</dt><dd>${words.changeMeaning[each]}</dd></div>`,
  )}</dl></details>
</section>`;
}

function revisionSection(visit: Visit, revision: ComparisonRecord): Html {
  const moved = orderChanges(revision.changes.filter(({ change }) => change !== 'same'));
  const head = visit.text.revisedAt(visit.minute(revision.createdAt));
  const { documentId, seq } = revision.after;
  const diff =
    revision.before.documentId === documentId
      ? html`<p><a href="${visit.link(`/documents/${documentId}/diff/${revision.before.seq}..${seq}`)}">${visit.text.difference(revision.before.seq, seq)}</a></p>`
      : '';
  return html`<section><h2>${head}</h2>${diff}
${moved.length === 0 ? '' : changeTable(visit, revision, moved, head)}</section>`;
}

function statementsSection(visit: Visit, plan: PlanWithStatements): Html {
  const { text, words, link } = visit;
  const kind = asked.choice(visit, 'kind', STATEMENT_KINDS) ?? 'target';
  const shown = plan.statements.filter((statement) => statement.kind === kind);
  const row = (statement: Statement): Html => html`<tr>
<th scope="row">${indicator(statement)}</th>
<td data-label="${text.statement}">${quantity(visit, plan, statement)}</td>
<td data-label="${text.quote}">${quoteLink(visit, plan, statement)}</td>
<td data-label="${text.section}" lang="zh-CN"><small>${statement.section.at(-1) ?? ''}</small></td>
</tr>`;
  const tabs = STATEMENT_KINDS.map((each) => {
    const count = plan.statements.filter((statement) => statement.kind === each).length;
    return html`<a class="chip" href="${link(`/plans/${plan.id}#statements`, { kind: each })}"${each === kind ? html` aria-current="true"` : ''}>${words.statement[each]} ${count}</a>`;
  });
  return html`<section id="statements"><h2>${text.statements}</h2>
<p class="chips">${tabs}</p>
${
  shown.length === 0
    ? html`<p class="empty">${kind === 'target' ? text.noTargets : text.noMatch}</p>`
    : html`<table class="list"><thead><tr><th scope="col">${text.indicator}</th><th scope="col">${text.statement}</th><th scope="col">${text.quote}</th><th scope="col">${text.section}</th></tr></thead><tbody>${shown.map(row)}</tbody></table>`
}</section>`;
}

/** What the plan says of its own parts, and how many were found: ✓ 7个方面 (7), ? 24项任务 (23). */
async function claims(
  { store, checkOutline, text }: Visit,
  plan: PlanWithStatements,
): Promise<Html | string> {
  const version = await store.version(plan.documentId, plan.seq);
  const said = checkOutline(version?.article.text ?? '', plan.outline);
  const told = said.flatMap(({ words, claimed, found }) =>
    found === null
      ? []
      : [
          html`<li>${claimed === found ? '✓' : '?'} <span lang="zh-CN">${words}</span> (${text.partsFound(found)})</li>`,
        ],
  );
  return told.length === 0 ? '' : html`<ul class="claims">${told}</ul>`;
}

async function outlineSection(visit: Visit, plan: PlanWithStatements): Promise<Html | string> {
  if (plan.outline.length === 0) return '';
  const targets = plan.statements.filter(({ kind }) => kind === 'target');
  const line = ({ level, heading, start, end }: Section): Html => {
    const count = targets.filter((target) => target.start >= start && target.start < end).length;
    return html`<li class="level-${Math.min(level, 4)}" lang="zh-CN">${heading}${count > 0 ? html` <small>${count}</small>` : ''}</li>`;
  };
  return html`<section><details><summary><h2>${visit.text.outline}</h2></summary>
${await claims(visit, plan)}
<ul class="outline">${plan.outline.map(line)}</ul></details></section>`;
}
