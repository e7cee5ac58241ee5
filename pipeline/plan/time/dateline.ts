import type { Paragraph } from '../clauses.ts';

/** The day a piece of news gives itself: 12月15日电, 12月20日讯, 今天（1月3日）, or opens with: 10月2日，…. */
const DATELINE =
  /(?<!\d)(\d{1,2})月\d{1,2}日(?:\d{1,2}时)?(?=[电讯）]|[上下]午|消息|获悉)|(?:^|[。\n])\s*(?:20\d\d年)?(\d{1,2})月\d{1,2}日，/;

/**
 * The month a text is of: that it came out in, else that of the day it gives itself.
 *
 * @returns null where neither is known
 */
export function monthOf(text: string, published: string | null): number | null {
  const [, told, opening] = DATELINE.exec(text.slice(0, 300)) ?? [];
  const month = published?.slice(5, 7) ?? told ?? opening;
  return month === undefined || month === '' ? null : Number(month);
}

/** What tells a sentence that plans from one whose year may be over. */
const PLANS = /将|计划|力争|确保|争取|拟|目标|要/;
const OPENING = /^(?:[^，。\d]{0,24}[，：])?“?(?:(明年)|(20\d\d)年)(?=[，全将我力]|[一-鿿]{1,12}将)/;
const LONGEST_SENTENCE = 200;

/**
 * Whether news plans plainly for the next year and for nothing before it: then it is of the end of this one, and
 * tells what 2026年 has brought.
 */
export function closesYear(text: string, year: number | null, paragraphs: readonly Paragraph[]): boolean {
  if (year === null || !(text.includes(`${year + 1}年`) || text.includes('明年'))) return false;
  for (const { sentences } of paragraphs) {
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
      if (!/\d/.test(sentence) || !PLANS.test(sentence)) continue;
      const [, next, named] = OPENING.exec(sentence.trimStart()) ?? [];
      const ahead = next !== undefined || Number(named) === year + 1;
      return ahead && !sentence.includes('今年') && !sentence.includes(`${year}年`);
    }
  }
  return false;
}
