/** A body that was renamed or merged: plans before and after belong to one series. */
interface Renaming {
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
  { from: '中国银行保险监督管理委员会', to: '金融监管总局', since: '2023-05-18' },
  { from: '国家金融监督管理总局', to: '金融监管总局', since: '2023-05-18' },
  { from: '银保监局', to: '金融监管局', since: '2023-07-20' },
  { from: '环境保护部', to: '生态环境部', since: '2018-04-16' },
  { from: '环境保护厅', to: '生态环境厅', since: '2018-10-01' },
  { from: '环境保护局', to: '生态环境局', since: '2018-10-01' },
  { from: '环保局', to: '生态环境局', since: '2018-10-01' },
  { from: '农业部', to: '农业农村部', since: '2018-04-03' },
  { from: '农业厅', to: '农业农村厅', since: '2018-10-01' },
  { from: '农业局', to: '农业农村局', since: '2018-10-01' },
  { from: '农业委员会', to: '农业农村局', since: '2018-10-01' },
  { from: '国土资源部', to: '自然资源部', since: '2018-04-10' },
  { from: '国土资源厅', to: '自然资源厅', since: '2018-10-01' },
  { from: '国土资源局', to: '自然资源局', since: '2018-10-01' },
  { from: '文化部', to: '文化和旅游部', since: '2018-04-08' },
  { from: '文化厅', to: '文化和旅游厅', since: '2018-10-01' },
  { from: '国家旅游局', to: '文化和旅游部', since: '2018-04-08' },
  { from: '旅游发展委员会', to: '文化和旅游厅', since: '2018-10-01' },
  { from: '卫生和计划生育委员会', to: '卫生健康委员会', since: '2018-03-27' },
  { from: '卫生计生委', to: '卫生健康委员会', since: '2018-03-27' },
  { from: '卫生健康委', to: '卫生健康委员会', since: '2018-03-27' },
  { from: '安全生产监督管理总局', to: '应急管理部', since: '2018-04-16' },
  { from: '安全生产监督管理局', to: '应急管理局', since: '2018-10-01' },
  { from: '工商行政管理总局', to: '市场监督管理总局', since: '2018-04-10' },
  { from: '工商行政管理局', to: '市场监督管理局', since: '2018-10-01' },
  { from: '质量技术监督局', to: '市场监督管理局', since: '2018-10-01' },
  { from: '食品药品监督管理局', to: '市场监督管理局', since: '2018-10-01' },
  { from: '科学技术委员会', to: '科学技术局', since: '2018-10-01' },
  { from: '中国铁路总公司', to: '国铁集团', since: '2019-06-18' },
  { from: '中国国家铁路集团有限公司', to: '国铁集团', since: '2019-06-18' },
  { from: '扶贫开发办公室', to: '乡村振兴局', since: '2021-02-25' },
  { from: '国务院扶贫办', to: '国家乡村振兴局', since: '2021-02-25' },
];

/** 银保监会 must not be read as 保监会 behind a 银. */
const LONGEST_FIRST: readonly Renaming[] = [...RENAMED].sort((a, b) => b.from.length - a.from.length);

/** Ways of writing the same name. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/^中华人民共和国/, ''],
  [/^(?:中共中央、)?国务院(?:办公厅)?$/, '国务院'],
  [/人民政府办公[厅室]$/, '人民政府'],
  [/发展和改革委员会|发展改革委员会|发展改革委|发改委/, '发展改革委'],
  [/工业和信息化/, '工信'],
  [/人力资源和社会保障|人力资源社会保障/, '人社'],
  [/住房和城乡建设|住房城乡建设/, '住建'],
  [/科学技术/, '科技'],
  [/市场监督管理|市场监管/, '市场监管'],
  [/卫生健康委员会|卫生健康委|卫健委/, '卫生健康委'],
];

/**
 * One name for a body through the years, its renamings and its ways of writing: the issuer part of a series.
 *
 * @param issuer as printed or given; a division alone (山东省) is its government
 */
export function lastingName(issuer: string): string {
  let name = issuer.trim();
  const renaming = LONGEST_FIRST.find(({ from }) => name.endsWith(from));
  if (renaming !== undefined) name = name.slice(0, -renaming.from.length) + renaming.to;
  for (const [written, one] of SHORTENED) name = name.replace(written, one);
  return name;
}
