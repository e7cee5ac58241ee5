import { isHeadline } from '../fields/headline.ts';
import { datesOn } from '../fields/read-date.ts';
import type { Line, Reading } from '../tree/line.ts';
import type { RemovedLine } from '../trim-body.ts';
import { CUT_OFF, type Said, type Signs, type Verdict } from '../verdict.ts';

/** Tell a list by what remained of it: linked headlines, cut summaries, posts one behind the other. */
export function judgeList(
  reading: Reading,
  said: Said,
  removed: readonly RemovedLine[],
  signs: Signs,
): Verdict | null {
  return (
    judgeHeadlines(said, removed, signs) ??
    judgePosts(reading, said, signs) ??
    judgeOpenings(reading, said) ??
    judgePaged(reading, signs) ??
    judgeCards(said)
  );
}

function judgeHeadlines(
  { body, sentences }: Said,
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
  const cutOff = body.filter((line) => line.weight > 30 && CUT_OFF.test(line.text)).length;
  if (cutOff === 0 && !opens && standsInParts(body, removed, signs)) return null;
  if (headlines >= 4 && headlines > 0.5 * sentences.length) {
    return { kind: 'list', reason: `${headlines} linked headlines among ${sentences.length} paragraphs` };
  }
  return cutOff >= 4 && cutOff > sentences.length
    ? { kind: 'list', reason: `${cutOff} summaries cut off` }
    : null;
}

/** A dated report right below its heading: its parts stand below the headlines of pages that have more. */
function standsInParts(body: readonly Line[], removed: readonly RemovedLine[], signs: Signs): boolean {
  const from = body[0]?.index ?? 0;
  const opensWithHeadline = removed.some(
    ({ line, reason }) => line.index < from && reason !== 'title' && isHeadline(line),
  );
  return signs.headed && signs.dated && signs.follows && !opensWithHeadline;
}

/** Posts one behind the other: each with its linked heading and date, or each with its time. */
function judgePosts({ lines }: Reading, { body, sentences }: Said, signs: Signs): Verdict | null {
  const posts = body.filter(
    (line) =>
      line.heading > 0 &&
      line.linked > 0.8 &&
      lines
        .slice(line.index + 1, line.index + 4)
        .some((next) => next.weight < 30 && next.stops === 0 && datesOn(next).length > 0),
  ).length;
  if (posts >= 3 && posts >= 0.25 * sentences.length)
    return { kind: 'list', reason: `${posts} linked headings, each with a date` };
  if (signs.dated) return null;
  const times = lines.filter((line) => line.hidden === null && TIME.test(line.text)).length;
  return times >= 8 && times >= 0.7 * sentences.length
    ? { kind: 'list', reason: `${times} items, each with its time` }
    : null;
}

/** The front page of a blog: posts that open here, each with its linked heading, and are continued elsewhere. */
function judgeOpenings({ lines }: Reading, { body }: Said): Verdict | null {
  const [first, last] = [body[0], body.at(-1)];
  if (first === undefined || last === undefined) return null;
  // What stands beside an article is opened and continued as well.
  const stretch = lines.slice(first.index, last.index + 1).filter((line) => line.linked > 0.6);
  const headed = stretch.filter((line) => line.heading > 0).length;
  if (headed < 2) return null;
  const continued = stretch.filter((line) => line.weight < 20 && READ_ON.test(line.text)).length;
  return continued >= 3 ? { kind: 'list', reason: `${continued} posts, each continued elsewhere` } : null;
}

/** How many lines above where to turn the page are looked at, and how many of them are links to what the page lists. */
const ABOVE_PAGER = 60;
const LEAST_LISTED = 8;

/** A list that goes on: links in a row above where to turn the page, and neither title nor date. */
function judgePaged({ lines }: Reading, { titled, dated }: Signs): Verdict | null {
  if (titled || dated) return null;
  const at = lines.findIndex((line) => line.weight < 40 && line.hrefs.length >= 2 && PAGER.test(line.text));
  const listed = lines.slice(Math.max(0, at - ABOVE_PAGER), Math.max(0, at)).filter(isHeadline).length;
  return listed < LEAST_LISTED ? null : { kind: 'list', reason: `${listed} links above the next page` };
}

const PAGER = /\d.{0,40}(?:下一?页|下一?頁|尾页|末页)/;

/**
 * The front page of a company: headings, each with a few words below, and not one sentence with its full stop. Many a plan
 * has none either, but it numbers its parts, opens them with what is to be done or by whom, or counts it.
 */
function judgeCards({ body }: Said): Verdict | null {
  const lines = body.filter((line) => line.rows === null);
  const headings = lines.filter((line) => line.heading > 0).length;
  const says = ({ stops, box, text }: Line): boolean =>
    stops > 0 || box.element.name === 'pre' || OF_DOCUMENT.test(text);
  if (headings < 4 || lines.some(says)) return null;
  return { kind: 'list', reason: `${headings} headings without a sentence` };
}

/** 一、, （一）, 1.; 推进…, 责任单位; an item that goes on; a number of something. */
const OF_DOCUMENT =
  /^[（(]?(?:第?[一二三四五六七八九十]{1,3}[、.章条）)]|\d{1,2}[、.．）)](?!\d))|^(?:加快|加强|推进|推动|强化|深化|完善|提升|优化|实施|改善|落实|健全|促进|建设|培育|开展|(?:责任|牵头|主办|配合)(?:单位|部门))|[；;]$|\d\s?(?:[%％‰万亿个项家户人所座条处亩吨元]|公里|平方)/;

const READ_ON = /^[^\p{L}]{0,3}(?:阅读全文|继续阅读|阅读更多|查看全文|阅读余下|read more|continue reading)/iu;

const TIME = /^(?:\d{1,2}[-/月]\d{1,2}日?\s)?\d{1,2}:\d\d(?::\d\d)?$/;

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
