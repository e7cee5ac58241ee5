/**
 * The verbs, adverbs and time words the readers decide by. Grammar, not vocabulary of any one plan: what is measured
 * never stands here, only how sentences of plans are built around it.
 */

/** Verbs that say someone works at a thing; the thing alone is what is measured (推进2000个重点项目 -> 重点项目). */
const WORK_VERBS =
  '提出 明确 要求 推进 推进好 推动 狠抓 力推 实施 开展 组织 抓好 抓实 抓紧 落实 落实好 打造 培育 培育壮大 重点培育 培养 发展 发展壮大 建设 支持 鼓励 引导 促进 带动 加强 强化 深化 完善 健全 优化 提速 ' +
  '构建 统筹 安排 统筹安排 筹措 争取 使用 用好 发行 拿出 投入 拨付 下拨 划拨 预拨 下达 提前下达 组织实施 谋划 谋划储备 布局 布局建设 部署 创建 争创 建好 办好 办理 办成 筹办 举办 做强 做优 ' +
  '做大 壮大 扩大 提供 满足 实现 完成 确保完成 保持 保障 形成 达到 认定 遴选 评选 选树 树立 制定 编制 出台 制定出台 修订 提请 审议 推出 梳理 梳理出 ' +
  '用于 探索 启动 守住 坚守 严守 守牢 覆盖 惠及 助力 帮助 帮扶 资助 救助 发放 给予 补助 补贴 新实施 兑现 瞄准 锚定 突出 围绕 聚焦 ' +
  '滚动推出 集中打造 重点推进 协调 协同 利用 发挥 运用 推广 复制推广 解决 化解 处置 办结 受理 发布 签约 招引 招募 输送 派出 调派 选派 开工建设 ' +
  '评定 命名 申报 培训 开设 建立 设立 成立 组建 引育 集聚 吸引 汇聚 供应 筹集 筹建 提升 改善 增强 巩固 拓展 规范 攻克 突破 转化 实行 试行 推行 打好 打赢 带动 拉动 开行 发送 运送 拥有 包括 涉及 共建 规划建设';

/** Verbs that make or change the thing counted; they stay in the indicator (新建高标准农田, 改造农村危房). */
const MAKE_VERBS =
  '新建 续建 新增 新改建 新建改建 新建改造 新建提升 新开工 新开工建设 新开 新开通 新培育 新创建 新认定 新集聚 新签约 新获批 新引进 新设 新开工改造 开工 开工改造 建成 建成投用 ' +
  '建成投产 投产 投用 竣工 改造 改造提升 规范提升 引进 招收 扩招 减少 压减 压缩 淘汰 退出 关停 腾退 收储 盘活 修复 治理 整治 ' +
  '改扩建 维修改造 建成运营 开通 开通运营 通车 交付 净增 增加 改建 扩建 提质 更新 更新改造 增设 新办 升级 回收 治愈 安置 转移 减免 降低 下调 提高 上调';

/** Adverbs that tell the manner of a verb, and belong to the noun where none follows: 高标准农田, 重点项目. */
const MANNERS =
  '加快 整体 全面 深入 大力 积极 稳步 扎实 着力 继续 持续 深入实施 进一步 切实 有序 稳妥 坚决 努力 奋力 全力 重点 重点围绕 高质量 高标准 高水平 高起点 高品质 集中 率先 ' +
  '精准 科学 严格 强力 充分 更好 更大力度 因地制宜 及时 尽快 同步 联动 加力 加速 逐步 不断 基本 牢牢 适度 适当 加大 积极稳妥 滚动 常态化 首批 大规模 成功 顺利 超额 圆满 全部 抓紧 统筹 与 和 及';

/** Particles, modal verbs and words for the whole of the issuer: never part of what is measured. */
const ADVERBS =
  '另有 还有 总共 一共 累计 总计 合计 平均 年均 首次 已经 陆续 先后 同时 其中 此外 另外 以及 必须 务必 一定 ' +
  '力争 力促 争取 确保 保证 预计 预期 计划 打算 希望 有望 力求 大约 至少 目标是 通过 建议 ' +
  '全省 全市 全国 全区 全县 全州 全旗 我省 我市 我区 我县 我国 全域 本市 本省 本区 本县 该省 该市 该县 该区 该州 这个省 这个市 各级 各地 各类 我们 ' +
  '将 要 拟 先 再 又 还 也 均 都 共 已 并 且 使 把 的 达 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是';

/** Words that begin like an adverb or a verb of the lists above but are part of a noun. */
const NOUN_STARTS =
  '先进 先行 先导 先锋 先期 再生 再贷款 再就业 再融资 共享 共有 共同 共富 共建 并网 并购 均衡 均等 和谐 近海 近岸 还款 使用外资 要素 还贷 为民 及时 约束 超低 超算 超高 超级 超短 超导 超大 达标 达产 ' +
  '保障性 保障房 发展中 建设用地 集中供热 集中连片 基本养老 基本医疗 基本公共 基本农田 基本民生 全面小康 重点项目 重点群体 重点企业 重点产业 重点工程 重点领域 重点行业 重点地区 重点城市 ' +
  '安置房 安置住房 治理率 转移支付 转移就业 更新改造率 投入强度 投入占 使用率 培训机构 覆盖率 覆盖面 覆盖人 转化率 落实率 完成率 投产率 突破性 补助标准 补贴标准 计划总投资 支持资金 引导基金 发展基金 减税降费 服务业 ' +
  '规范化 组织化 供应链 供应量 保障率 达标率 投入总额 投入增 发展水平 计划投资 集聚区 利用外资 利用率 建设规模 新建商品 增加值 使用量 发送量 提升率 化解率 办结率 成功率 优化率 发放率 覆盖范围 引进外资';

/** Verbs that lead to a level: what stands before them is measured. */
const LEVEL_VERBS =
  '达到 达 达至 增至 增加到 增长到 提高到 提高至 提升到 提升至 上升到 上升至 扩大到 扩大至 升至 涨至 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 减至 缩短到 缩短至 缩短为 ' +
  '压缩到 压缩至 压减到 压减至 缩小到 缩小至 控制在 保持在 稳定在 维持在 实现 完成 为 是 有 在 到 至 按 安排 新安排 突破 超过 总计 累计 平均 均为 平均为 跃上 迈上 跨上 登上 踏上 站上 超额完成 分别为 分别达到 分别达 均达到 均达 调整为 ' +
  '调整到 定为 设定为 设定在 确定为 定在 设为 有望 发展到 扩充至 扩充到 扩展到 增长至 延长到 延长至 延伸到 推广到 拓展到 拓展至 恢复到 回升到 压降到 压降至 下调至 下调到 上调至 上调到 放宽到 覆盖到 累积到 回落到 收窄至 收窄到 调减到 调减至 优化为 精简为 精简到 精简至 缩减为 缩减到 缩减至 扩至 仍有 现有 共有 已有 拥有 力争 再 也 均 都 分别 拟 要 将 已 首次 全年 日均 年均 同比 确保 保持 继续 预计 仅 只 各 可 共 共计 合计 必须 目标 平均每年 每年 至少 预期 奋斗目标 预期目标 工作目标 人均 户均 每人 每户 每人每年 每人每月';

/** Verbs of change with their direction: what stands before or behind them changes by the number. */
const CHANGE_VERBS: readonly (readonly [string, 'up' | 'down'])[] = [
  ...words('增长 提高 提升 上升 上涨 上浮 增加 扩大 增 涨 升 增幅 涨幅 增速 净增 扩招 上调 增强').map(
    (w) => [w, 'up'] as const,
  ),
  ...words(
    '下降 降低 减少 压减 压缩 缩短 削减 下调 下浮 回落 收窄 减 降 降幅 压降 缩减 缩小 精简 负增长',
  ).map((w) => [w, 'down'] as const),
];

function words(list: string): readonly string[] {
  return list.split(' ');
}

function longestFirst(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort((a, b) => b.length - a.length);
}

/** A set of words that can be looked for at the beginning or the end of a phrase, longest first. */
export interface WordSet {
  /** The longest word of the set that `text` begins with at `at`, or ''. */
  startsAt(text: string, at: number): string;
  /** The longest word of the set that ends where `end` is, or ''. */
  endsAt(text: string, end: number): string;
}

function wordSet(list: readonly string[]): WordSet {
  const first = group(list, (word) => word.slice(0, 1));
  const last = group(list, (word) => word.slice(-1));
  return {
    startsAt: (text, at) =>
      first.get(text.slice(at, at + 1))?.find((word) => text.startsWith(word, at)) ?? '',
    endsAt: (text, end) => last.get(text.slice(end - 1, end))?.find((word) => text.endsWith(word, end)) ?? '',
  };
}

function group(
  list: readonly string[],
  key: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of longestFirst(list)) map.set(key(word), [...(map.get(key(word)) ?? []), word]);
  return map;
}

export const workVerbs: WordSet = wordSet(words(WORK_VERBS));
export const makeVerbs: WordSet = wordSet(words(MAKE_VERBS));
export const adverbs: WordSet = wordSet(words(ADVERBS));
export const manners: WordSet = wordSet(words(MANNERS));
export const nounStarts: WordSet = wordSet(words(NOUN_STARTS));
export const levelVerbs: WordSet = wordSet(words(LEVEL_VERBS));
export const changeVerbs: WordSet = wordSet(CHANGE_VERBS.map(([word]) => word));

const directions = new Map(CHANGE_VERBS);

/** Which way a verb of change goes, null for other words. */
export function directionOf(word: string): 'up' | 'down' | null {
  return directions.get(word) ?? null;
}
