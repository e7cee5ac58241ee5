/**
 * What a unit does to its number: `measure` is a size (吨, 元), `count` numbers things of the noun behind it (家, 项),
 * `people` numbers people whatever the word (名, 位, 人), `share` is of a hundred or a thousand, `times` a factor,
 * `point` a difference of percentages, `time` a duration.
 */
export type UnitKind = 'measure' | 'count' | 'people' | 'share' | 'times' | 'point' | 'time';

export interface Unit {
  /** As statements carry it: 名 is 人, 标准箱 is 标箱. */
  readonly name: string;
  readonly kind: UnitKind;
  /** Characters of the text it takes. */
  readonly length: number;
}

/**
 * Units as written, by kind; `a=b` is carried as b. Characters that number things but mostly mean something else
 * behind a numeral (里, 方, 对, 期, 届, 日, 村, 市) are left out on purpose.
 */
const TABLE: readonly (readonly [UnitKind, string])[] = [
  ['share', '% ‰'],
  ['point', '个百分点 百分点=个百分点 个基点 基点=个基点'],
  ['times', '倍=x'],
  ['people', '人 名=人 位=人 人口=人'],
  ['time', '年 个月 个季度 周 天 小时 分钟 秒 个工作日 工作日=个工作日 个小时=小时'],
  ['measure', '元 块钱=元 元人民币=元 人民币=元 美元 欧元 英镑 日元 港元 港币=港元 澳元 卢布'],
  [
    'measure',
    '斤 公斤 千克=公斤 kg=公斤 克 毫克 mg=毫克 微克 μg=微克 ug=微克 吨 吨标准煤 吨标煤=吨标准煤 载重吨 蒸吨 箱 标箱 标准箱=标箱 TEU=标箱',
  ],
  [
    'measure',
    '亩 公顷 平方米 平方公尺=平方米 平米=平方米 ㎡=平方米 m²=平方米 m2=平方米 平方公里 平方千米=平方公里 km²=平方公里 km2=平方公里 hm²=公顷',
  ],
  ['measure', '立方米 立方公尺=立方米 m³=立方米 m3=立方米 立方=立方米 标准立方米 标方=标准立方米 毫升'],
  ['measure', '米 公尺=米 公里 千米=公里 km=公里 KM=公里 Km=公里 海里 厘米 毫米 纳米 延米'],
  [
    'measure',
    '瓦 千瓦 kW=千瓦 KW=千瓦 kw=千瓦 兆瓦 MW=兆瓦 吉瓦 GW=吉瓦 千伏安 千伏 安时 GWh=吉瓦时 Gwh=吉瓦时 吉瓦时',
  ],
  [
    'measure',
    '瓦时 千瓦时 kWh=千瓦时 KWh=千瓦时 KWH=千瓦时 kwh=千瓦时 度=千瓦时 兆瓦时 MWh=兆瓦时 亿次/秒 次/秒 PFlops PFLOPS=PFlops P=PFlops EFlops EFLOPS=EFlops GB TB PB EB 太字节=TB 拍字节=PB 艾字节=EB',
  ],
  [
    'measure',
    '人次 人·次=人次 工日 架次 车次 辆次 列次 艘次 台次 班次 批次 吨公里 人公里 岁 ℃ 袋 摄氏度=℃ 分贝 dB=分贝',
  ],
  [
    'count',
    '个 家 户 项 条 处 所 座 套 间 辆 台 台套=台套 台（套）=台套 标台 架 艘 列 趟 班 件 份 篇 部 本 册 种 类 场 次 支 门 堂',
  ],
  [
    'count',
    '只 头 羽 尾 匹 株 棵 粒 颗 片 块 幅 宗 例 起 张 口 眼 组 批 轮 轮次 剂 剂次=剂 人份=份 盏 根 扇 幢 栋 孔 枚 枪 款 标段=个 场次=场 标准组',
  ],
];

/** All units as written, for whoever cuts texts and does not read them. */
export const WRITTEN_UNITS: readonly string[] = TABLE.flatMap(([, entries]) =>
  entries.split(' ').map((entry) => entry.split('=')[0] ?? entry),
);

/** Longest first within each first character, so that 人次 is not read as 人. */
const byFirst: ReadonlyMap<string, readonly (readonly [string, Unit])[]> = buildIndex();

function buildIndex(): ReadonlyMap<string, readonly (readonly [string, Unit])[]> {
  const map = new Map<string, [string, Unit][]>();
  for (const [kind, entries] of TABLE) {
    for (const entry of entries.split(' ')) {
      const [written = entry, name = written] = entry.split('=');
      const list = map.get(written.slice(0, 1)) ?? [];
      list.push([written, { name, kind, length: written.length }]);
      map.set(written.slice(0, 1), list);
    }
  }
  for (const list of map.values()) list.sort(([a], [b]) => b.length - a.length);
  return map;
}

/**
 * The longest unit that begins at an offset, rates included (微克/立方米).
 *
 * @returns null where no unit stands there
 */
export function unitAt(text: string, at: number): Unit | null {
  const unit = simpleUnitAt(text, at);
  if (unit === null) return null;
  if (text[at + unit.length] === '每') return perUnit(text, at, unit);
  if (text[at + unit.length] !== '/') return unit;
  let perAt = at + unit.length + 1;
  // 0.6人/百亿元: the whole it is taken of may be a round number.
  while (perAt < at + unit.length + 5 && /[十百千万亿]/.test(text[perAt] ?? '')) perAt++;
  const per = simpleUnitAt(text, perAt);
  // 5万吨/日: what a day or a year brings.
  if (per === null && /[日年月天时]/.test(text[perAt] ?? ''))
    return { name: `${unit.name}/${text[perAt]}`, kind: 'measure', length: unit.length + 2 };
  // 12人/10万: of so many people.
  const many =
    per === null
      ? /^\/(?:10?)?[十百]?[万亿]人?/.exec(text.slice(at + unit.length, at + unit.length + 6))
      : null;
  if (many !== null)
    return {
      name: `${unit.name}${many[0].replace(/人$/, '')}`,
      kind: 'measure',
      length: unit.length + many[0].length,
    };
  if (per === null) return unit;
  const scale = text.slice(at + unit.length + 1, perAt);
  return { name: `${unit.name}/${scale}${per.name}`, kind: 'measure', length: perAt - at + per.length };
}

/** 微克每立方米; what is counted each day or for each village keeps its unit. */
function perUnit(text: string, at: number, unit: Unit): Unit {
  const per = simpleUnitAt(text, at + unit.length + 1);
  if (per?.kind !== 'measure') return unit;
  return { name: `${unit.name}/${per.name}`, kind: 'measure', length: unit.length + 1 + per.length };
}

function simpleUnitAt(text: string, at: number): Unit | null {
  if (isCubic(text, at)) return { name: '立方米', kind: 'measure', length: 1 };
  // 1000万家庭 are no 家, and their noun goes without a unit.
  if (text.startsWith('家庭', at)) return { name: '户', kind: 'count', length: 0 };
  const list = byFirst.get(text.slice(at, at + 1)) ?? [];
  return list.find(([written]) => text.startsWith(written, at) && endsThere(text, at, written))?.[1] ?? null;
}

/** Whether letters that are a unit are not the beginning of a longer word: 5km, and not 5kms or 5km². */
function endsThere(text: string, at: number, written: string): boolean {
  return !/[a-z]$/i.test(written) || !/[a-z0-9²³]/i.test(text[at + written.length] ?? '');
}

/** 方 is a volume behind a large number alone: 22亿方, but 3方面 and a base of 千亿方. */
function isCubic(text: string, at: number): boolean {
  if (text[at] !== '方' || /[向面案阵式法位针程便]/.test(text[at + 1] ?? '')) return false;
  return /[\d一二三四五六七八九]多?[十百千]*[万亿]$/.test(text.slice(Math.max(0, at - 6), at));
}
