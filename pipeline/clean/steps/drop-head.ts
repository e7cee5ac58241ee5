import { isAttachment } from '../attachment.ts';
import { isNamedTitle } from '../fields/printed-title.ts';
import { isFieldLabel } from '../fields/read-government.ts';
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
    const reason = reasonFor(line, scene);
    if (reason !== null) {
      drops.push(...passed.map((each) => ({ line: each, reason: 'above date and source' })), {
        line,
        reason,
      });
      passed = [];
    } else passed = [...passed, line];
    if (passed.length > 3 || weigh(passed) > Math.min(0.15 * total, scene.latin ? 100 : 15)) break;
  }
  return drops;
}

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

/** 核心提示：… where the text says the same again. A summary in words of its own stays. */
function repeatedLead(lines: readonly Line[]): Drop[] {
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
