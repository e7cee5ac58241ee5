import { html } from 'hono/html';
import type { DiffPart } from '../../core/change.ts';
import type { Hunk } from '../../pipeline/diff/diff-paragraphs.ts';
import type { Html, Visit } from '../visit.ts';

/** The paragraphs of a comparison, or that there is no difference. */
export function hunkList(visit: Visit, hunks: readonly Hunk[]): Html {
  if (hunks.length === 0) return html`<p class="empty">${visit.text.noDifference}</p>`;
  return html`<div class="diff" lang="zh-CN">${hunks.map((hunk) => hunkHtml(visit, hunk))}</div>`;
}

function partHtml({ kind, text }: DiffPart): Html {
  if (kind === 'added') return html`<ins>${text}</ins>`;
  if (kind === 'removed') return html`<del>${text}</del>`;
  return html`${text}`;
}

function hunkHtml(visit: Visit, { kind, parts, skipped }: Hunk): Html {
  const { text } = visit;
  const labels = { same: '', edited: '', added: text.added, removed: text.removed, moved: text.moved };
  const label = labels[kind] === '' ? '' : html`<small lang="${visit.language}">${labels[kind]}</small> `;
  const gap = skipped > 0 ? html`<p class="gap" lang="${visit.language}">${text.skipped(skipped)}</p>` : '';
  return html`${gap}<p class="${kind}">${label}${parts.map(partHtml)}</p>`;
}
