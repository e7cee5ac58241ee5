import { weigh } from '../steps/step.ts';
import type { Line } from '../tree/line.ts';
import type { Said, Signs, Verdict } from '../verdict.ts';

/** What says more than this needs neither title nor date. */
const LONG = 100;
/** Of a page without a date, the share of its plain text that an article must be. */
const MOST = 0.6;

/** Tell an article: by its length, or if it is short, by what stands around it. Null for a page that is none. */
export function judgeArticle(seen: readonly Line[], whole: Said, signs: Signs): Verdict | null {
  if (signs.chrome) return null;
  const { body, sentences, said, text } = whole;
  if (said >= LONG && said >= 0.25 * text && !isFront(seen, said, signs))
    return { kind: 'article', reason: `${sentences.length} paragraphs` };
  // An address in full is what a text says, not a headline that leads away.
  const links = body.reduce(
    (total, line) => total + (line.text.includes('://') ? 0 : line.weight * line.linked),
    0,
  );
  if (signs.titled && signs.dated && isFew(signs.files) && links <= 0.2 * text)
    return { kind: 'article', reason: 'title and date with attached files' };
  if (links >= 0.2 * text) return null;
  if (said >= 12 && isLetter(body)) return { kind: 'article', reason: 'a letter and its answer' };
  if (!signs.titled) return null;
  const reason = signs.dated ? whyDated(whole) : whyUndated(seen, whole, signs);
  return reason === null ? null : { kind: 'article', reason };
}

/** Whether what is said is little of a page of links that prints neither title nor date: the front page of a portal. */
function isFront(seen: readonly Line[], said: number, { titled, dated }: Signs): boolean {
  if (titled || dated) return false;
  const links = seen.reduce((total, line) => total + line.weight * line.linked, 0);
  return links > 0.5 * weigh(seen) && said < 0.2 * links;
}

/** Why a short text with title and date is an article; null if it is too short. */
function whyDated(whole: Said): string | null {
  return whole.said >= 12 || hasRows(whole) ? 'short text with title and date' : null;
}

/** Why a short text with a title and no date is an article. */
function whyUndated(seen: readonly Line[], whole: Said, { headed, follows }: Signs): string | null {
  const { body, sentences, said, text } = whole;
  if (headed && (said >= 40 || (said >= 20 && follows))) return 'text below a heading that says the title';
  if (text < MOST * weigh(seen.filter((line) => line.linked < 0.5))) return null;
  const enough = said >= 40 ? sentences.length >= 2 : headed && hasRows(whole) && isVerse(body);
  return enough ? 'short text with title, most of what the page says' : null;
}

/** Whether there are lines or rows of a table, though no sentences. */
function hasRows({ body, text }: Said): boolean {
  return text >= 40 && body.reduce((total, line) => total + (line.rows?.length ?? 1), 0) >= 3;
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
