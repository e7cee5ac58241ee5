import { html } from 'hono/html';
import { safeLink } from '../../core/safe-link.ts';
import type { Html } from '../visit.ts';

/** A link away from this site, or the bare label where the address may not be clicked. */
export function outwardLink(url: string, label: string): Html {
  const href = safeLink(url);
  return href === null
    ? html`${label}`
    : html`<a class="out" rel="noopener noreferrer nofollow" href="${href}">${label}</a>`;
}
