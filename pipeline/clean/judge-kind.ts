import type { ArticleKind } from '../../core/article.ts';
import { fold } from './fold.ts';
import { isHeadline } from './headline.ts';
import { judgeNotice } from './judge-notice.ts';
import { LEGAL } from './phrases.ts';
import type { Head } from './read-head.ts';
import type { Line, Reading } from './read-lines.ts';
import type { RemovedLine } from './trim-body.ts';

export interface Verdict {
  readonly kind: ArticleKind;
  /** In words for the operator. */
  readonly reason: string;
}

/** What was found beside the text. */
export interface Signs {
  /** The body stands in a footer or the like. */
  readonly chrome: boolean;
  /** The page prints its title. */
  readonly titled: boolean;
  /** It prints it as a heading. */
  readonly headed: boolean;
  readonly dated: boolean;
}

/** Of a page without a date, the share of its plain text that an article must be. */
const MOST = 0.6;

/** A page that asks for a password and says more than this has something to read as well. */
const MOST_BESIDE_LOGIN = 150;

/** Decide what a page is, from what remained as its body, what was taken out, and what stood on the whole page. */
export function judgeKind(
  head: Head,
  reading: Reading,
  body: readonly Line[],
  removed: readonly RemovedLine[],
  signs: Signs,
): Verdict {
  const seen = reading.lines.filter((line) => line.hidden === null);
  const sentences = body.filter(isSentence);
  const said = sum(sentences);
  return (
    judgeNotice(head, seen, said) ??
    judgeLogin(head, said, signs) ??
    judgeList(body, sentences, removed, signs) ??
    judgePosts(reading, body, sentences, signs) ??
    judgeArticle(seen, body, sentences, said, signs) ??
    judgeRest(head, seen, removed, said)
  );
}

/** Many sites carry the form on every page: what has a date is read as any other page first. */
function judgeLogin({ password }: Head, said: number, { dated }: Signs): Verdict | null {
  if (!password || said >= MOST_BESIDE_LOGIN || (dated && said >= 12)) return null;
  return { kind: 'login', reason: 'a form asks for a password' };
}

function judgeList(
  body: readonly Line[],
  sentences: readonly Line[],
  removed: readonly RemovedLine[],
  signs: Signs,
): Verdict | null {
  const headlines = body.filter(isHeadline).length;
  const opens = (body[0]?.linked ?? 0) > 0.8;
  if (headlines >= 4 && (opens || !signs.titled)) {
    return { kind: 'list', reason: `${headlines} linked headlines without a title of their own` };
  }
  const teasers = removed.filter(({ step }) => step === 'teasers').length;
  if (teasers >= 10 && !signs.titled)
    return { kind: 'list', reason: `${teasers} lines of teasers, no title` };
  if (longestRun(body, sentences) >= 250 && !signs.chrome) return null;
  if (headlines >= 4 && headlines > 0.5 * sentences.length) {
    return { kind: 'list', reason: `${headlines} linked headlines among ${sentences.length} paragraphs` };
  }
  const cutOff = body.filter((line) => line.weight > 30 && CUT_OFF.test(line.text)).length;
  return cutOff >= 4 && cutOff > sentences.length
    ? { kind: 'list', reason: `${cutOff} summaries cut off` }
    : null;
}

/** Posts one behind the other: each with its linked heading and date, or each with its time. */
function judgePosts(
  { lines }: Reading,
  body: readonly Line[],
  sentences: readonly Line[],
  signs: Signs,
): Verdict | null {
  const posts = body.filter(
    (line) =>
      line.heading > 0 &&
      line.linked > 0.8 &&
      lines
        .slice(line.index + 1, line.index + 4)
        .some((next) => next.weight < 30 && next.stops === 0 && DATE.test(next.text)),
  ).length;
  if (posts >= 3 && posts >= 0.25 * sentences.length)
    return { kind: 'list', reason: `${posts} linked headings, each with a date` };
  if (signs.dated) return null;
  const times = lines.filter((line) => line.hidden === null && TIME.test(line.text)).length;
  return times >= 8 && times >= 0.7 * sentences.length
    ? { kind: 'list', reason: `${times} items, each with its time` }
    : null;
}

const TIME = /^(?:\d{1,2}[-/月]\d{1,2}日?\s)?\d{1,2}:\d\d(?::\d\d)?$/;

function judgeArticle(
  seen: readonly Line[],
  body: readonly Line[],
  sentences: readonly Line[],
  said: number,
  signs: Signs,
): Verdict | null {
  if (signs.chrome) return null;
  const text = sum(body);
  if (said >= 100 && said >= 0.25 * text)
    return { kind: 'article', reason: `${sentences.length} paragraphs` };
  const links = body.reduce((total, line) => total + line.weight * line.linked, 0);
  const enough = said >= 12 || (text >= 60 && body.length >= 3);
  if (!enough || links >= 0.2 * text || !signs.titled) return null;
  if (signs.dated) return { kind: 'article', reason: 'short text with title and date' };
  const plain = sum(seen.filter((line) => line.linked < 0.5));
  return (said >= 40 && sentences.length >= 2 && text >= MOST * plain) || (said >= 40 && signs.headed)
    ? { kind: 'article', reason: 'short text with title, most of what the page says' }
    : null;
}

function judgeRest(
  head: Head,
  seen: readonly Line[],
  removed: readonly RemovedLine[],
  said: number,
): Verdict {
  const all = sum(seen);
  if (all < 5 && head.scripts === 0) return { kind: 'empty', reason: 'no text' };
  if (all < 5) return { kind: 'shell', reason: 'no text, only scripts' };
  const teasers = removed
    .filter(({ step }) => step === 'teasers' || step === 'link-list')
    .reduce((count, { line }) => count + (line.rows?.length ?? 1), 0);
  if (teasers >= 6) return { kind: 'list', reason: `${teasers} lines of headlines` };
  const linked = seen.reduce((total, line) => total + line.weight * line.linked, 0);
  const items = seen.filter((line) => line.hrefs.length > 0 && line.weight < 60 && DATE.test(line.text));
  if (items.length >= 5) return { kind: 'list', reason: `${items.length} dated items` };
  const tables = seen.filter((line) => (line.rows?.length ?? 0) >= 6 && line.linked > 0.15);
  if (linked > 0.4 * all || sum(tables) > 0.5 * all) {
    return { kind: 'list', reason: `${Math.round((100 * linked) / all)} % of the text are links` };
  }
  return {
    kind: 'shell',
    reason: `no article in the page as sent: ${Math.round(said)} characters in sentences`,
  };
}

const CUT_OFF = /(?:\.{3}|…)$/;
const DATE = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d\d-\d\d(?!\d)/;
const DATED_ITEM = /^[([（【]{0,2}(?:19|20)\d\d[-/.年]\d/;
const ENDED = /[。！？；：.!?;:”"」』）)，,]$/;

/** A line that says something: it ends as sentences do, or has clauses, and is no link, table row or legal notice. */
function isSentence(line: Line): boolean {
  if (line.linked > (line.stops > 1 ? 0.7 : 0.4) || line.rows !== null || CUT_OFF.test(line.text))
    return false;
  if (DATED_ITEM.test(line.text) && line.weight < 60) return false;
  const ended = ENDED.test(line.text) && line.stops + line.commas > 0;
  if (!ended && !(line.commas >= 2 && line.weight >= 40)) return false;
  return !LEGAL.test(fold(line.text.slice(0, 300)));
}

/** Weight of the heaviest run of at least three paragraphs that no linked headline interrupts. */
function longestRun(body: readonly Line[], sentences: readonly Line[]): number {
  const said = new Set(sentences);
  let longest = 0;
  let weight = 0;
  let count = 0;
  for (const line of body) {
    if (isHeadline(line)) weight = count = 0;
    else if (said.has(line)) {
      weight += line.weight;
      count++;
    }
    if (count >= 3) longest = Math.max(longest, weight);
  }
  return longest;
}

function sum(lines: readonly Line[]): number {
  return lines.reduce((total, line) => total + line.weight, 0);
}
