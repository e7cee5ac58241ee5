import { html } from 'hono/html';
import { planName } from '../../core/plan-name.ts';
import { asked } from '../asked.ts';
import { articleFacts } from '../parts/article-facts.ts';
import { articleText } from '../parts/article-text.ts';
import type { Html, Page, Visit } from '../visit.ts';

/** One archived version, with what was read out of it marked: where the links under quotes lead. */
export async function versionPage(visit: Visit): Promise<Page | null> {
  const { store, text, link } = visit;
  const document = await store.document(asked.id(visit));
  const version = await store.version(asked.id(visit), asked.seq(visit));
  if (document === null || version === null) return null;
  const { article, seq } = version;
  const statements = await store.statementsOf(document.id, seq);
  const plans = await store.plans({ documentId: document.id, limit: 5 });
  const title = article.title ?? text.untitled;
  return {
    title: `${title} – ${text.archivedVersion(seq)}`,
    body: html`<article>
<header class="article-head" lang="zh-CN">
${article.kicker === null ? '' : html`<p class="kicker">${article.kicker}</p>`}
<h1>${title}</h1>
${article.subtitle === null ? '' : html`<p class="subtitle">${article.subtitle}</p>`}
</header>
${versionLinks(visit, document.id, seq, document.versions)}
${plans.map(({ id, identity }) => html`<p>${text.readAs}${text.colon}<a lang="zh-CN" href="${link(`/plans/${id}`)}">${planName(identity)}</a></p>`)}
${articleFacts(visit, document, version)}
${articleText(visit, article, statements)}
</article>`,
  };
}

function versionLinks(visit: Visit, documentId: string, seq: number, last: number): Html {
  const { text, link } = visit;
  const place = `/documents/${documentId}`;
  const to = (path: string, label: string): Html =>
    html`<a class="chip" href="${link(`${place}${path}`)}">${label}</a>`;
  return html`<p class="chips"><strong>${text.archivedVersion(seq)}</strong>
${seq > 1 ? to(`/versions/${seq - 1}`, `← ${text.archivedVersion(seq - 1)}`) : ''}
${seq < last ? to(`/versions/${seq + 1}`, `${text.archivedVersion(seq + 1)} →`) : ''}
${seq > 1 ? to(`/diff/${seq - 1}..${seq}`, text.compareWithBefore) : ''}
${to('', text.versions)}</p>`;
}
