import { changeVerbs, levelVerbs, makeVerbs, manners, workVerbs } from '../words.ts';

/** A time to come before it: 年底600户居民将搬入新居. */
const TO_COME = /[年月]底|明年|届时|未来|今后|下一步/;

/** Words for people that end in 将, where nothing is done behind: 16岁小将. */
const PEOPLE = /(?<![缩减大])[小老女名虎猛麻]将$/;
const BEGINS = /^(?:来(?!自)|近|军|领|士|[其之此])/;

/** A preposition or an adverb behind 将 leads to what will be done: 将从下周起, 将陆续建成. */
const LEADS_ON = /^[于在从由对与同和向为以因按经可会有再又还更也均都全逐陆继持进首集同依分]/;

/** What is done to an object that stands between: 将新增学位纳入实事, 将任务分解到地块, 将标准提高到. */
const TAKEN_IN = /^[^，]{2,30}?(?:列入|纳入)/;
const DONE_TO =
  /^[^，]{2,30}?(?:作为|用于|投入(?!使用|运营|生产)|[一-鿿](?:到|至|为|成|给|入)|[应运使][^，]?用[在于])/;
const CHANGED = /^[^，]{2,30}?(?:提升|提高|压缩|压减|缩短|降低|减少|增加|扩大)了?(?:近|约|超过?)?\d/;

/**
 * Whether a clause has 将 in the sense of "will": before what is done. Before the object of a verb it is 把 and says
 * nothing of time: 将运输时效提升40%.
 */
export function saysWill(clause: string): boolean {
  for (let at = clause.indexOf('将'); at >= 0; at = clause.indexOf('将', at + 1)) {
    const rest = clause.slice(at + 1, at + 40);
    if (BEGINS.test(rest)) continue;
    if (TO_COME.test(clause.slice(0, at))) return true;
    if (PEOPLE.test(clause.slice(Math.max(0, at - 2), at + 1)) && !startsWithVerb(rest)) continue;
    if (LEADS_ON.test(rest)) return true;
    const object =
      TAKEN_IN.test(rest) || (!startsWithVerb(rest) && (DONE_TO.test(rest) || CHANGED.test(rest)));
    if (!object) return true;
  }
  return false;
}

/** A verb, or an adverb before one: 重点完成. */
function startsWithVerb(led: string): boolean {
  const words = led.slice(manners.startsAt(led, 0).length);
  return [workVerbs, makeVerbs, changeVerbs, levelVerbs].some((set) => set.startsAt(words, 0).length > 1);
}
