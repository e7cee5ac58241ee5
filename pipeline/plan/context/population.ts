import { nounBehind } from '../indicator/noun-behind.ts';
import { MONEY } from '../meant.ts';
import type { Phrase } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import { changeVerbs } from '../words.ts';

/** People who are there, and not those a plan does something for. */
const POPULATION =
  /(?:毕业生(?:规模)?|人口|中国人|在校生|在校学生|学生|老年人|老人|农民工|职工|居民|群众|百姓|退役军人|残疾人|儿童|户籍人口)$/;

function people(phrase: Phrase): boolean {
  return phrase.quantity.unit === null || phrase.quantity.unit.kind === 'people';
}

/** 运送旅客31亿人 counts journeys. */
const CARRIED = /^(?:运送|发送|输送|接待)$/;

/** 15亿债券发行 is so many yuan. */
const OF_MONEY = /^(?:的?(?:企业|政府|专项|公司))?(?:债券|贷款|资金|投资|基金|融资)/;

/** Whether a number counts the people there are: 今年高校毕业生1000万人. */
export function isPopulation({ phrase, noun, before, behind, kind, first }: Reading): boolean {
  // 发送量40亿人 is counted by the journey, and 完成投资500亿 in yuan.
  const flow =
    /[量数率]$/.test(noun.base) ||
    CARRIED.test(noun.work) ||
    (phrase.quantity.unit === null && (MONEY.test(noun.base || noun.work) || OF_MONEY.test(behind)));
  if (people(phrase) && !flow && phrase.quantity.value >= 1_000_000_000 && kind === 'target') return true;
  const large = phrase.quantity.value >= 100_000;
  if (!first || !large || !people(phrase) || noun.changeVerb !== '' || noun.verb !== '') return false;
  if (changeVerbs.endsAt(before, before.length) !== '' || /受益|惠及|脱贫|摆脱|就业|落户/.test(behind))
    return false;
  if (/的$/.test(before) && phrase.quantity.unit === null) return true;
  const here = /^(?:我国|全国|全省|全市|今年|现在|目前)?(?:有|拥有|一个拥有|达|把|对.{0,10}拥有)?$/.test(
    before,
  );
  return (
    (POPULATION.test(noun.base.replace(/将?高?$/, '')) &&
      !/培训|就业|帮扶|救助|资助|惠及|覆盖|服务|送|接待|转移|招|派|解决|改善|保障/.test(before)) ||
    (here && POPULATION.test(nounBehind(behind).slice(0, 4))) ||
    /^(?:中国人|人口)/.test(behind)
  );
}
