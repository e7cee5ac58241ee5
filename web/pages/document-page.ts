import { html } from 'hono/html';
import type { DocumentRecord, PlanRecord, VersionRecord } from '../../core/archive.ts';
import { planName } from '../../core/plan-name.ts';
import { safeLink } from '../../core/safe-link.ts';
import { asked } from '../asked.ts';
import { articleText } from '../parts/article-text.ts';
import { factChanges } from '../parts/fact-changes.ts';
import { factList } from '../parts/fact-list.ts';
import { outwardLink } from '../parts/outward-link.ts';
import type { Html, Page, Visit } from '../visit.ts';

const MOST_COPIES = 20;

/** One article through time: its state, all versions, its copies, and the text it has now. */
export async function documentPage(visit: Visit): Promise<Page | null> {
  const { store, text, link } = visit;
  const document = await store.document(asked.id(visit));
  if (document === null) return null;
  const versions = (await store.versions(document.id)).toReversed();
  const [latest] = versions;
  const title = latest?.article.title ?? document.title ?? text.untitled;
  const statements = latest === undefined ? [] : await store.statementsOf(document.id, latest.seq);
  const plans = await store.plans({ documentId: document.id, limit: 5 });
  const reported = await store.plansMentioned(document.id);
  const planLine = (label: string, { id, identity }: PlanRecord): Html =>
    html`<p>${label}${text.colon}<a lang="zh-CN" href="${link(`/plans/${id}`)}">${planName(identity)}</a></p>`;
  return {
    title,
    body: html`<h1 lang="zh-CN">${title}</h1>
${await documentFacts(visit, document, latest)}
${plans.map((plan) => planLine(text.readAs, plan))}
${reported.map((plan) => planLine(text.reportsOn, plan))}
<section><h2>${text.versions}</h2>${versionTable(visit, document.id, versions)}</section>
${latest === undefined ? '' : html`<article>${articleText(visit, latest.article, statements)}</article>`}`,
  };
}

async function documentFacts(
  visit: Visit,
  document: DocumentRecord,
  latest: VersionRecord | undefined,
): Promise<Html> {
  const { store, text } = visit;
  const source = (await store.sources()).find(({ id }) => id === document.sourceId);
  const copies = (await store.documents({ clusterId: document.clusterId, limit: MOST_COPIES })).filter(
    ({ id }) => id !== document.id,
  );
  const missing =
    document.missingSince === null ? '' : ` (${text.missingSince(visit.minute(document.missingSince))})`;
  return factList([
    [text.publisher, source?.publisher ?? document.sourceId],
    [text.original, outwardLink(document.url)],
    [text.published, document.published?.slice(0, 10)],
    [text.fields.validity, latest?.article.fields.validity],
    [text.state, `${text.states[document.state]}${missing}`],
    [text.firstSeen, visit.minute(document.firstSeenAt)],
    [text.lastFetched, document.lastFetchedAt === null ? null : visit.minute(document.lastFetchedAt)],
    [
      text.copies,
      copies.length === 0 ? null : html`${copies.map((copy) => copyLink(visit, document, copy))}`,
    ],
  ]);
}

/** A copy's page, and what it says otherwise than the text that heads the cluster. */
function copyLink(visit: Visit, document: DocumentRecord, copy: DocumentRecord): Html {
  const href = safeLink(copy.url);
  const label = href === null ? copy.id : new URL(href).host;
  const [head, other] = copy.id === copy.clusterId ? [copy, document] : [document, copy];
  const edits = `/documents/${head.id}/copies/${other.id}`;
  return html`<a href="${visit.link(`/documents/${copy.id}`)}">${label}</a> (<a href="${visit.link(edits)}">${visit.text.copyEdits}</a>) `;
}

function versionTable(visit: Visit, documentId: string, versions: readonly VersionRecord[]): Html {
  const { text, link } = visit;
  const facts = ({ seq, article }: VersionRecord): Html | '' => {
    const before = versions.find((version) => version.seq === seq - 1);
    return before === undefined ? '' : factChanges(visit, before.article, article);
  };
  const row = (version: VersionRecord): Html => {
    const { seq, createdAt, cause, article } = version;
    return html`<tr>
<th scope="row"><a href="${link(`/documents/${documentId}/versions/${seq}`)}">${text.archivedVersion(seq)}</a></th>
<td data-label="${text.archivedAt}"><time datetime="${createdAt}">${visit.minute(createdAt)}</time></td>
<td data-label="${text.causeHead}">${seq === 1 ? '' : text.cause[cause]}</td>
<td data-label="${text.length}">${text.characters(article.text.length)}</td>
<td>${seq === 1 ? '' : html`<a href="${link(`/documents/${documentId}/diff/${seq - 1}..${seq}`)}">${text.compareWithBefore}</a>`}${facts(version)}</td>
</tr>`;
  };
  const heads = [text.version, text.archivedAt, text.causeHead, text.length, text.change];
  return html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${versions.map(row)}</tbody></table>`;
}
