import type { OutlineClaim, Section } from '../../../core/plan.ts';
import { normalForm } from '../../normal/normal-form.ts';
import { numberOf, readNumber } from '../../quantity/number.ts';

const CLAIM =
  /(?<![第\d])(\d{1,3}|[两一二三四五六七八九十]{1,3})(个?大?(?:方面|部分|板块)|项(?:具体|重点|主要)?(?:任务|措施|举措|工作)|条(?:(?:具体|政策)?(?:任务|措施|举措|意见)|(?=[。，；、）]))|件(?:民生)?实事)/g;

/** What a plan does with its parts, or that it sums them up, somewhere before the number in the sentence. */
const TELLS =
  /(?:明确|提出|部署|抓好|做好|办好|围绕|实施|安排|包括|确定|分为|聚焦|从(?=[^，]{0,2}$)|共(?![同享建赢和产青])|总计)[^。；\n]*$/;
const REACH = 120;

/**
 * Hold a plan's outline against what the plan says of itself.
 *
 * A reading that misses headings, or a page that lost some, shows here: the text says 24项任务 and 23 were found.
 * Parts (方面, 部分) are counted on the first level below the claim, tasks on the next one that has them.
 *
 * @param text    the text the outline was read from, as given
 * @param outline its headings, with offsets into that text
 */
export function checkOutline(text: string, outline: readonly Section[]): readonly OutlineClaim[] {
  const form = normalForm(text);
  const claims: OutlineClaim[] = [];
  for (const match of form.text.matchAll(CLAIM)) {
    const claimed = readNumber(match[1] ?? '', 0);
    const before = form.text.slice(Math.max(0, match.index - REACH), match.index);
    if (claimed === null || numberOf(claimed) < 2 || !TELLS.test(before)) continue;
    const at = form.toOriginal(match.index);
    const found = countParts(outline, at, /^[项条件]/.test(match[2] ?? ''), numberOf(claimed));
    claims.push({ words: `${match[1]}${match[2]}`, claimed: numberOf(claimed), found });
  }
  return claims;
}

/** Headings that a claim at `at` can mean: below the section it stands in, or all, of the level that fits its word. */
function countParts(outline: readonly Section[], at: number, tasks: boolean, claimed: number): number | null {
  const around = outline.filter((section) => section.start <= at && at < section.end).at(-1);
  const below = outline.filter((section) =>
    around === undefined
      ? true
      : section.start > around.start && section.start < around.end && section.level > around.level,
  );
  const levels = [...new Set(below.map((section) => section.level))].sort((a, b) => a - b);
  const counts = levels.map((level) => below.filter((section) => section.level === level).length);
  const [first = null, second = null] = counts;
  if (tasks) return counts.find((count) => count === claimed) ?? second ?? first;
  return first;
}
