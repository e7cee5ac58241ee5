import { isAttachment } from './attachment.ts';
import { judgeList } from './judge-list.ts';
import { judgeNotice } from './judge-notice.ts';
import type { Line, Reading } from './line.ts';
import type { Head } from './read-head.ts';
import { weigh } from './steps/step.ts';
import type { RemovedLine } from './trim-body.ts';
import { type Said, type Signs, type Verdict, whatIsSaid } from './verdict.ts';
import { findTeasers } from './weigh-lines.ts';

/** Of a page without a date, the share of its plain text that an article must be. */
const MOST = 0.6;
/** A page that asks for a password and says more than this has something to read as well. */
const MOST_BESIDE_LOGIN = 150;
/** What says more than this needs neither title nor date. */
const LONG = 100;
/** The lead of a topic page is shorter than this, and the page tells so many times more of other pages. */
const LEAD = 150;
const TOPIC = 2;

/** Decide what a page is, from what remained as its body, what was taken out, and what stood on the whole page. */
export function judgeKind(
  head: Head,
  reading: Reading,
  body: readonly Line[],
  removed: readonly RemovedLine[],
  signs: Signs,
): Verdict {
  const seen = reading.lines.filter((line) => line.hidden === null);
  // Links to the article's own files do not make it a list of links.
  const said = whatIsSaid(body.filter((line) => !isAttachment(line)));
  return (
    judgeNotice(head, seen, said.said) ??
    judgeLogin(head, said, signs) ??
    judgeList(reading, said, removed, signs) ??
    judgeTopic(seen, said, signs) ??
    judgeArticle(seen, said, signs) ??
    judgeRest(head, seen, removed, said.said)
  );
}

/** Many sites carry the form on every page: what has a date is read as any other page first. */
function judgeLogin({ password }: Head, { said }: Said, { dated }: Signs): Verdict | null {
  if (!password || said >= MOST_BESIDE_LOGIN || (dated && said >= 12)) return null;
  return { kind: 'login', reason: 'a form asks for a password' };
}

/** A short lead without a date, and the summaries of other pages. */
function judgeTopic(seen: readonly Line[], { said }: Said, { dated }: Signs): Verdict | null {
  if (dated || said >= LEAD) return null;
  const teasers = [...findTeasers(seen)];
  if (teasers.length < 5 || weigh(teasers) < TOPIC * said) return null;
  return { kind: 'list', reason: `${teasers.length} summaries of other pages` };
}

function judgeArticle(seen: readonly Line[], whole: Said, signs: Signs): Verdict | null {
  if (signs.chrome) return null;
  const { body, sentences, said, text } = whole;
  if (said >= LONG && said >= 0.25 * text)
    return { kind: 'article', reason: `${sentences.length} paragraphs` };
  const links = body.reduce((total, line) => total + line.weight * line.linked, 0);
  if (signs.titled && signs.dated && isFew(signs.files) && links <= 0.2 * text)
    return { kind: 'article', reason: 'title and date with attached files' };
  if (links >= 0.2 * text) return null;
  if (said >= 12 && isLetter(body)) return { kind: 'article', reason: 'a letter and its answer' };
  if (!signs.titled) return null;
  const rows = body.reduce((total, line) => total + (line.rows?.length ?? 1), 0);
  const few = text >= 40 && rows >= 3;
  if (signs.dated) {
    return said >= 12 || few ? { kind: 'article', reason: 'short text with title and date' } : null;
  }
  const most = text >= MOST * weigh(seen.filter((line) => line.linked < 0.5));
  const enough =
    said >= 40
      ? signs.headed || (most && sentences.length >= 2)
      : few && signs.headed && most && isVerse(body);
  return enough ? { kind: 'article', reason: 'short text with title, most of what the page says' } : null;
}

/** Files that may be all of an article; more are a page of downloads. */
function isFew(files: number): boolean {
  return files >= 1 && files <= 5;
}

/** Lines as short as those of verse, and no items of a list. */
function isVerse(body: readonly Line[]): boolean {
  return body.every((line) => line.weight <= 16 && line.item === 0 && line.rows === null);
}

const LETTER = /^(?:来信|写信|信件|咨询|提问|留言|问题|诉求)(?:内容|描述|详情|正文)?[:：]?(?=\s|$)/;
const ANSWER = /^(?:回复|答复|办理|回答|处理)(?:内容|结果|意见|情况|详情)?[:：]?(?=\s|$)/;

/** Whether one line or cell is labelled as a citizen's letter and another as the answer. */
function isLetter(body: readonly Line[]): boolean {
  const texts = body.flatMap((line) => line.rows?.flat() ?? [line.text]);
  return texts.some((text) => LETTER.test(text)) && texts.some((text) => ANSWER.test(text));
}

function judgeRest(
  head: Head,
  seen: readonly Line[],
  removed: readonly RemovedLine[],
  said: number,
): Verdict {
  const all = weigh(seen);
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
  if (linked > 0.4 * all || weigh(tables) > 0.5 * all) {
    return { kind: 'list', reason: `${Math.round((100 * linked) / all)} % of the text are links` };
  }
  return {
    kind: 'shell',
    reason: `no article in the page as sent: ${Math.round(said)} characters in sentences`,
  };
}

const DATE = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d\d-\d\d(?!\d)/;
