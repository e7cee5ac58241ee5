/** A kind of plan: how its titles end, and what makes two of them the same series. */
export interface PlanKind {
  readonly name: string;
  /** Tested against a title without brackets, quotes and 的通知. */
  readonly title: RegExp;
  /** The issuer has one such plan a year: what its title says beside is not a topic. */
  readonly single: boolean;
}

/** In the order they are tried: the more particular title first. */
export const PLAN_KINDS: readonly PlanKind[] = [
  { name: '政府工作报告', title: /政府工作报告$/, single: true },
  {
    name: '国民经济和社会发展计划',
    title:
      /国民经济和社会发展(?:年度)?计划(?:草案)?(?:的?报告)?$|国民经济和社会发展计划.{0,30}计划草案的报告$|计划执行情况.{0,20}(?:年)?计划(?:草案)?的报告$/,
    single: true,
  },
  { name: '财政预算报告', title: /预算(?:草案)?的?报告$/, single: true },
  {
    name: '五年规划',
    title: /(?:五年|十[一二三四五六]五)规划(?:纲要|和20\d\d年远景目标纲要)?(?:草案)?$|远景目标纲要$/,
    single: false,
  },
  { name: '工作要点', title: /工作要点$|要点$/, single: false },
  {
    name: '民生实事',
    title: /(?:民生|为民|为民办|为民服务|惠民)实事(?:项目)?(?:清单|方案|安排|任务)?(?:分工)?$/,
    single: true,
  },
  {
    name: '重点工作',
    title:
      /(?:重点工作|主要任务|重点任务|目标任务|政府工作报告(?:确定的)?任务)(?:责任|部门|任务)?(?:分工|任务|清单|安排|分解)?(?:的?意见|方案|表)?$/,
    single: false,
  },
  { name: '立法工作计划', title: /立法(?:工作)?计划$/, single: true },
  {
    name: '工作计划',
    title: /(?:工作|年度|供应|投资|建设|实施|发展)计划$|20\d\d年.{0,12}工作(?:打算|思路|安排)$/,
    single: false,
  },
  { name: '行动计划', title: /行动(?:计划|方案)$|(?:攻坚|提升|倍增)计划$|三年行动$/, single: false },
  { name: '实施方案', title: /(?:实施|工作|总体|建设|攻坚)方案$/, single: false },
  { name: '规划', title: /规划(?:纲要)?$/, single: false },
  { name: '意见', title: /(?:实施|指导|若干)?意见$|若干措施$/, single: false },
];
