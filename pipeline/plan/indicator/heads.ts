const INVESTMENT = '(?:年度|全年|当年|计划|预计|估算|完成)*总?投资额?';

/** Nouns that say how something is measured and not what: alone they need the thing from the clause before. */
export const BARE_HEAD: RegExp = new RegExp(
  `^(?:${INVESTMENT}|占比|比重|比例|总?(?:产量|产值|规模|数|额|量|里程|投资|面积|长度)|数量|营收|收入|营业收入|主营业务收入|销售收入|利润|增加值|覆盖率|普及率|年产值|年产量|(?:投入)?强度|产能|装机|存量|余额|成本|时间|金额|资金规模|单产|亩产|全长|总长)$`,
);

const MEASURE = new RegExp(
  `(?:(?:播种|种植)?面积|产量|产值|规模|里程|总量|${INVESTMENT}|收入|(?:资产|利润)?总额|增加值|个数|总数|数量)$`,
);

/** What another measure can be taken of: of 粮食面积 the 产量 of 粮食, of a rate none. */
export function thingOf(base: string): string {
  if (/(?:率|占比|比重|比例|增速)$/.test(base)) return '';
  return base.replace(MEASURE, '');
}

/** Longest noun that says too little alone: 项目, 领军企业. */
export const SHORT = 4;
