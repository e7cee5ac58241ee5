/** A place's name as people say it: 上海市青浦区 -> 青浦, 烟台市 -> 烟台. */
export function shortName(name: string): string {
  const last = /(?:省|自治区|市|自治州|地区|盟)(.{2,}(?:市|区|县|旗))$/.exec(name)?.[1] ?? name;
  return last.length > 2
    ? last.replace(/(?:壮族|回族|维吾尔)?(?:自治区|自治州|自治县|省|市|县|区|旗)$/, '')
    : last;
}
