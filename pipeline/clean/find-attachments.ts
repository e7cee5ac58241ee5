import { isAttachment } from './attachment.ts';
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
  const behind = lines.slice(box.end, Math.min(around.end, box.end + NEAR_LINES));
  const files = behind.filter(
    (line) => line.hidden === null && isAttachment(line) && line.box.role !== 'chrome',
  );
  const [first] = files;
  if (first === undefined) return [];
  const label = lines[first.index - 1];
  const labelled =
    label !== undefined &&
    label.index >= box.end &&
    /^附\s{0,2}件\s{0,2}(?:下载|列表)?[:：]?$/.test(label.text);
  return labelled ? [label, ...files] : files;
}
