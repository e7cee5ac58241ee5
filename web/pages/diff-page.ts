import { html } from 'hono/html';
import { diffParagraphs } from '../../pipeline/diff/diff-paragraphs.ts';
import { asked } from '../asked.ts';
import { factChanges } from '../parts/fact-changes.ts';
import { hunkList } from '../parts/hunk-list.ts';
import type { Html, Page, Visit } from '../visit.ts';

/** Two versions of one article, paragraph by paragraph. */
export async function diffPage(visit: Visit): Promise<Page | null> {
  const { store, text, link } = visit;
  const id = asked.id(visit);
  const { before: from, after: to } = asked.range(visit);
  const [before, after] = [await store.version(id, from), await store.version(id, to)];
  if (before === null || after === null) return null;
  const hunks = diffParagraphs(before.article.text, after.article.text);
  const facts = factChanges(visit, before.article, after.article);
  const title = after.article.title ?? text.untitled;
  const side = (seq: number, iso: string): Html =>
    html`<a href="${link(`/documents/${id}/versions/${seq}`)}">${text.archivedVersion(seq)}</a> · <time datetime="${iso}">${visit.minute(iso)}</time>`;
  return {
    title: `${title} – ${text.difference(from, to)}`,
    body: html`<h1 lang="zh-CN"><a href="${link(`/documents/${id}`)}">${title}</a></h1>
<h2>${text.difference(from, to)}</h2>
<p class="meta">${side(from, before.createdAt)} → ${side(to, after.createdAt)} · ${text.cause[after.cause]}</p>
${changed(text.titleChanged, before.article.title, after.article.title)}
${facts}
${hunks.length > 0 || facts === '' ? hunkList(visit, hunks) : html`<p class="empty">${text.textUnchanged}</p>`}`,
  };
}

function changed(label: string, before: string | null, after: string | null): Html | string {
  return before === after
    ? ''
    : html`<p>${label}<br><del lang="zh-CN">${before ?? '—'}</del> <ins lang="zh-CN">${after ?? '—'}</ins></p>`;
}
