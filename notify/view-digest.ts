import type { Digest } from '../core/digest.ts';
import { dayIn } from '../core/time.ts';
import { clip, oneLine } from './clip.ts';
import { type MailSite, siteLinks } from './site-links.ts';
import { type MailText, mailText } from './text.ts';
import type { DigestView, HunkView, ItemView, RowView } from './view.ts';
import { viewNews } from './view-news.ts';

/**
 * Gmail cuts a message at 102 kB of HTML and hides what follows, the unsubscribe link included. Costs are what the
 * HTML takes at worst; a mail stays below the cut whatever the pages say.
 */
const ROOM = 84_000;
const ITEM_COST = 2_600;
const ROW_COST = 1_500;
const HUNK_COST = 260;
const PART_COST = 110;
/** One plan must not push all others out of the mail. */
const MAX_ROWS = 30;
const MAX_HUNKS = 8;

/** Bytes of page text in HTML, where an escape such as `&quot;` takes six. */
function weigh(texts: readonly (string | null | undefined)[]): number {
  const text = texts.join('');
  return Buffer.byteLength(text) + 5 * (text.match(/[&<>"']/g)?.length ?? 0);
}

function rowCost({ indicator, before, after }: RowView): number {
  return ROW_COST + weigh([indicator, before?.value, before?.quote, after?.value, after?.quote]);
}

function hunkCost({ parts }: HunkView): number {
  return HUNK_COST + parts.length * PART_COST + weigh(parts.map(({ text }) => text));
}

/** Keep what fits, and say how much did not. */
function fitItem(item: ItemView, room: number, text: MailText): { item: ItemView; room: number } {
  let left = room - ITEM_COST - weigh([item.title, item.summary, item.unchanged, ...item.facts]);
  const take = <T>(values: readonly T[], most: number, costOf: (value: T) => number): T[] => {
    const taken: T[] = [];
    for (const value of values.slice(0, most)) {
      const cost = costOf(value);
      if (cost > left) break;
      left -= cost;
      taken.push(value);
    }
    return taken;
  };
  const rows = take(item.rows, MAX_ROWS, rowCost);
  const hunks = take(item.hunks, MAX_HUNKS, hunkCost);
  const rowsLeft = item.rows.length - rows.length;
  const hunksLeft = item.hunks.length - hunks.length;
  const more = rowsLeft > 0 ? text.moreRows(rowsLeft) : hunksLeft > 0 ? text.moreHunks(hunksLeft) : null;
  return { item: { ...item, rows, hunks, more }, room: left };
}

function wishesOf({ subscriber }: Digest, text: MailText): string {
  const wishes = (['regions', 'sources', 'tags', 'words'] as const)
    .filter((name) => subscriber[name].length > 0)
    .map((name) => `${text.wishes[name]} ${subscriber[name].join(text.list)}`);
  return wishes.length === 0 ? text.wishes.all : clip(wishes.join(text.semicolon), 300);
}

/** Put a digest into words and links, within what a mail can hold. */
export function viewDigest(digest: Digest, site: MailSite): DigestView {
  const { subscriber, period, news } = digest;
  const text = mailText[subscriber.language];
  const items: ItemView[] = [];
  let room = ROOM;
  for (const piece of news) {
    const fitted = fitItem(viewNews({ site, language: subscriber.language, text }, piece), room, text);
    // The first item always stays: a mail that only says "see the page" would hide what it was sent for.
    if (fitted.room < 0 && items.length > 0) break;
    items.push(fitted.item);
    room = fitted.room;
  }
  const hidden = news.length - items.length;
  const day = (iso: string): string => dayIn(site.timezone, new Date(iso));
  return {
    period: text.period(day(period.from), day(period.to)),
    items,
    more: hidden > 0 ? text.moreItems(hidden) : null,
    footer: {
      why: text.why(oneLine(subscriber.email), wishesOf(digest, text)),
      numbers: text.numbers,
      unsubscribe: siteLinks.unsubscribe(site, subscriber.token),
      site: siteLinks.home(site),
    },
  };
}
