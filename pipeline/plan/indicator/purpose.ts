import type { Phrase } from '../phrases.ts';
import type { Antecedent } from './indicator.ts';
import type { Noun } from './noun.ts';
import { plainWords, stripLead } from './noun-lead.ts';

/** Words that say of a sum only that it is one, and who gives it. */
const THIN =
  /^(?:[省市县区州]级|中央|地方|各级|本级|专项|补助|奖补|补贴|预算内(?!投资)|统筹|财政|计划|预计|总|年度)*(?:资金|专款|经费|财政|预算|投资|投入)?$/;

/** What is done with a sum, behind it: 用于水厂改造, 主要支持养老服务. */
const SPENT =
  /^(?:将|专项|专门|主要|重点|全部|优先)*((?:用于|支持|保障|投向|推进|推动|转给|直达)[^，。；、\d]{2,16})/;

/** What a sum is given for, before it: 为支持养老服务. */
const GIVEN = /^为了?(?:支持|推进|推动|促进|保障|加快|鼓励|加强|改善|提升)/;

/**
 * A sum that says nothing of itself is named by what it is for: 安排专项资金10亿元，用于水厂改造.
 *
 * @param noun   what stands before it
 * @param behind the noun behind it, or ''
 * @returns '' for what is no sum, has a name of its own, or is for nothing
 */
export function sumNamed(
  { quantity, left, right }: Phrase,
  noun: Noun,
  behind: string,
  said: Antecedent,
): string {
  if (!/元$/.test(quantity.unit?.name ?? '') || noun.changeVerb !== '') return '';
  const given = [left, said.beside.before].map(plainWords).find((words) => GIVEN.test(words)) ?? '';
  const sum = given === left ? '' : noun.base || (THIN.test(behind) ? behind : '');
  if (!THIN.test(sum) || (noun.base === '' && !THIN.test(behind) && !SPENT.test(behind))) return '';
  const words = plainWords(right);
  const rest = THIN.test(behind) ? words.slice(words.indexOf(behind) + behind.length) : words;
  const spent = SPENT.exec(rest === '' ? said.beside.behind : rest)?.[1];
  if (right === '' && said.beside.before === '' && (sum || noun.work) === '投入') {
    const built = builtWith(said.beside.behind);
    if (built !== '') return `${built}投入`;
  }
  if (spent !== undefined) return /投[资入]$/.test(sum) ? stripLead(spent).base + sum : sum + spent;
  return given === '' ? '' : purposeOf(given) + (sum || '资金');
}

/** 再投入2亿元，新建、改扩建农村学校169所 is what 农村学校 cost, or ''. */
function builtWith(behind: string): string {
  const words = plainWords(behind);
  const counted = /^(?:新建|改建|扩建|续建|改扩建|改造|新改建|、)+([^，、\d]{2,16})\d/.exec(words)?.[1];
  return counted === undefined ? '' : stripLead(counted).base;
}

/** 支持养老服务安排 is for 养老服务. */
function purposeOf(given: string): string {
  return stripLead(given.replace(/^为了?/, '')).base.replace(
    /(?:统筹|拟|将|再)*(?:安排|下达|拨付|投入|筹集)$/,
    '',
  );
}
