import { weigh } from './steps/step.ts';
import type { Box, Line, Reading } from './tree/line.ts';

/** How many boxes may stand between a post's text and the box of the thread. */
const POST_LEVELS = 5;
/** More than this before the first post is an article, and the posts are what readers say of it. */
const LONG_ENOUGH = 60;

/** The first post, where the box found is a thread or stands in one post of it. */
export function firstPost(best: Box, { boxes, lines }: Reading): Box | null {
  let branch: Box = best;
  for (let level = 0; level < POST_LEVELS; level++) {
    const around = level === 0 ? best : branch.parent;
    if (around === null) return null;
    const posts = postsAmong(childrenOf(around, boxes), lines, true);
    const [first] = posts;
    const isThread =
      level === 0
        ? first !== undefined && weigh(lines.slice(best.first, first.first)) < LONG_ENOUGH
        : posts.includes(branch);
    if (isThread && first !== undefined) return first;
    branch = around;
  }
  return null;
}

/**
 * Those of some sibling boxes that are posts, of the same make as the first: each says who posted it and when to the
 * minute, and two of them what readers may do with it.
 *
 * @param sure false if it is enough that all are of different people: the turns of an interview come from the same few,
 * but the questions put to an official do not
 */
export function postsAmong(siblings: readonly Box[], lines: readonly Line[], sure: boolean): Box[] {
  const [first, ...others] = siblings.flatMap((box) => readPost(lines, box) ?? []);
  if (first === undefined) return [];
  const isMade = ({ box }: Post): boolean => isAlike(first.box, box) || arePlain(first.box, box);
  const posts = [first, ...others.filter(isMade)];
  const controlled = posts.filter((post) => post.controlled).length > 1;
  const names = new Set(posts.map(({ name }) => name));
  const apart = !sure && posts.length > 2 && names.size === posts.length;
  return controlled || apart ? posts.map(({ box }) => box) : [];
}

interface Post {
  readonly box: Box;
  readonly name: string;
  /** Whether it has a floor, or buttons to reply, to like, to report. */
  readonly controlled: boolean;
}

/** What the short lines at the ends of a box say of it as a post; null if not who and when. */
function readPost(lines: readonly Line[], box: Box): Post | null {
  const { first, end } = box;
  if (end - first < 3 || lines[first]?.hidden) return null;
  const ends = [...lines.slice(first, first + 4), ...lines.slice(Math.max(first + 4, end - 3), end)];
  const short = ends.filter((line) => line.index < end && isShort(line));
  if (!short.some(isStamped)) return null;
  const isName = ({ index, weight, heading, linked, text }: Line): boolean =>
    index < first + 2 &&
    weight >= 1.6 &&
    weight <= 16 &&
    (heading === 0 || linked > 0.9) &&
    !STAMP.test(text) &&
    !CONTROL.test(text);
  const name = short.find(isName)?.text;
  return name === undefined ? null : { box, name, controlled: short.some((line) => CONTROL.test(line.text)) };
}

/** Signs weigh nothing, so the length is asked too: the patterns below are for lines a reader takes in at once. */
function isShort({ weight, stops, text }: Line): boolean {
  return weight < 30 && stops === 0 && text.length < 200;
}

/** Whether a short line says a time to the minute. */
export function isStamped(line: Line): boolean {
  return isShort(line) && STAMP.test(line.text);
}

const STAMP = /\d{1,2}[-/.月]\d{1,2}日?\s{0,3}(?:星期.\s{0,3})?\d{1,2}[:点]\d\d|\d\s?(?:分钟|小时|天)前/;
/** A line of nothing but buttons, or the number of a floor: 回复 举报 赞(3), 3楼. 回复： heads an answer. */
const CONTROL =
  /^(?:回复|回應|举报|引用|点赞|赞同|赞|顶|踩|评论|分享|收藏|只看该作者|楼主|沙发|板凳|地板|reply|like|quote|report|[\s|·,()（）\d+])+$|(?<!\d)\d{1,5}\s?[楼#]|(?:^|发布\s)#\d{1,5}(?!\d)/i;

/** Of the same tag and the same first class name. */
export function isAlike(a: Box, b: Box): boolean {
  const [nameA, nameB] = [a.element.attribs.class, b.element.attribs.class];
  if (a.element.name !== b.element.name || nameA === undefined || nameB === undefined) return false;
  return nameA.trim().split(/\s+/, 1)[0] === nameB.trim().split(/\s+/, 1)[0];
}

function arePlain(a: Box, b: Box): boolean {
  return a.element.name === b.element.name && a.mark === '' && b.mark === '';
}

function childrenOf(around: Box, boxes: readonly Box[]): Box[] {
  const children: Box[] = [];
  for (let at = around.index + 1; at < boxes.length; at++) {
    const box = boxes[at];
    if (box === undefined || box.first >= around.end) break;
    if (box.parent === around) children.push(box);
  }
  return children;
}
