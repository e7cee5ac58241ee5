import { plainWords } from './noun-lead.ts';

/** The noun a number modifies: what follows it, up to the next verb, without the 建设 that ends every task. */
export function nounBehind(right: string): string {
  const words = plainWords(right.replace(/（[^（）]*$/, '').replace(LISTED, ''))
    .replace(/^(?:的|等|个|左右|以上)+/, '')
    .replace(ATTRIBUTE, '')
    .replace(PRAISE, '')
    .replace(/[和及、](?:..)?(?:一批|\d).*$/, '');
  if (/^[、，和及与]|^$/.test(words) || PREDICATE.test(words)) return '';
  const clause = /^[^的]{0,10}(?:要|拟|可|已|完成|竣工|投产|开工)[^的]{0,6}的/.exec(words)?.[0].length ?? 0;
  const named = words.slice(clause).replace(/(?:的?建设|工作|等)$/, '');
  // 新开工项目动工 begins with a verb that is part of the name.
  const cut = HEAD.test(named) ? -1 : 2 + named.slice(2).search(PREDICATE_WITHIN);
  const noun = (cut > 1 ? named.slice(0, cut) : named).replace(HOW, '');
  return noun.length < 2 ? '' : noun;
}

/** 90万亩退牧等工程按时完工: the list ends, and what its items are all alike says no more. */
const LISTED =
  /(?<=^[^，、等]{2,20})等(?:重点|重大|开发|建设)?(?:项目|工程)(?=$|建设$|按时|年内|如期|全部).*$/;

/** What only says how good the thing is: 具有全球影响力的企业 are 企业. */
const ATTRIBUTE = /^(?:具有|具备|对|在|引领|面向|纳入|列入|符合|享受)[^，]{2,30}的(?=[^，]{2})/;

/** 功能完备、全线贯通的绿道 are 绿道: phrases of four characters and more. */
const PRAISE = /^(?:[^，、的\d]{4,8}、){1,6}[^，、的\d]{4,8}的(?=[^，]{2})/;

/** Words that say something of the number instead of naming it. */
const PREDICATE =
  /^(?:大关|关口|台阶|迈进|进军|冲刺|跨越|纳入|列入|用于|全部|投入(?:使用|运营|生产)|达到|增加|增长|完成|实现|[来时内后前中之](?=$|[，、的])|受益|驰援|落地|建成|通车|考验|计|安排|支持|执行|进入|入选|基础|高于|低于|同比|延长|转给|直达|(?:规划|年度|全年|预期)?目标|并|以|为(?!民)|是|在(?![校建册职岗营研产])|将|已|还)/;
const PREDICATE_WITHIN =
  /(?:将[于在]|计划每|计划今|深入|参加|参与|赴|提供|纳入|列入|用于|进行|达到|增加|完成|实现|建成|通车|落地|投产|投用|受益|驰援|入选|获批|转给|达标|实施|开工|动工|竣工|按(?:时序|进度|计划|期)|(?:有序|稳步|加快|顺利)推进)/;

/** How sure or soon it is, before what happens: 项目确保建成, 项目加快建设. */
const HOW =
  /(?<=.{2})(?:确保|力争|有望|计划|(?<![政纪提需首主重])要|须|年内|年底前?|全部|已|于|将|加快|尽快|如期|顺利|陆续|集中|持续)+$/;

/** Nouns that end a name: what stands before them is part of it, verbs too (拟竣工投产项目). */
const HEAD = /(?:项目|工程|企业|机构|平台|基地|中心|园区|事项|政策|任务|经验|试点|线路|产业|集群)$/;
