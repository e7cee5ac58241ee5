import { type Line, partsOf } from '../tree/line.ts';
import type { Head } from './read-head.ts';

/** A piece of metadata, where it was found, and the line that prints it, if one does. */
export interface Found {
  readonly value: string;
  /** Such as `line`, `meta:pubdate`, `json-ld:author`, `url`. */
  readonly found: string;
  readonly line: Line | null;
}

/** How a labelled value is told. */
export interface Label {
  /** What any line with the label has: cheaper than taking each line apart. */
  readonly hint: RegExp;
  /** Matches the label up to where the value starts. */
  readonly label: RegExp;
  /** Matches where a value ends. */
  readonly end: RegExp;
}

/** A line longer than this is text, not a byline. */
const LONGEST = 160;

/**
 * The value behind a label: the rest of its part of the line, or the next part.
 *
 * @param fits values it refuses are passed over
 */
export function findLabelled(
  lines: readonly Line[],
  { hint, label, end }: Label,
  fits: (value: string) => boolean,
): Found | null {
  for (const line of lines) {
    if (line.weight > LONGEST || !hint.test(line.text)) continue;
    const parts = line.rows === null ? partsOf(line) : line.rows.flat();
    for (const [at, part] of parts.entries()) {
      const match = label.exec(part);
      if (match === null) continue;
      const rest = part.slice(match.index + match[0].length).trim();
      const value = cutValue(rest === '' ? (parts[at + 1] ?? '') : rest, end);
      if (value !== '' && fits(value)) return { value, found: 'line', line };
    }
  }
  return null;
}

/** Labels and controls that stand on one line with others. */
const OTHER_LABEL =
  '(?:作者|记者|责任编辑|責任編輯|责编|编辑|編輯|来源|來源|(?:发布|更新|发表|录入|发稿)?(?:时间|日期)|发布|发表|点击[数率量]?|浏览[次量]?数?|阅读[次量]?数?|字体|字号|打印|分享|评论|校对|审核|摄影|字號|查看|人气|版权声明|举报|关注|收藏|订阅)';

/**
 * A value ends at a bar, a closing bracket, the next label, or a date. Without a space before it or a colon behind, a
 * label may end a name: 云川发布, 今日阅读.
 */
export const VALUE_END = new RegExp(
  `\\s{2,}|\\u3000|[|｜】\\])）；;]|\\s${OTHER_LABEL}(?=[\\s:：(（【]|$)|${OTHER_LABEL}(?=\\s{0,2}[:：丨︱│])|(?<=.)${OTHER_LABEL}(?=[(（【])|\\s[於于](?=\\s|$)|\\s(?=\\S{2,6}[:：])|\\s?(?:19|20)\\d\\d[-年/.]|\\s\\d{1,3}\\/\\d{1,3}$`,
);

function cutValue(text: string, valueEnd: RegExp): string {
  const end = text.search(valueEnd);
  const value = (end < 0 ? text : text.slice(0, end)).trim();
  // 游民星空[整理] keeps its bracket, 【张三】 does not.
  if (end >= 0 && /\S[[(（【]/.test(value)) return text.slice(0, end + 1).trim();
  return value.replace(/^[【[(（]|[，,、]$/g, '').trim();
}

/** The first of some meta tags that holds a name: no address, number or template. */
export function findDeclared(head: Head, names: readonly string[]): Found | null {
  for (const name of names) {
    const value = head.meta.get(name);
    if (
      value !== undefined &&
      value.length <= 40 &&
      !/^https?:|^\d+$|[<>{}]|^(?:default|admin|null)$/.test(value)
    ) {
      return { value, found: `meta:${name}`, line: null };
    }
  }
  return null;
}
