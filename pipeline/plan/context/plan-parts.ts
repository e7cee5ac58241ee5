import type { Quantity } from '../../quantity/bounds.ts';
import { nounBehind } from '../indicator/noun-behind.ts';
import { stripTimes } from '../indicator/noun-lead.ts';
import type { Reading } from '../reading.ts';
import { COUNTABLE } from './threshold.ts';

/** What plans count of themselves: aspects, tasks, measures. */
const PLAN_PARTS =
  /(?:方面|领域|环节|举措|措施|要求|原则|关系|重点工作|重点任务|具体任务|主要任务|工作任务|改革任务|任务|条线|维度|阶段|步骤|层面|攻坚|工作|意见|理念|战场)$/;

/** A few of these are what a plan is about; thousands of problems are solved. */
const THEMES = /(?:需求|问题|底线|主题)$/;
const FEW = 20;

/** 票决产生2026年, 表决确定了今年: a year may stand before how many there will be. */
const CHOSEN =
  /(?:确定|票决|产生|选出|公布|宣布)了?(?:[^，；的\d]{0,12}20\d\d年度?[^，；的\d]{0,6}|今年)?(?:\d{1,2}大?类)?$/;
const CHOSEN_IN_ALL = /(?:确定|票决|产生|选出|公布|通过)[^，；]{0,24}实事(?:项目)?（?共计?(?:\d{1,2}大?类)?$/;

/** 24项任务, 7个方面; but 落实112项试点任务 is work, and 推出90项措施 was done. */
export function isPlanPart({ phrase, noun, before, behind, earlier, kind }: Reading): boolean {
  const name = phrase.quantity.unit?.name;
  // 2026年10件民生实事 heads them.
  const heads = before.length === phrase.quantity.start - phrase.clause.start && stripTimes(before) === '';
  if (heads && /^[^，、的]{0,4}实事(?:项目)?$/.test(behind)) return true;
  // 重点办好8件民生实事: those that the plan tells behind it; 办好20项实事 is work of its own.
  if (name === '件' && /^[^，、的]{0,6}实事/.test(behind)) return true;
  // 票决确定了10项民生实事 tells how many there will be, and 16件备选的实事 how many there were to choose from.
  if (behind.includes('实事') && CHOSEN.test(before)) return true;
  if (/^备选/.test(behind) || (before.endsWith('共') && /候选[^，；\d]{2,6}（?共$/.test(before))) return true;
  // 共安排十方面共32项.
  if (/^[项件]$/.test(name ?? '') && behind === '' && /(?:方面|大类)共?$/.test(before)) return true;
  // 票决产生了2026年民生实事项目，共16项.
  if (/^(?:）|$)/.test(behind) && CHOSEN_IN_ALL.test(earlier + before)) return true;
  if (phrase.quantity.unit?.kind !== 'count' || !/^[个项条类]$/.test(name ?? '')) return false;
  if (/以下$/.test(before)) return true;
  if (phrase.quantity.value < FEW && THEMES.test(nounBehind(behind))) return true;
  // 落实30条实施办法: the articles of a document.
  if (name === '条' && /(?:办法|规定|细则|意见|禁令)$/.test(nounBehind(behind))) return true;
  // 3个万亿级消费领域 are things.
  if (/级/.test(behind) && !/^(?:方面|环节)/.test(behind)) return false;
  // A plan of 29项主要指标 is no aim at 29 of them.
  if (kind === 'target' && /指标$/.test(nounBehind(behind) || before.slice(-5))) return true;
  if (/^(?:方面|领域|环节|维度)/.test(behind) || (kind === 'target' && /方面$/.test(before))) return true;
  // 一、示范区工作（8项）
  if (/（$/.test(before) && behind === '）') return true;
  if (kind === 'target' && /^[^，、的]{0,6}(?:措施|举措)/.test(behind)) return true;
  // 完成新增400个食堂的任务 is a task of so many.
  if (noun.verb !== '' && /^[^，、的]{2,}的任务$/.test(behind)) return false;
  if (/落实|完成|办理|推广/.test(before) || /^[^的]{0,8}完成的/.test(behind)) return false;
  if (kind === 'achievement' && !/攻坚|任务/.test(behind)) return false;
  if (/攻坚$/.test(behind) && !/、.*、/.test(before)) return false;
  return (
    PLAN_PARTS.test(nounBehind(behind)) ||
    /^(?:具体|重点|主要|改革|工作)任务|^(?:重点|主要)[^，、的]{1,6}工作$|^(?:重点|主要|具体)?工作(?:的?落实)?$/.test(
      behind,
    )
  );
}

/** 两个, 三条 with Chinese numerals count something only behind the list: A、B和C三个规划, A等四个项目. */
export function isFigure({ phrase, before, behind }: Reading): boolean {
  const { quantity } = phrase;
  if (quantity.unit?.name === '个' && /^民族(?![村乡])/.test(behind)) return true;
  // 跨过两个万亿元大关: the level behind says it.
  if (quantity.unit?.name === '个' && /^[百千万亿]*元?(?:大关|关口|台阶)/.test(behind)) return true;
  if (!quantity.chinese || quantity.unit?.kind !== 'count' || quantity.value >= 100) return false;
  // 十家以上 and 三至五个 are bounds one can miss.
  if (quantity.comparator !== '=') return false;
  if (/等$/.test(before)) return false;
  if (isBuilt(before, quantity)) return false;
  // 中央和地方两个积极性 is a turn of speech; two are counted where they are things.
  if (quantity.value === 2 && !COUNTABLE.test(nounBehind(behind))) return true;
  const items = before.split(/[、和及与]/).length;
  return items < 2 || Math.abs(items - quantity.value) > (quantity.value > 2 ? 1 : 0);
}

/** 新建五所学校, 建成十五个幼儿园: what is built is counted; 建成五个中心 may be a slogan. */
function isBuilt(before: string, { unit, value }: Quantity): boolean {
  if (/(?:新建|改建|扩建|迁建|新增|新?培育|新?引进)$/.test(before)) return true;
  return /(?:建成|投用|竣工|开工)$/.test(before) && (unit?.name !== '个' || value > 10);
}
