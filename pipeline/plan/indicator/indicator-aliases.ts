/**
 * Names that are written in several ways, and the one they are carried under. Each is tested against the whole name.
 *
 * Add an alias here if a thing has two names in plans of one country; what is merely worded differently is for the
 * comparison to see.
 */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:全市|全省|全国|中国|我国|区域)?经济$/, '地区生产总值'],
  [/^(?:国内|地区)?GDP|(?<=[占位])(?:国内|地区)?GDP/i, 'GDP'],
  [/^GDP/, '地区生产总值'],
  [/(?<=[占位])(?:国内|地区)?生产总值的?/, 'GDP'],
  [/^(?:每?万元)(?:国内|地区)?(?:生产总值|GDP)(?=能耗|用水量|二氧化碳)/, '单位GDP'],
  [/^对地方(?=.*转移支付)/, '中央对地方'],
  [/^(?:发送|运送)(旅客|货物)/, '$1发送量'],
  [/细颗粒物/, 'PM2.5'],
  [/规模以上(?=工业|服务业|企业)/, '规上'],
];

/** An indicator's name in its common form. */
export function commonName(name: string): string {
  return ALIASES.reduce((changed, [written, common]) => changed.replace(written, common), name);
}
