import type { Frame } from './frame.ts';

/** The rule of what somebody has reckoned for a time to come: nobody's plan. */
export const FORECAST = 'forecast';

/** What is reckoned for a time to come says so to the end of its sentence. */
export const FORECAST_FRAME: Frame = { kind: 'achievement', rule: FORECAST, weight: 'word' };

/** Whether a clause is a forecast: 研究院测算，到2030年产值达3万亿元, unless it speaks of a plan itself. */
export function isForecast(own: Frame, clause: string, soFar: Frame, paragraph: Frame): boolean {
  const said = (soFar.kind === null ? paragraph : soFar).rule;
  if (said !== FORECAST && said !== 'reckoned') return false;
  const ahead =
    own.kind === 'target' && !/计划|力争|确保|争取|拟|[我本][省市区县]|建成|新建|开工|改造/.test(clause);
  // The next sentence may go on with another year: 到2030年，将有40个城市开通地铁.
  if (soFar.kind === null) return paragraph.rule === FORECAST && ahead && /^到20\d\d年/.test(clause);
  return soFar.rule === FORECAST ? ahead || own.kind === null : soFar.rule === 'reckoned' && ahead;
}

/** The rule of what a season or a place needs, which nobody plans. */
export const NEED = 'need';

/** What is needed says so to the end of its sentence: 约需化肥11万吨，其中磷肥3万吨. */
export const NEED_FRAME: Frame = { kind: 'achievement', rule: NEED, weight: 'word' };

/** 需求量控制在3万吨以内 is an aim, and 储备需求量的80% a share of it. */
const NEEDS =
  /(?:需求量|需用量)[^，\d的控降减]{0,6}\d|(?:约|估计|预计)需要?[^，\d的压减削]{1,8}\d[\d.]*[万亿]?(?:吨|公斤|斤)/;

/** Whether a clause says how much of a thing is needed. */
export function isNeed(clause: string, soFar: Frame): boolean {
  if (!clause.includes('需')) return false;
  return NEEDS.test(clause) || (soFar.rule === NEED && /^(?:其中)?需要/.test(clause));
}

/** The rule of how many works a year has, told without a word that anybody plans them. */
export const WORKS_TOLD = 'works told';

/** They are there; what is told of them behind was done unless it says otherwise. */
export const WORKS_FRAME: Frame = { kind: 'achievement', rule: WORKS_TOLD, weight: 'hint' };

/** 2026年县级重点项目共530项, with no verb between the year and the number. */
const WORKS =
  /^(?:今年|20\d\d年度?)?(?:全[国省市区县]|[我本][国省市区县])?(?:[国省市县区]家?级?)?(?:重[点大]|民生|基础设施)(?!推进|实施|抓|安排|建设(?!项目|工程))[^，\d]{0,8}(?:项目|工程)(?:总数|数量)?[共计为达]{0,2}\d+多?[个项]$/;

/** Whether what was said plans by more than a hint or an expectation. */
export function plansPlainly({ kind, weight, rule }: Frame): boolean {
  return kind === 'target' && weight !== 'hint' && rule !== 'expectation';
}

/** Whether a clause only tells of how many works there are, where nothing before it has planned more than the year says. */
export function tellsOfWorks(own: Frame, clause: string, ...before: readonly [Frame, ...Frame[]]): boolean {
  const { kind, weight } = own.kind === null ? before[0] : own;
  if (kind !== 'target' || weight !== 'hint' || !WORKS.test(clause.replace(/（[^（）]{0,60}）/, '')))
    return false;
  return !before.some(plansPlainly);
}
