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
