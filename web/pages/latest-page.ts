import { html } from 'hono/html';
import type { ComparisonRecord, PlanWithStatements } from '../../core/archive.ts';
import { countChanges, orderChanges } from '../../core/change-order.ts';
import { countOutcomes } from '../../core/ledger.ts';
import { planName, planYears } from '../../core/plan-name.ts';
import type { EventRecord } from '../../store/store.ts';
import { asked } from '../asked.ts';
import { changeTable } from '../parts/change-table.ts';
import { factChanges } from '../parts/fact-changes.ts';
import { healthLine } from '../parts/health-line.ts';
import { pager, readPage } from '../parts/paging.ts';
import type { Html, Page, Visit } from '../visit.ts';

const EVENTS_A_PAGE = 30;
const CHANGES_SHOWN = 5;

type Told = { readonly event: EventRecord; readonly publisher: string };

/** What was found last: events of one plan stand together, at the place of the newest. */
export async function latestPage(visit: Visit): Promise<Page> {
  const { store, text } = visit;
  const events = await readPage(asked.page(visit), EVENTS_A_PAGE, (part) => store.events(part));
  const publishers = new Map((await store.sources()).map(({ id, publisher }) => [id, publisher]));
  const told = events.rows.map((event) => ({
    event,
    publisher: publishers.get(event.sourceId) ?? event.sourceId,
  }));
  const groups = Map.groupBy(told, ({ event }) => event.planId ?? event.id);
  const cards = await Promise.all([...groups.values()].map((group) => card(visit, group)));
  return {
    title: text.latest,
    body: html`<h1>${text.latest}</h1>
${healthLine(visit, await visit.fleet())}
${cards.length === 0 ? html`<p class="empty">${text.nothingYet}</p>` : cards}
${pager(visit, '/', events)}`,
  };
}

async function card(visit: Visit, group: readonly Told[]): Promise<Html> {
  const planId = group[0]?.event.planId ?? null;
  const plan = planId === null ? null : await visit.store.plan(planId);
  const parts = await Promise.all(group.map((told) => entry(visit, told, plan)));
  if (plan === null) return html`<article class="card">${parts}</article>`;
  return html`<article class="card">
<h2 lang="zh-CN"><a href="${visit.link(`/plans/${plan.id}`)}">${planName(plan.identity)}</a></h2>
${parts}
</article>`;
}

function entryHead(visit: Visit, { event, publisher }: Told): Html {
  const standing = event.news ? '' : html` · ${visit.text.standing}`;
  return html`<p class="meta"><span class="label">${visit.text.event[event.kind]}</span>
<time datetime="${event.at}">${visit.minute(event.at)}</time> · <span lang="zh-CN">${publisher}</span>${standing}</p>`;
}

async function entry(visit: Visit, told: Told, plan: PlanWithStatements | null): Promise<Html> {
  const { event } = told;
  const head = entryHead(visit, told);
  if (event.comparisonId !== null) return html`${head}${await comparedEntry(visit, event.comparisonId)}`;
  if (plan !== null) {
    const targets = plan.statements.filter(({ kind }) => kind === 'target').length;
    return html`${head}<p>${visit.text.targetsRead(targets)}</p>`;
  }
  return html`${head}${await articleEntry(visit, event)}`;
}

async function comparedEntry(visit: Visit, id: string): Promise<Html | string> {
  const comparison = await visit.store.presentComparison(id);
  if (comparison === null) return '';
  const { text } = visit;
  const moved = orderChanges(comparison.changes.filter(({ change }) => change !== 'same'));
  const counts = countChanges(comparison.changes).map(([kind, count]) => visit.words.changes(kind, count));
  const rest = moved.length - CHANGES_SHOWN;
  const caption = text.comparedWith(planName(comparison.before.identity));
  const more = rest > 0 ? `${text.openComparison} (${text.moreChanges(rest)})` : text.openComparison;
  return html`<p class="summary">${counts.join(text.comma)}</p>
${comparison.kind === 'year' ? await ledgerLine(visit, comparison) : ''}
${moved.length === 0 ? '' : changeTable(visit, comparison, moved.slice(0, CHANGES_SHOWN), caption)}
<p><a class="button" href="${visit.link(`/plans/${comparison.after.id}`)}">${more}</a></p>`;
}

/** How the targets of the plan before ended, in one line. */
async function ledgerLine(visit: Visit, { before, after }: ComparisonRecord): Promise<Html | string> {
  const counts = countOutcomes(await visit.store.ledger(before));
  if (counts.length === 0) return '';
  const { text, words, link } = visit;
  const told = counts.map(([outcome, count]) => words.outcomes(outcome, count)).join(text.comma);
  return html`<p><a href="${link(`/plans/${after.id}#ledger`)}">${text.ledgerOf(text.year(planYears(before.identity)))}</a>${text.colon}${told}</p>`;
}

async function articleEntry(visit: Visit, event: EventRecord): Promise<Html> {
  const { text } = visit;
  const version = await visit.store.version(event.documentId, event.seq);
  const title = version?.article.title ?? text.untitled;
  const before =
    event.beforeSeq === null ? null : await visit.store.version(event.documentId, event.beforeSeq);
  const facts =
    before === null || version === null ? '' : factChanges(visit, before.article, version.article);
  const place = `/documents/${event.documentId}`;
  const [path, label] =
    event.beforeSeq === null
      ? [`${place}/versions/${event.seq}`, text.archivedVersion(event.seq)]
      : [`${place}/diff/${event.beforeSeq}..${event.seq}`, text.difference(event.beforeSeq, event.seq)];
  return html`<h2 lang="zh-CN"><a href="${visit.link(place)}">${title}</a></h2>
${facts}<p><a href="${visit.link(path)}">${label}</a></p>`;
}
