import type { MailText } from './text.ts';
import type { HunkView, ItemView, LineView, RowView } from './view.ts';

/**
 * Gmail cuts a message at 102 kB of HTML and hides what follows, the unsubscribe link included. Costs are what the
 * HTML takes at worst; a mail stays below the cut whatever the pages say.
 */
const MAIL_ROOM = 84_000;
/** What one digest tells at most, over all its mails; beyond that the web page is the better place to read. */
const DIGEST_ROOM = 8 * MAIL_ROOM;
const ITEM_COST = 2_000;
const ROW_COST = 900;
const HUNK_COST = 260;
const PART_COST = 110;
const LINE_COST = 230;
/** Kept free for each item further down, so that one long plan does not push the others out: its head and some rows. */
const RESERVE = ITEM_COST + 7 * ROW_COST;

/** Items of one digest at most. */
export const MOST_ITEMS = Math.ceil(DIGEST_ROOM / ITEM_COST);

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

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}

/** What an item takes without its rows and hunks. */
function headCost({ open, links, copies, title, summary, unchanged, facts, parts }: ItemView): number {
  const named = [open, open, ...links, ...copies, ...parts.map((part) => part.title)];
  const lines = parts.flatMap((part) => part.lines);
  return (
    ITEM_COST +
    parts.length * LINE_COST +
    weigh([title, summary, unchanged, ...facts, ...named.flatMap(({ label, href }) => [label, href])]) +
    sum(lines.map(lineCost))
  );
}

function costOf(item: ItemView): number {
  return headCost(item) + sum(item.rows.map(rowCost)) + sum(item.hunks.map(hunkCost));
}

/** The first values, as many as fit into the room. */
function fitting<T>(values: readonly T[], costOf: (value: T) => number, room: number): readonly T[] {
  let left = room;
  const end = values.findIndex((value) => {
    left -= costOf(value);
    return left < 0;
  });
  return end < 0 ? values : values.slice(0, end);
}

/** Keep of an item the first rows or hunks that fit into its room, its head in any case. No item has both. */
function shorten(item: ItemView, room: number): ItemView {
  const body = room - headCost(item);
  return {
    ...item,
    rows: fitting(item.rows, rowCost, body),
    hunks: fitting(item.hunks, hunkCost, body),
  };
}

function leftOut(item: ItemView, text: MailText): string | null {
  const rows = item.count.rows - item.rows.length;
  const hunks = item.count.hunks - item.hunks.length;
  return rows > 0 ? text.moreRows(rows) : hunks > 0 ? text.moreHunks(hunks) : null;
}

/**
 * The items a digest has room for, each with what of it is shown, and a word on what is not.
 *
 * Each gets what those after it do not need, and at least its equal share.
 */
export function fitItems(items: readonly ItemView[], text: MailText): ItemView[] {
  const fitted: ItemView[] = [];
  let room = DIGEST_ROOM;
  for (const [index, item] of items.entries()) {
    const after = items.length - index - 1;
    const shown = shorten(item, Math.max(room / (after + 1), room - after * RESERVE));
    room -= costOf(shown);
    if (room < 0) break;
    fitted.push({ ...shown, more: leftOut(shown, text) });
  }
  return fitted;
}

/**
 * What is left of an item behind its beginning in the mail before; null where that was all.
 *
 * A mail has room for a head with at least one row or hunk, since all texts in them are clipped: there is always progress.
 */
function restOf(item: ItemView, shown: ItemView, text: MailText): ItemView | null {
  const rows = item.rows.slice(shown.rows.length);
  const hunks = item.hunks.slice(shown.hunks.length);
  if (rows.length === 0 && hunks.length === 0) return null;
  return { ...item, rows, hunks, facts: [text.continued], unchanged: null, parts: [], links: [], copies: [] };
}

/**
 * Spread items over mails that no mail program cuts: an item that does not fit into what is left of a mail begins the
 * next, and one that fits into no mail goes on in the next.
 *
 * @returns the items of each mail
 */
export function spreadItems(items: readonly ItemView[], text: MailText): ItemView[][] {
  const mails: ItemView[][] = [];
  let mail: ItemView[] = [];
  let room = MAIL_ROOM;
  const turn = () => {
    if (mail.length > 0) mails.push(mail);
    mail = [];
    room = MAIL_ROOM;
  };
  for (const item of items) {
    let rest: ItemView | null = item;
    while (rest !== null) {
      const cost = costOf(rest);
      if (cost > room) turn();
      const shown = cost > room ? shorten(rest, room) : rest;
      const after = restOf(rest, shown, text);
      mail.push(after === null ? shown : { ...shown, more: text.goesOn });
      room -= costOf(shown);
      rest = after;
    }
  }
  turn();
  return mails;
}
