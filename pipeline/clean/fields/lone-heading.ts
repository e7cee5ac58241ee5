import { isTag } from 'domhandler';
import { phraseOf } from '../fold.ts';
import { DOCUMENT_NUMBER, INFO, NOISE, ORIGIN } from '../phrases.ts';
import { isCentred } from '../tree/inline-style.ts';
import type { Line } from '../tree/line.ts';
import { isNamedTitle, isShaped } from './printed-title.ts';
import { datesOn } from './read-date.ts';

/**
 * The one line set as a title, whatever the page declares: the only h1, the only one above date or source, best a heading,
 * the only one in a box named title, or what is set apart right above the first paragraph.
 */
export function loneHeading(lines: readonly Line[]): Line | null {
  const seen = lines.filter((line) => line.hidden === null && line.weight >= 6 && line.linked < 0.5);
  const dated = new Set(seen.filter((line) => standsAboveDate(line, lines)));
  const isDated = (line: Line): boolean => dated.has(line);
  const isDatedHeading = (line: Line): boolean => line.heading > 0 && dated.has(line);
  const lone = [isFirstHeading, isDatedHeading, isDated, isNamedTitle].flatMap((isTitle) => {
    const [only, another] = seen.filter((line) => isTitle(line) && !NOISE.test(phraseOf(line)));
    return only !== undefined && another === undefined ? [only] : [];
  });
  // The name of a site may be its only h1.
  const found = lone.find((line) => headsText(line, lines)) ?? lone[0];
  if (found !== undefined) return found;
  const first = seen.findIndex(isParagraph);
  const above = seen[first - 1];
  if (above === undefined || !isShaped(above) || !(isSet(above) || isBelowPath(above, lines))) return null;
  const text = phraseOf(above);
  return [INFO, NOISE, ORIGIN, DOCUMENT_NUMBER, ADDRESSED].some((other) => other.test(text)) ? null : above;
}

/** 各县（市、区）人民政府： */
const ADDRESSED = /:$/;

/** Whether a line set as a title stands right above date and source, or above a paragraph. */
export function headsText(line: Line, lines: readonly Line[]): boolean {
  const isTitle = line.heading > 0 || isNamedTitle(line) || isBelowPath(line, lines);
  return isTitle && standsAboveText(line, lines);
}

/** Whether date and source stand below a line, or a paragraph. */
export function standsAboveText(line: Line, lines: readonly Line[]): boolean {
  return standsAboveDate(line, lines) || lines.slice(line.index + 1, line.index + 4).some(isParagraph);
}

function isParagraph({ stops, weight }: Line): boolean {
  return stops > 0 && weight > 30;
}

/** Whether the line below, which is no text, says when or from where. */
export function standsAboveDate(line: Line, lines: readonly Line[]): boolean {
  const next = lines[line.index + 1];
  if (next === undefined || !isShaped(line) || next.weight > 60 || next.stops > 0) return false;
  const said = phraseOf(next);
  const tells = (datesOn(next).length > 0 && INFO.test(said)) || ORIGIN.test(said);
  return tells && !NOISE.test(phraseOf(line));
}

function isFirstHeading(line: Line): boolean {
  return line.heading === 1;
}

/** Whether a line is set apart from the text: as a heading, bold, centred or in large letters. */
function isSet({ box, heading, origin, strong }: Line): boolean {
  if (heading > 0 || strong > 0.9 || isCentred(box.element)) return true;
  for (let at = origin.parent; at !== null && isTag(at); at = at.parent) {
    if (LARGE.test(at.attribs.style?.slice(0, 400) ?? '') || Number(at.attribs.size) >= 4) return true;
    if (at === box.element) return false;
  }
  return false;
}

const LARGE =
  /font-size\s?:\s?(?:(?:1[89]|[2-4]\d)(?:\.\d{1,2})?px|(?:1[4-9]|[2-3]\d)(?:\.\d{1,2})?pt|x{0,2}-?large)/i;

/** Whether the way to the page stands right above a line: 当前位置：首页 > 新闻. */
function isBelowPath({ index }: Line, lines: readonly Line[]): boolean {
  const above = lines[index - 1];
  return above !== undefined && above.linked > 0 && PATH.test(phraseOf(above));
}

const PATH = /^.{0,6}(?:位置|路径)[:是在]?|^(?:网站)?(?:首页|主页)[>»›/|→]/;
