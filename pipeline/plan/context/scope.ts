import type { Reading } from '../reading.ts';

/** 改造30个乡镇的水厂, 13个街镇全覆盖: where, and not how many. */
const WHERE =
  /^(?:省|市|州|县|区|镇|乡|街道|街镇|乡镇|村|行政村|建制村|社区)(?:（[^（）]{0,12}）)?的.|^[^，、]{1,20}全覆盖$/;

/** 长江流域13个省（区、市）, 45个国家和地区: where, whatever is done there; 206个省、市重点项目 are projects. */
const COUNTRIES = /^(?:国家(?:和地区|$|的)|省份|省区市|省(?:$|[（，]|、(?![市州县区]级?重[点大])))/;

/** 围绕12条产业链, 对接省20个集群: what there is, which work goes round. */
const ROUND = /(?:围绕|聚焦|对接)(?:国家|[省市县区])?$/;

/** 抓好现有4个试点的基础上: what more is built on. */
const GROUND = /^[^，、]{1,12}的基础上/;

/** 在…会议中, 在39个村改造线路, 涉及34个单位, 以5个政策为支撑: where, whom it concerns, and by what. */
export function isScope({ phrase, noun, before, behind, clause, kind }: Reading): boolean {
  const counts = phrase.quantity.unit?.kind === 'count';
  if (kind === 'target' && counts && (WHERE.test(behind) || ROUND.test(before))) return true;
  if (kind === 'target' && COUNTRIES.test(behind) && !noun.level && noun.changeVerb + noun.verb === '')
    return true;
  if (kind === 'target' && (/^的?基础上/.test(behind) || (/[现已原]有$/.test(before) && GROUND.test(behind))))
    return true;
  if (counts && /分布[在于]$/.test(before)) return true;
  // 加大对甲、乙4个重点县支持力度: whom it is for.
  if (counts && /力度$/.test(behind) && /对[^，]*$/.test(before)) return true;
  if (/^针对/.test(clause) || /^(?:任务|目标)?中$/.test(behind)) return true;
  const places = /惠及$/.test(before) && /^(?:乡镇|街道|镇|乡|县|村)/.test(behind);
  // 完成涉及2万户的改造 works for so many.
  const whom =
    /^(?:[^，]{0,6}今年|[^，]{2,4}(?=在全))?在(?:全[国省市区县])?$/.test(before) ||
    (/涉及$/.test(before) && !behind.startsWith('的'));
  if (counts && (places || whom)) return true;
  if (/^以(?![上下内]).*为(?:支撑|引领|抓手|重点|主体|基础|核心|依托|牵引|契机)$/.test(clause)) return true;
  return /^在/.test(clause) && /(?:中|(?<!公)里)$/.test(clause);
}
