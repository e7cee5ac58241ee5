import type { Digest } from '../core/digest.ts';
import { dayIn } from '../core/time.ts';
import { clip, oneLine } from './clip.ts';
import { type MailSite, siteLinks } from './site-links.ts';
import { type MailText, mailText } from './text.ts';
import type { DigestView, HunkView, ItemView, LineView, RowView } from './view.ts';
import { viewNews } from './view-news.ts';

/**
 * Gmail cuts a message at 102 kB of HTML and hides what follows, the unsubscribe link included. Costs are what the
 * HTML takes at worst; a mail stays below the cut whatever the pages say.
 */
const ROOM = 84_000;
const ITEM_COST = 2_000;
const ROW_COST = 900;
const HUNK_COST = 260;
const PART_COST = 110;
const LINE_COST = 230;
/** Kept free for each item further down, so that one long plan does not push the others out: its head and some rows. */
const RESERVE = ITEM_COST + 7 * ROW_COST;

/** Bytes of page text in HTML, where an escape such as `&quot;` takes six. */
function weigh(texts: readonly (string | null | undefined)[]): number {
  const text = texts.join('');
  return Buffer.byteLength(text) + 5 * (text.match(/[&<>"']/g)?.length ?? 0);
}

function rowCost({ indicator, before, after }: RowView): number {
  const sides = [before, after].flatMap((side) => [side?.value, side?.quote, side?.href]);
  return ROW_COST + weigh([indicator, ...sides]);
}

function hunkCost({ parts }: HunkView): number {
  return HUNK_COST + parts.length * PART_COST + weigh(parts.map(({ text }) => text));
}

function lineCost({ text, href }: LineView): number {
  return LINE_COST + weigh([text, href]);
}

/** Keep of an item what fits into its room, and say how much did not. */
function fitItem(item: ItemView, room: number, text: MailText): { item: ItemView; cost: number } {
  const links = [item.open, item.open, ...item.links, ...item.copies];
  const texts = [item.title, item.summary, item.unchanged, ...item.facts];
  const heads = item.parts.map(({ title }) => title);
  let cost =
    ITEM_COST +
    heads.length * LINE_COST +
    weigh([...texts, ...[...links, ...heads].flatMap(({ label, href }) => [label, href])]);
  const take = <T>(values: readonly T[], costOf: (value: T) => number): T[] => {
    const taken: T[] = [];
    for (const value of values) {
      if (cost + costOf(value) > room) break;
      cost += costOf(value);
      taken.push(value);
    }
    return taken;
  };
  // Before the rows: a missed target must not give way to the thirtieth change.
  const parts = item.parts.map((each) => ({ ...each, lines: take(each.lines, lineCost) }));
  const rows = take(item.rows, rowCost);
  const hunks = take(item.hunks, hunkCost);
  const rowsLeft = item.count.rows - rows.length;
  const hunksLeft = item.count.hunks - hunks.length;
  const more = rowsLeft > 0 ? text.moreRows(rowsLeft) : hunksLeft > 0 ? text.moreHunks(hunksLeft) : null;
  return { item: { ...item, rows, hunks, parts, more }, cost };
}

/** The items that fit: each gets what those after it do not need, and at least its equal share. */
function fitItems(items: readonly ItemView[], text: MailText): ItemView[] {
  const fitted: ItemView[] = [];
  let room = ROOM;
  for (const [index, item] of items.entries()) {
    const after = items.length - index - 1;
    const { item: shown, cost } = fitItem(item, Math.max(room / (after + 1), room - after * RESERVE), text);
    // The first item always stays: a mail that only says "see the page" would hide what it was sent for.
    if (cost > room && index > 0) break;
    fitted.push(shown);
    room -= cost;
  }
  return fitted;
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
  const reader = { site, language: subscriber.language, text };
  // More than this fits into no mail; viewing the rest would be work for nothing.
  const views = news.slice(0, Math.ceil(ROOM / ITEM_COST)).map((piece) => viewNews(reader, piece));
  const items = fitItems(views, text);
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
