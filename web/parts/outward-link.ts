import { html } from 'hono/html';
import { safeLink } from '../../core/safe-link.ts';
import type { Html } from '../visit.ts';

/**
 * A link away from this site, or bare text where the address may not be clicked.
 *
 * @param label default: the host it leads to
 */
export function outwardLink(url: string, label?: string): Html {
  const href = safeLink(url);
  if (href === null) return html`${label ?? url}`;
  return html`<a class="out" rel="noopener noreferrer nofollow" href="${href}" title="${href}">${label ?? new URL(href).host}</a>`;
}
