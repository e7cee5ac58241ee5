import { PLAN_KINDS, type PlanKind } from './plan-kinds.ts';

/** A title that names a plan. */
export interface PlanTitle {
  /** As printed, trimmed. */
  readonly title: string;
  /** The plan's own name: without notice, brackets and marks, its years in digits. */
  readonly name: string;
  readonly kind: PlanKind;
  /** What stands before the plan's name: the body that issues the notice. */
  readonly notice: string;
}

/** Longest title; a longer line is a paragraph. */
const LONGEST = 90;

/** A part of a plan (三、2026年重点工作) is not a plan. */
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、]|第.{1,3}[章节])/;

/** Marks of press agencies and web pages around a title, its document number, its place among files, its session. */
const FURNITURE =
  /^(?:（[^（）]{0,12}）|【[^【】]{0,12}】|受权发布|\[[^[\]]{0,12}\]|附件(?:[一二三四五六七八九十]|\d{1,2}(?=20\d\d)|\d{1,2})?[:：.、]?|[一-鿿]{2,10}〔20\d\d〕\d{1,5}号)+|(?:（(?:全文|摘要|摘登|实录|受权发布|全文实录)）|全文|摘登|_[^_]{0,30}|\|[^|]{0,30}| - .{0,30}|[—-]{1,2}20\d\d年\d{1,2}月\d{1,2}日在.{4,40})$/g;

/** Whatever stands around the name of a plan, with these it is told about. */
const COMMENTARY =
  /解读|图解|一图|读懂|问答|答记者|访谈|发布会|吹风会|起草说明|名词解释|[（【[](?:音频|视频|图表?|漫画|评论|观察|海报)[）】\]]/;

/** Words of news: they report on a plan and are none. 关于印发 and 转发 belong to notices. */
const NEWS =
  /[？！?!]|解读|图解|一图|答记者|热议|审议|讨论|聆听|(?<!工)作(?!的)(?:20\d\d年)?.{0,6}工作报告|发布会|召开|部署|提出|明确|亮点|关键词|看点|划重点|来了|今年|(?:办好|办成|实施|推进|票决|敲定).{0,8}实事|摘编|学习|贯彻|落实.{0,8}工作报告|征集|对标|全文来|诞生|出炉|入列|入选|入围|跻身|上榜|亮相|揭晓|去年|完成(?!情况)|定了|印发实施|正式|发布实施|公布|点赞|评论|观察|访谈|速览|季度|数说|金句|如何|为何|怎么|这么/;

/** Notices: whose it is, what is done with the plan, the plan. */
const NOTICES: readonly RegExp[] = [
  /^(.*?)(?:关于)?(?:印发|下达|批转|转发|发布|公布)[《“]?(.+?)[》”]?(?:（[^（）]*）)?的(?:通知|公告|批复|函)$/,
  /^(.*?)关于(?:公开|就|对|面向社会){0,3}(?:征求|征集)?《([^《》]+)》(?:（[^（）]*）)?(?:向社会)?(?:公开)?(?:征求|征集)?(?:社会|公众|公开)*(?:意见|建议){1,2}的(?:通知|公告|通告|函)$/,
  /^(.*?)关于((?:[一-鿿]{1,8}[省市县区州盟旗])?20\d\d年.+)的通知$/,
];

/** What a plan is made to carry out, which is no news of it: 关于落实《政府工作报告》重点工作分工的意见. */
const CARRIES_OUT = /关于(?:贯彻)?落实(?=.{4,40}(?:分工|分解))/;

/**
 * Read a line as the title of a plan.
 *
 * A title of a plan ends with its kind (…工作要点), with a bracket behind it, or with 的通知 if it is the notice that
 * issues it or asks for comment. News ends otherwise, or has a verb of news: 山东印发工作要点 has 印发 without 关于. A
 * notice that brings several plans is read as the first.
 *
 * @returns null where it is none
 */
export function readPlanTitle(line: string): PlanTitle | null {
  const title = line.trim();
  if (title.length === 0 || title.length > LONGEST || HEADING.test(title) || COMMENTARY.test(title))
    return null;
  const bare = withDigits(title.replace(FURNITURE, '').trim());
  const notice = NOTICES.map((form) => form.exec(bare)).find((match) => match !== null);
  const brought = notice?.[2]?.split(/》(?:（[^（）]*）)?[、和及与]《/)[0];
  const named = brought ?? /^《([^《》]+)》(?:（[^（）]*）)?$/.exec(bare)?.[1] ?? bare;
  if (NEWS.test(named.replace(CARRIES_OUT, ''))) return null;
  if (notice === undefined && /印发|下发|出台|发布|(?:通知|公告)$/.test(named)) return null;
  if (/[，。；：]/.test(named.replace(/（[^（）]*）/g, ''))) return null;
  const name = named.replace(/（[^（）]*）|[《》\s]/g, '').replace(/(?<=报告)20\d\d年?$/, '');
  const plain = name.replace(/[“”]/g, '');
  const kind = PLAN_KINDS.find((candidate) => candidate.title.test(plain));
  return kind === undefined ? null : { title, name, kind, notice: notice?.[1] ?? '' };
}

const NUMERALS = '〇一二三四五六七八九';
const CHINESE_YEAR = /二[〇零][〇零一二三四五六七八九]{2}(?=年)/g;

/** 二〇二六年 is 2026年. */
function withDigits(title: string): string {
  return title.replace(CHINESE_YEAR, (year) =>
    [...year.replaceAll('零', '〇')].map((digit) => NUMERALS.indexOf(digit)).join(''),
  );
}
