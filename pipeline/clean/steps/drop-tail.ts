import { attachedAmong, fileHrefs, isBareLabel } from '../attachment.ts';
import { bare, phraseOf } from '../fold.ts';
import { LATIN_TAIL } from '../latin-phrases.ts';
import {
  ABOUT_WRITER,
  ACCOUNT,
  BARE_CREDIT,
  CREDIT,
  END_MARK,
  LEGAL,
  ORIGIN,
  PRINTED_IN,
  PROMOTION,
  SIGNED,
  SPACED_CREDIT,
  TAIL_HEADING,
} from '../phrases.ts';
import type { Line, Reading } from '../tree/line.ts';
import type { Drop, Step } from './step.ts';

/** From the end upwards, as long as lines are credits, sources, legal statements, promotion or lone links. */
export const dropTail: Step = (lines, { latin, title, reading }) => {
  const attached = attachedAmong(lines);
  const drops: Drop[] = [];
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at];
    if (line === undefined || attached.has(line)) break;
    const reason = isTitle(line, title) ? 'title again' : reasonFor(line, latin, OF_RIGHTS.test(title));
    if (isBareLabel(line) && !leadsToFile(line, reading)) drops.push({ line, reason: 'label of no file' });
    else if (reason !== null) drops.push({ line, reason });
    else if (isAboutWriter(line) && isRights(lines[at - 1]))
      drops.push({ line, reason: 'who the writer is' });
    else break;
  }
  return drops;
};

/** How many lines behind their label files may stand outside the box of the text. */
const NEAR_LABEL = 12;

function leadsToFile({ index }: Line, { lines }: Reading): boolean {
  return lines.slice(index + 1, index + 1 + NEAR_LABEL).some((line) => fileHrefs(line).length > 0);
}

function isAboutWriter(line: Line): boolean {
  return line.rows === null && line.weight <= 120 && ABOUT_WRITER.test(phraseOf(line));
}

function isRights(line: Line | undefined): boolean {
  return line !== undefined && line.weight <= 220 && LEGAL.test(phraseOf(line));
}

/** The title as its own last line is the caption of a QR code or of what is shared. */
function isTitle({ text, stops, weight }: Line, title: string): boolean {
  return title.length >= 8 && stops <= 2 && weight < 100 && bare(text) === title;
}

/** What a page is called that is about rights and nothing else: there they are the text. */
export const OF_RIGHTS = /(?:声明|申明|条款|协议|隐私政策)$/;

function reasonFor(line: Line, latin: boolean, ofRights: boolean): string | null {
  if (line.rows !== null || line.weight > 220) return null;
  const text = phraseOf(line);
  if (!ofRights && LEGAL.test(text)) return 'rights and liability';
  if (line.weight <= 120 && (PROMOTION.test(text) || ACCOUNT.test(text))) return 'promotion';
  if (latin && LATIN_TAIL.test(text)) return 'credit or promotion';
  if (line.weight <= 60 && line.stops === 0) {
    if (
      CREDIT.test(text) ||
      BARE_CREDIT.test(text) ||
      (line.text.length < 200 && SPACED_CREDIT.test(line.text)) ||
      SIGNED.test(text)
    )
      return 'credit';
    if (ORIGIN.test(text) || PRINTED_IN.test(text)) return 'source';
  }
  if (line.weight <= 30 && (TAIL_HEADING.test(text) || (line.heading > 0 && line.stops === 0)))
    return 'heading without text';
  if (END_MARK.test(text)) return 'end mark';
  if (line.weight <= 30 && line.stops === 0 && POSTED.test(text)) return 'date';
  // A number may be the last word of a text: only what is called a count is one.
  if (COUNT.test(text) && COUNTER.test(line.box.mark)) return 'count';
  const leads = line.linked > 0.8 && line.stops === 0 && !ADDRESS.test(line.text);
  return leads ? 'link' : null;
}

/** 征求意见稿下载：https://…: an address in full, for readers on paper too, behind what it is of. */
const ADDRESS = /\p{Script=Han}{4}[:：]\s?https?:\/\//u;

const COUNT = /^\d{1,5}$/;
const COUNTER = /view|hits|read|count|click|like|zan|visit|share|comment|num|push/;

/** A date that is labelled so, or that stands behind the number of a post: a bare date may be the signature's. */
const POSTED =
  /^(?:(?:发布|发表|编辑|更新|修改|创建|上传)(?:时间|日期|于)?:?|\d{1,5}[楼#])(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/;
