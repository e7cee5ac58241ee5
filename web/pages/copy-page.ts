import { html } from 'hono/html';
import type { DocumentRecord } from '../../core/archive.ts';
import { diffCopies } from '../../pipeline/diff/diff-copies.ts';
import { asked } from '../asked.ts';
import { hunkList } from '../parts/hunk-list.ts';
import type { Html, Page, Visit } from '../visit.ts';

/** What a copy of a text says otherwise than the most official one. */
export async function copyPage(visit: Visit): Promise<Page | null> {
  const { store, text, link } = visit;
  const [original, copy] = [
    await store.document(asked.id(visit)),
    await store.document(asked.id(visit, 'copy')),
  ];
  if (original === null || copy === null || original.clusterId !== copy.clusterId) return null;
  const [before, after] = [await store.latestVersion(original.id), await store.latestVersion(copy.id)];
  if (before === null || after === null) return null;
  const title = before.article.title ?? text.untitled;
  const publishers = new Map((await store.sources()).map(({ id, publisher }) => [id, publisher]));
  const side = ({ id, sourceId, published }: DocumentRecord): Html =>
    html`<a href="${link(`/documents/${id}`)}">${publishers.get(sourceId) ?? sourceId}</a> · ${published?.slice(0, 10) ?? '—'}`;
  return {
    title: `${title} – ${text.copyEdits}`,
    body: html`<h1 lang="zh-CN"><a href="${link(`/documents/${original.id}`)}">${title}</a></h1>
<h2>${text.copyEdits}</h2>
<p class="meta">${side(original)} → ${side(copy)}</p>
<p>${text.copyEditsHow}</p>
${hunkList(visit, diffCopies(before.article.text, after.article.text))}`,
  };
}
