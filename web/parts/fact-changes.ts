import { html } from 'hono/html';
import { diffFacts, type Facts } from '../../pipeline/diff/diff-facts.ts';
import type { Html, Visit } from '../visit.ts';

/** What a page says otherwise of its document than before, a line each; empty where nothing. */
export function factChanges(visit: Visit, before: Facts, after: Facts): Html | '' {
  const changes = diffFacts(before, after);
  if (changes.length === 0) return '';
  return html`<ul class="claims" lang="zh-CN">${changes.map((change) => html`<li>${visit.words.facts(change)}</li>`)}</ul>`;
}
