import { html } from 'hono/html';
import { asked } from '../asked.ts';
import type { Page, Visit } from '../visit.ts';

/**
 * Ask before unsubscribing. Opening the address does nothing: mail programs and virus scanners open every link.
 */
export async function unsubscribePage(visit: Visit): Promise<Page | null> {
  const { text } = visit;
  const subscriber = await visit.store.subscriberByToken(asked.id(visit, 'token'));
  if (subscriber === null) return null;
  const done = html`<p>${text.unsubscribed(subscriber.email)}</p>`;
  const form = html`<p>${text.unsubscribeAsk(subscriber.email)}</p>
<form method="post"><button class="button">${text.unsubscribe}</button></form>`;
  return {
    title: text.unsubscribe,
    body: html`<h1>${text.unsubscribe}</h1>${subscriber.active ? form : done}`,
  };
}

/**
 * Unsubscribe: by the form, or by a mail program in one click (RFC 8058). The token in the address is the permission;
 * there is no login that another site could borrow.
 */
export async function unsubscribe(visit: Visit): Promise<Page | null> {
  const subscriber = await visit.store.subscriberByToken(asked.id(visit, 'token'));
  if (subscriber === null) return null;
  if (subscriber.active) await visit.store.saveSubscriber({ ...subscriber, active: false });
  return unsubscribePage(visit);
}
