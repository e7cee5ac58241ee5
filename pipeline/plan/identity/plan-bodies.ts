/** A body that was renamed or merged: plans before and after belong to one series. */
interface Renaming {
  /** By its short name, see {@link SHORTENED}. */
  readonly from: string;
  readonly to: string;
  /** ISO date the new name holds from. */
  readonly since: string;
}

/** Bodies of the centre and their kind in the provinces, from the institutional reforms of 2018 and 2023. */
const RENAMED: readonly Renaming[] = [
  { from: '银监会', to: '金融监管总局', since: '2018-04-08' },
  { from: '保监会', to: '金融监管总局', since: '2018-04-08' },
  { from: '银保监会', to: '金融监管总局', since: '2023-05-18' },
  { from: '银监局', to: '金融监管局', since: '2018-12-17' },
  { from: '保监局', to: '金融监管局', since: '2018-12-17' },
  { from: '银保监局', to: '金融监管局', since: '2023-07-20' },
  { from: '环境保护部', to: '生态环境部', since: '2018-04-16' },
  { from: '环境保护厅', to: '生态环境厅', since: '2018-10-01' },
  { from: '环境保护局', to: '生态环境局', since: '2018-10-01' },
  { from: '农业部', to: '农业农村部', since: '2018-04-03' },
  { from: '农业厅', to: '农业农村厅', since: '2018-10-01' },
  { from: '农业局', to: '农业农村局', since: '2018-10-01' },
  { from: '农业委', to: '农业农村局', since: '2018-10-01' },
  { from: '国土资源部', to: '自然资源部', since: '2018-04-10' },
  { from: '国土资源厅', to: '自然资源厅', since: '2018-10-01' },
  { from: '国土资源局', to: '自然资源局', since: '2018-10-01' },
  { from: '文化部', to: '文旅部', since: '2018-04-08' },
  { from: '旅游局', to: '文旅局', since: '2018-04-08' },
  { from: '国家旅游局', to: '文旅部', since: '2018-04-08' },
  { from: '文化厅', to: '文旅厅', since: '2018-10-01' },
  { from: '文广新局', to: '文旅局', since: '2018-10-01' },
  { from: '旅游发展委', to: '文旅厅', since: '2018-10-01' },
  { from: '卫计委', to: '卫生健康委', since: '2018-03-27' },
  { from: '卫计局', to: '卫生健康局', since: '2018-10-01' },
  { from: '安监总局', to: '应急管理部', since: '2018-04-16' },
  { from: '安监局', to: '应急管理局', since: '2018-10-01' },
  { from: '工商总局', to: '市场监管总局', since: '2018-04-10' },
  { from: '工商局', to: '市场监管局', since: '2018-10-01' },
  { from: '质监局', to: '市场监管局', since: '2018-10-01' },
  { from: '食药监局', to: '市场监管局', since: '2018-10-01' },
  { from: '经信委', to: '工信局', since: '2018-10-01' },
  { from: '经信局', to: '工信局', since: '2018-10-01' },
  { from: '经信厅', to: '工信厅', since: '2018-10-01' },
  { from: '科技委', to: '科技局', since: '2018-10-01' },
  { from: '中国铁路总公司', to: '国铁集团', since: '2019-06-18' },
  { from: '中国国家铁路集团有限公司', to: '国铁集团', since: '2019-06-18' },
  { from: '扶贫办', to: '乡村振兴局', since: '2021-02-25' },
  { from: '大数据局', to: '数据局', since: '2023-10-25' },
];

/** 银保监会 must not be read as 保监会 behind a 银. */
const LONGEST_FIRST: readonly Renaming[] = [...RENAMED].sort((a, b) => b.from.length - a.from.length);

/**
 * Ways of writing the same name, in the order they are taken back. A body of the centre in a city (国家金融监督管理总局青岛监管局)
 * is written as the city's.
 */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/^中华人民共和国/, ''],
  [/^(?:中共中央、)?国务院(?:办公厅)?$/, '国务院'],
  [/人民政府办公[厅室]$/, '人民政府'],
  [/银行保险监督管理委员会/, '银保监会'],
  [/银行业监督管理委员会/, '银监会'],
  [/证券监督管理委员会/, '证监会'],
  [/金融监督管理/, '金融监管'],
  [/^(?:国家)?金融监管总局(.+)监管局$/, '$1金融监管局'],
  [/^(?:国家)?税务总局(?=.+税务局$)/, ''],
  [/发展和改革|发展改革|发改/, '发展改革'],
  [/经济和信息化|经济信息化/, '经信'],
  [/工业和信息化/, '工信'],
  [/人力资源和社会保障|人力资源社会保障/, '人社'],
  [/住房和城乡建设|住房城乡建设/, '住建'],
  [/科学技术/, '科技'],
  [/市场监督管理/, '市场监管'],
  [/卫生和计划生育|卫生计生/, '卫计'],
  [/卫健/, '卫生健康'],
  [/安全生产监督管理/, '安监'],
  [/工商行政管理/, '工商'],
  [/质量技术监督/, '质监'],
  [/食品药品监督管理/, '食药监'],
  [/环保(?=[部厅局]$)/, '环境保护'],
  [/国土(?=[部厅局]$)/, '国土资源'],
  [/文化广电新闻出版/, '文广新'],
  [/文化(?:广电)?(?:和|广电)?旅游|文广旅/, '文旅'],
  [/国有资产监督管理/, '国资'],
  [/扶贫开发(?:领导小组)?办公室/, '扶贫办'],
  [/大数据(?:发展)?管理/, '大数据'],
  [/管理委员会$|管委$/, '管委会'],
  [/委员会$/, '委'],
];

/** The rank of a body of the centre, which it is named with or without. */
const CENTRAL = /^(?:国家|中国|国务院)(?=.{1,10}(?:局|委|署|办|监会)$)/;

/**
 * One name for a body through the years, its renamings and its ways of writing: the issuer part of a series.
 *
 * @param issuer as printed or given; a division alone (山东省) is its government
 */
export function lastingName(issuer: string): string {
  let name = issuer.trim();
  for (const [written, one] of SHORTENED) name = name.replace(written, one);
  const renaming = LONGEST_FIRST.find(({ from }) => name.endsWith(from));
  if (renaming !== undefined) name = name.slice(0, -renaming.from.length) + renaming.to;
  return name.replace(CENTRAL, '');
}
