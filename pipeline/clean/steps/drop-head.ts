import { isAttachment } from '../attachment.ts';
import { isNamedTitle, isSecondLine } from '../fields/printed-title.ts';
import { isFieldLabel } from '../fields/read-government.ts';
import { isOrganisation } from '../fields/read-names.ts';
import { isReporterLine } from '../fields/reporters.ts';
import { bare, phraseOf } from '../fold.ts';
import { LATIN_INFO } from '../latin-phrases.ts';
import {
  BARE_CREDIT,
  CREDIT,
  DOCUMENT_NUMBER,
  ENACTED,
  FORMER_TITLE,
  INFO,
  ORIGIN,
  PHOTOGRAPHER,
  TAIL_HEADING,
} from '../phrases.ts';
import type { Line } from '../tree/line.ts';
import { type Drop, type Scene, type Step, weigh } from './step.ts';

/** Everything up to the title, then the lines of date, source and switches below it. */
export const dropHead: Step = (lines, scene) => {
  const titleEnd = lines.findLastIndex((line) => scene.titleLines.includes(line));
  const above = lines.slice(0, titleEnd + 1);
  // A title printed again at the end of the page, or inside a long text, is not where the article begins.
  const last = lines[titleEnd];
  const isSet = last !== undefined && (last.heading > 0 || isNamedTitle(last));
  const cut = titleEnd >= 0 && weigh(above) < (isSet ? 0.6 : 0.25) * weigh(lines) ? above : [];
  const titles = lines.filter((line) => scene.titleLines.includes(line));
  return [
    ...titles.map((line) => ({ line, reason: 'title' })),
    ...cut.map((line) => ({ line, reason: 'above the title' })),
    ...infoLines(lines.slice(cut.length), scene),
    ...stampedLines(lines.slice(cut.length)),
    ...reporterLines(lines.slice(cut.length), scene),
    ...loneLinks(lines.slice(cut.length)),
    ...repeatedLead(lines.slice(cut.length)),
  ];
};

/** Lines of date, source and the like at the start, with the few labels between them. */
function infoLines(lines: readonly Line[], scene: Scene): Drop[] {
  const drops: Drop[] = [];
  const total = weigh(lines);
  let passed: Line[] = [];
  for (const line of lines.slice(0, 16)) {
    // A subtitle is text, and what stands below it may be who wrote.
    if (isSecondLine(line.text)) continue;
    const reason = reasonFor(line, scene);
    if (reason !== null) {
      drops.push(...passed.map((each) => ({ line: each, reason: 'above date and source' })), {
        line,
        reason,
      });
      passed = [];
    } else passed = [...passed, line];
    // A sentence is text, though a date stands below.
    if (passed.length > 0 && line.text.endsWith('。')) break;
    if (passed.length > 3 || weigh(passed) > Math.min(0.15 * total, scene.latin ? 100 : 15)) break;
  }
  return drops;
}

/** The one line that says when to the minute, and what else is said with it, behind a lead or a caption. */
function stampedLines(lines: readonly Line[]): Drop[] {
  const isStamp = (line: Line): boolean => line.weight < 20 && line.stops === 0 && STAMP.test(phraseOf(line));
  const at = lines.slice(0, 8).findIndex(isStamp);
  // Of several each heads an entry of its own.
  if (at < 0 || lines.filter(isStamp).length > 1) return [];
  const isTold = (line: Line): boolean => {
    const text = line.weight <= 12 && line.stops === 0 ? phraseOf(line) : '';
    return isStamp(line) || READING_TIME.test(text) || INFO.test(text);
  };
  const told = lines.slice(at, at + 5).filter(isTold);
  return told.map((line) => ({ line, reason: 'date and source' }));
}

/** Who reported, alone on a line before the first paragraphs: behind a caption or a long subtitle too. */
function reporterLines(lines: readonly Line[], { known }: Scene): Drop[] {
  return lines
    .slice(0, 4)
    .filter((line) => isReporterLine(line) || (known.has(line) && isSigned(line)))
    .map((line) => ({ line, reason: 'who reported' }));
}

/** 来源：云川日报 2026-1-5 王某, 云川市水务局网站 王某: a publisher with its label, or with who wrote for it. */
function isSigned(line: Line): boolean {
  if (line.stops > 0 || line.weight > 40) return false;
  const [first = '', ...others] = line.text.split(/\s/, 2);
  return ORIGIN.test(phraseOf(line)) || (others.length > 0 && isOrganisation(first));
}

const STAMP =
  /^(?:(?:发布|发表|更新|刊登|上传|最后更新)(?:时间|日期|于)?[:\s]{0,2})?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\/\d{1,2}\/\d{4})[-\s]{0,3}\d{1,2}:\d\d(?::\d\d)?$/;
/** 6 分钟. */
const READING_TIME = /^(?:阅读)?(?:约|需)?\d{1,3}分钟(?:阅读)?$/;

/** A short link that opens the text without saying anything: 查看行情. */
function loneLinks([first, next]: readonly Line[]): Drop[] {
  const isLone =
    first !== undefined &&
    first.linked > 0.9 &&
    first.weight <= 12 &&
    first.stops === 0 &&
    first.heading === 0 &&
    first.item === 0 &&
    !isAttachment(first);
  return isLone && next !== undefined && next.stops > 0
    ? [{ line: first, reason: 'link above the text' }]
    : [];
}

/** A paragraph shorter than this may open two times. */
const LONG_LEAD = 30;

/** 核心提示：… where the text says the same again, or a first paragraph with which the second begins. A summary in words of its own stays. */
function repeatedLead(lines: readonly Line[]): Drop[] {
  const [opening, second, third] = lines;
  const isAgain = (line: Line | undefined): boolean => line?.text.startsWith(opening?.text ?? '') ?? false;
  // Said three times, it is a refrain.
  if (opening !== undefined && opening.weight >= LONG_LEAD && isAgain(second) && !isAgain(third))
    return [{ line: opening, reason: 'summary that the text repeats' }];
  return lines.slice(0, 6).flatMap((line, at) => {
    const label = LEAD.exec(line.text)?.[0];
    if (label === undefined) return [];
    const said = bare(line.text.slice(label.length)).slice(0, 40);
    const again = lines.slice(at + 1, at + 8).some((next) => bare(next.text.slice(0, 2000)).includes(said));
    return said.length >= 8 && again ? [{ line, reason: 'summary that the text repeats' }] : [];
  });
}

const LEAD = /^[【[]?(?:核心提示|内容摘要|内容提要|阅读提示|摘要|提要|导读|导语)[】\]]?[:：]?\s*/;

/** One row of labels, and one of what they say of the document. */
function isFieldTable(rows: readonly (readonly string[])[]): boolean {
  const [labels = []] = rows;
  return rows.length === 2 && labels.length > 2 && labels.every(isFieldLabel);
}

function reasonFor(line: Line, { title, known, latin }: Scene): string | null {
  if (line.rows !== null) return isFieldTable(line.rows) ? 'fields of the document' : null;
  if (line.weight > 90) return null;
  const own = bare(line.text.replace(/^(?:标题|题目|主题)\s?[:：]/, ''));
  if (own !== '' && own === title) return 'title';
  const text = phraseOf(line);
  if (known.has(line) && line.stops === 0 && line.weight <= 60) return 'date and source';
  if (ENACTED.test(text)) return null;
  if (line.stops === 0 && INFO.test(text)) return 'date and source';
  if (latin && line.weight <= 40 && LATIN_INFO.test(text)) return 'byline';
  if (line.weight > 60 || line.stops > 0) return null;
  if (DOCUMENT_NUMBER.test(text)) return 'document number';
  if (FORMER_TITLE.test(text)) return 'former title';
  if ((CREDIT.test(text) && !PHOTOGRAPHER.test(text)) || BARE_CREDIT.test(text)) return 'credit';
  if (ORIGIN.test(text)) return 'source';
  return line.weight <= 12 && TAIL_HEADING.test(text) ? 'heading of something removed' : null;
}
