import { fiveYears } from '../identity/plan-period.ts';

/** What a part of a document is about: what was done, what is planned, both in one part, or what its terms mean. */
export type SectionTense = 'review' | 'plan' | 'mixed' | 'notes';

/** 附件2 名词解释, 《政府工作报告》有关内容名词注释: the numbers behind explain terms. */
const NOTES =
  /^(?:附件?\d{0,2}[：:]?\s*)?(?:《[^》]{2,20}》)?(?:有关|相关|部分|专业|内容|的){0,3}(?:名词|术语|用语|词语)(?:解释|注释|说明)$|^注释[：:]?$/;

/** Whether a heading opens the notes at the end of a report. */
export function isNotes(heading: string): boolean {
  return NOTES.test(heading.trim());
}

const REVIEW =
  /回顾|工作总结|工作情况|完成情况|执行情况|实施情况|成就|成绩|成效|取得.{0,6}进展|过去|[一五]年来|存在.{0,6}(?:问题|困难)|问题和(?:挑战|困难)|主要问题|成绩单|数读|(?:完成|实现|取得|迈出|开创)了|(?:胜利|圆满|全面|超额)完成$/;
const PLAN =
  /目标|任务|工作安排|工作部署|总体部署|总体要求|总体思路|基本思路|重点工作|工作重点|工作打算|工作建议|的建议|预期|展望|下一步|今年(?!以来)|新的一年|主要举措|政策取向|工作计划|重点抓好|重点做好|实事|清单/;

/** What a plan sets out from: 一、发展基础, （一）产业现状, 第二节 面临形势. */
const BASE =
  /^(?:第.{1,3}(?:章|节|篇|部分)|[一二三四五六七八九十]{1,3}、|（.{1,3}）|\d{1,2}[.、])?\s*(?:发展|工作|现实|产业|行业|建设|规划|编制|实施|主要|面临|当前)*(?:基础|现状|背景|形势|环境|成效)(?:[和与及].{1,8})?$/;

/** Whether a part of a plan says what it sets out from, at whatever depth it stands. */
export function isBase(heading: string): boolean {
  return BASE.test(heading.trim());
}

/** 推动治理取得新成效 is a wish: a heading that begins so says what to do and not which part it is. */
const IMPERATIVE =
  /^[^，、）]{0,4}[、）]?(?:推动|推进|促进|力争|确保|努力|加快|持续|着力|奋力|坚持|坚定|加强|强化)/;

/**
 * Read from a heading whether what follows was done or is planned.
 *
 * A review is often headed with the targets it reports on (目标任务完成情况), so the review's words win unless a plan
 * is named behind an 和 (发展成就和主要目标). A year alone decides against the plan's year.
 *
 * @returns null where the heading does not say
 */
export function sectionTense(heading: string, planYear: number | null = null): SectionTense | null {
  if (isBase(heading)) return 'review';
  if (isNotes(heading)) return 'notes';
  if (IMPERATIVE.test(heading)) return null;
  const review = heading.search(REVIEW);
  const plan = heading.search(PLAN);
  if (review >= 0 && plan >= 0)
    return plan > review && /和|及|与/.test(heading.slice(review, plan)) ? 'mixed' : 'review';
  if (review >= 0) return 'review';
  if (plan >= 0) return 'plan';
  if (planYear === null) return null;
  const five = fiveYears(heading);
  if (five !== null && five.year >= planYear) return 'plan';
  if (five !== null && five.endYear < planYear) return 'review';
  const year = /(20\d\d)年/.exec(heading)?.[1];
  if (year === undefined) return null;
  return Number(year) < planYear ? 'review' : 'plan';
}
