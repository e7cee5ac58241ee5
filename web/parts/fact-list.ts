import { html } from 'hono/html';
import type { Html } from '../visit.ts';

/** Names and values, those without value left out. */
export function factList(rows: readonly (readonly [string, Html | string | null | undefined])[]): Html {
  return html`<dl class="facts">${rows.map(([name, value]) =>
    value === null || value === undefined || value === ''
      ? ''
      : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
