/** 日供气600万方，还将输送到北京: what is added says nothing of what is there. */
const ADDED = /，[^，]{0,10}(?:[还也更]将|将继续).*$/s;

/** A remark at the end on what it will bring, without a number, says nothing of what is there: 将进一步带动消费. */
const EFFECT =
  /，[^，\d]{0,10}将(?:进一步|有效|有力|大大|极大|显著|持续|直接|在)*(?:为|延续|保持|推动|助力|带动|促进|改善|提升|满足|结束|缓解|填补|增强|成为|对|[^，\d]{2,40}方面)[^\d]*$/s;

/** 完成投资8亿元，年底将实现通水: what will come of the works says nothing of the money spent. */
const PROGRESSED = /(?<=完成投资[^，\d]{0,4}[\d.]+[^，、\d]{1,4})，[^，\d]{0,12}将[^，\d]{2,20}$/;

/** What comes after completion says nothing of the clauses before it. */
const OPEN_END = /，[^，]{0,6}(?:达产|投产|建成|投用)后.*$/s;

/** 提升至94%，预计到2030年达到96%: what is expected behind says nothing of the level before it. */
const RESTATED =
  /(?<=[达至到][\d.]+[^，]{0,6})，(?:预计|有望|力争|计划|目标|到)[^，]{0,16}(?:达|到|至|突破|超过)[^，]{0,4}\d.*$/s;

/** 总投资1200亿元，今年计划投资320亿元: what is planned for the year says nothing of the whole. */
const YEAR_OF_SUM =
  /(?<=总投资[^，\d]{0,6}[\d.]+[^，\d]{0,6})，(?:[今本明当]年)?(?:年度)?(?:计划|预计)(?:完成|年度)?投资.*$/s;

/** 上报问题1553条，其中拟整治157条: what is planned for a part says nothing of the whole. */
const PART = /，其中[^，]{0,4}(?:拟|计划|将|力争).*$/s;

/** 年度计划投资50亿元 is what is planned for it, and says nothing of the works themselves. */
export const PLANNED_SUM: RegExp = /(?<![今明全本当\d])年度?(?:计划|预计)(?:完成)?总?投资/g;

/** A sentence without what says nothing of the time of its earlier clauses. */
export function withoutRemarks(sentence: string): string {
  const remarks = [OPEN_END, RESTATED, ADDED, EFFECT, PROGRESSED, YEAR_OF_SUM, PART, PLANNED_SUM];
  return remarks.reduce((words, remark) => words.replace(remark, ''), sentence);
}
