import { isAnnexLabel, isAttachment } from './attachment.ts';
import type { Box, Line, Reading } from './tree/line.ts';

/** How far behind the text, in lines and in boxes around it, its attachments may stand. */
const NEAR_LINES = 30;
const NEAR_BOXES = 3;

/**
 * The list of attached files behind the box of the text, where many government templates print it, with the label
 * (附件：) above it.
 */
export function findAttachments({ lines }: Reading, box: Box): Line[] {
  let around = box;
  for (let level = 0; level < NEAR_BOXES && around.parent !== null; level++) around = around.parent;
  const near = lines.slice(box.end, Math.min(around.end, box.end + NEAR_LINES));
  const related = near.findIndex((line) => RELATED.test(line.text) && !isAnnexLabel(line));
  const behind = related < 0 ? near : near.slice(0, related);
  const files = behind.filter(
    (line) => line.hidden === null && isAttachment(line) && line.box.role !== 'chrome',
  );
  const [first] = files;
  if (first === undefined) return [];
  const label = lines[first.index - 1];
  const labelled = label !== undefined && label.index >= box.end && LABEL.test(label.text);
  return labelled ? [label, ...files] : files;
}

/** What heads the files alone. */
const LABEL = /^(?:相关)?附\s{0,2}件\s{0,2}(?:下载|列表)?[:：]?$/;
/** Files below such a heading are of other documents. */
const RELATED = /^[^\p{L}]{0,3}(?:相关|延伸|推荐|热门)\p{Script=Han}{2,6}[:：>]{0,2}$/u;
