import { html } from 'hono/html';
import type { PlanRecord } from '../../core/archive.ts';
import type { Html, Visit } from '../visit.ts';

const MOST_REPORTS = 20;

/** The archived articles that speak of a plan, newest first; nothing where there are none. */
export async function reportsSection(visit: Visit, plan: PlanRecord): Promise<Html | string> {
  const { store, text, link } = visit;
  const reports = await store.mentionsOf(plan.identity, MOST_REPORTS);
  if (reports.length === 0) return '';
  const publishers = new Map((await store.sources()).map(({ id, publisher }) => [id, publisher]));
  return html`<section id="reports"><h2>${text.reportedBy}</h2><ul>${reports.map(
    ({ id, title, sourceId, published }) =>
      html`<li><a lang="zh-CN" href="${link(`/documents/${id}`)}">${title ?? text.untitled}</a> <small>${[publishers.get(sourceId) ?? sourceId, published?.slice(0, 10) ?? ''].join(' ')}</small></li>`,
  )}</ul></section>`;
}
