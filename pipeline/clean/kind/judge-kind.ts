import { isAttachment } from '../attachment.ts';
import type { Head } from '../fields/read-head.ts';
import { weigh } from '../steps/step.ts';
import type { Line, Reading } from '../tree/line.ts';
import type { RemovedLine } from '../trim-body.ts';
import { type Said, type Signs, type Verdict, whatIsSaid } from '../verdict.ts';
import { findTeasers } from '../weigh-lines.ts';
import { whyGarbled } from './garbled.ts';
import { judgeArticle } from './judge-article.ts';
import { judgeData } from './judge-data.ts';
import { judgeList } from './judge-list.ts';
import { judgeNotice } from './judge-notice.ts';

/** A page that asks for a password and says more than this has something to read as well. */
const MOST_BESIDE_LOGIN = 150;
/** Weight of all its text beyond which it is the home page of a portal. */
const MOST_AROUND_LOGIN = 1500;
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
    judgeData(seen) ??
    judgeNotice(head, seen, said.said, signs) ??
    judgeLogin(head, seen, said, signs) ??
    judgeList(reading, said, removed, signs) ??
    judgeTopic(seen, said, signs) ??
    judgeArticle(seen, said, signs) ??
    judgeRest(head, seen, removed, said.said)
  );
}

/** Many sites carry the form on every page: what has a date is read as any other page first. */
function judgeLogin(
  { password }: Head,
  seen: readonly Line[],
  { said }: Said,
  { dated }: Signs,
): Verdict | null {
  if (!password || said >= MOST_BESIDE_LOGIN || (dated && said >= 12)) return null;
  if (weigh(seen) > MOST_AROUND_LOGIN) return null;
  return { kind: 'login', reason: 'a form asks for a password' };
}

/** A short lead without a date, and the summaries of other pages. */
function judgeTopic(seen: readonly Line[], { said }: Said, { dated }: Signs): Verdict | null {
  if (dated || said >= LEAD) return null;
  const teasers = [...findTeasers(seen)];
  if (teasers.length < 5 || weigh(teasers) < TOPIC * said) return null;
  return { kind: 'list', reason: `${teasers.length} summaries of other pages` };
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
  const garbled = whyGarbled(seen.map(({ text }) => text).join('\n'));
  if (garbled !== null) return { kind: 'shell', reason: `its encoding is not known: ${garbled}` };
  const teasers = removed
    .filter(({ step }) => step === 'teasers' || step === 'link-list')
    .reduce((count, { line }) => count + (line.rows?.length ?? 1), 0);
  if (teasers >= 6) return { kind: 'list', reason: `${teasers} lines of headlines` };
  const linked = seen.reduce((total, line) => total + line.weight * line.linked, 0);
  const items = seen.filter(
    (line) => line.hrefs.length > 0 && line.rows === null && line.weight < 60 && DATE.test(line.text),
  );
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
