/** 票决确定了10项民生实事, whatever their year. */
const CHOSEN = /^(?!.*去年).*(?:票决|确定|公布|宣布)(?:“[^”]{1,30}”|[^“]){0,24}实事(?:项目)?$/;

/** 2026年重点民生实事发布, …任务清单出炉: what is planned stands behind, if it is not the year before's. */
const ANNOUNCED =
  /^(?!.*(?:去年|完成|落实|进展|办理)).*(?:实事(?:项目)?|任务清单)(?:正式|新鲜|票决)*(?:发布|出炉|公布|敲定|产生)$/;

/** 安排了哪些目标任务？ is answered behind. */
const ASKED =
  /^(?!.*(?:去年|上年|完成)).*(?:安排|明确|确定|提出|定下|有)了?(?:哪些|什么)[^，]{0,4}(?:目标|任务|实事)？?$/;

/** 票决产生了2026年民生实事项目共7大类, 通过了今年为民办实事项目: what the year is to bring, by its year. */
const VOTED =
  /(?:票决|确定|(?:表决|投票|审[议查批])通过|通过了|产生|选出)了?(?!的)[^，]{0,30}实事(?:项目)?(?:清单|名单|共[^，的]{1,10})?$/;

/**
 * Whether a clause announces the projects (民生实事) or tasks that the sentences behind it list.
 *
 * Those voted on or announced may be the year before's, whose numbers are done by now.
 *
 * @param year the year of the text
 * @param lastYearIn the year a clause names last
 */
export function announcesProjects(
  clause: string,
  year: number | null,
  lastYearIn: (clause: string) => number | null,
): boolean {
  if (clause.includes('哪些') || clause.includes('什么')) return ASKED.test(clause);
  if (!clause.includes('实事') && !clause.includes('清单')) return false;
  if (CHOSEN.test(clause)) return true;
  if (ANNOUNCED.test(clause)) return (lastYearIn(clause) ?? year ?? 0) >= (year ?? 0);
  return VOTED.test(clause) && (clause.includes('今年') || (lastYearIn(clause) ?? 0) >= (year ?? 1));
}
