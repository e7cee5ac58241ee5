import { cityBEntries } from './city-b.ts';
import type { Entry } from './entry.ts';

/** What the spun mirror shows: everything of 青禾市, a day or so later, without a source. Its template does the spinning. */
export const mirrorEntries: readonly Entry[] = cityBEntries.map(({ title, published, body }) => ({
  title,
  published: `${published.slice(0, 11)}23:${published.slice(14)}`,
  source: '網絡',
  body,
}));
