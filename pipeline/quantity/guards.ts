import { comparatorBefore, comparatorBehind } from './comparators.ts';
import { type NumberReading, readNumber } from './number.ts';
import { type Unit, unitAt } from './units.ts';

/** Whether nothing before a number makes it part of a name, a code, an ordinal or a slogan. */
export function isFree(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  // 每50公斤 is what another number is taken of.
  if (/[A-Za-z0-9第几每+.·×_/@#*№]/.test(before)) return false;
  // 02组 is the name of one.
  if (before !== '.' && text[at] === '0' && /\d/.test(text[at + 1] ?? '')) return false;
  // 前三名 is a rank; 目前3家 and 年底前100家 are not.
  if (before === '前') return /[目底月日年之以]/.test(text[at - 2] ?? '');
  if (before === '-' && /[A-Za-z0-9]/.test(text[at - 2] ?? '')) return false;
  return true;
}

/** Whether what follows a number makes it part of a code: 5G, 2+4, 3·15, 2022-07-12, 1/2号. */
export function isCode(text: string, end: number): boolean {
  const next = text[end] ?? '';
  if (/[+·×_@]/.test(next)) return true;
  if (/[A-Za-z]/.test(next)) return unitAt(text, end) === null;
  return (next === '-' || next === ':' || next === '.' || next === '/') && /[0-9]/.test(text[end + 1] ?? '');
}

/** 十几, 数百, 三四个: nobody can compare with them. */
export function isVague(text: string, at: number, number: NumberReading): boolean {
  if (text[number.end] === '几') return true;
  // 大陆架 and 队伍 are no sixes and fives.
  if (number.end - at === 1 && /[壹贰叁肆伍陆柒捌玖拾]/.test(text[at] ?? '')) return true;
  // 数十, 成百上千; but 建成十五个.
  if (number.bare && /[数成]/.test(text[at - 1] ?? '')) return true;
  if (text[at] === '十' && text[at - 1] === '数') return true;
  if (number.bare && text[at - 1] === '上' && comparatorBefore(text, at) === null)
    return !/[跨迈登踏站跃]/.test(text[at - 2] ?? '');
  return (
    number.chinese && number.scale === 0 && number.end - at > 1 && !text.slice(at, number.end).includes('点')
  );
}

/** Where a clause or an item ends. */
const ENDS = /^[，。；、！\s]?$/;

/** What has no unit: 发展指数达85, 收入比降至2, 价格指数（市区）控制在103. */
const INDEX =
  /(?:指数|收入比|系数)(?:（[^（）]{1,8}）)?(?:控制|保持|稳定|缩小|下?降|提高|上?升|提升)?[到至为达在于]{0,2}(?:不?超过|不?[低高]于)?$/;
const LONGEST_LEAD = 24;

/** A number without a unit says something only if it is large or decimal: 减少6800多万, 缩小至2.12. */
export function mayStandAlone(text: string, at: number, number: NumberReading): boolean {
  // 规模过万亿 and 超千亿 are levels; a bare 万 is not.
  if (number.bare)
    return number.scale >= 8 && comparatorBefore(text, at) !== null && ENDS.test(text[number.end] ?? '');
  if (/[年月日号时点届版期楼路线级型代环第]/.test(text[number.end] ?? '')) return false;
  if (number.scale >= 4) return true;
  if (!number.chinese && INDEX.test(text.slice(Math.max(0, at - LONGEST_LEAD), at))) return true;
  return number.exponent < 0 && /[到至为达比在于]$/.test(text.slice(Math.max(0, at - 1), at));
}

/** What moves up or down a list. */
const MOVES = /(?<![引])进|[升移降跌退]|提高/;

/** 三位一体, and 做好五篇大文章. */
const TURNS = /^(?:一体|大文章)/;

/** Whether number and unit belong together: 千家万户, 三年, 一个 and 5年 are turns of speech, times or dates. */
export function fits(text: string, at: number, number: NumberReading, unit: Unit, unitEnd: number): boolean {
  const next = text[unitEnd] ?? '';
  if (next === '级' || next === '强') return false;
  // 地区生产总值（亿元） only says the unit.
  if (number.bare && text[at - 1] === '（' && next === '）') return false;
  // 八部门, 五部委 and 两位数 count neither books nor people.
  if ((/[门委]/.test(next) && unit.name === '部') || (next === '数' && unit.kind === 'people')) return false;
  if (unit.kind === 'time' && number.chinese) return false;
  // 三门峡 is a town, 一类以上 a grade, and 前进2位 a rank.
  if (unit.name === '门' && number.chinese && next !== '课') return false;
  if (unit.name === '类' && number.chinese && text.startsWith('以上', unitEnd)) return false;
  if (isAngle(text, at, unitEnd)) return false;
  // 五台山 is a mountain.
  if (unit.name === '台' && number.chinese && next === '山') return false;
  // 三次全会 is the third, 三位一体 one thing, and 超百亿项目 are no ten thousand million.
  if (number.chinese && (unit.name === '次' ? /^全会/ : TURNS).test(text.slice(unitEnd, unitEnd + 3)))
    return false;
  if (unit.name === '项' && next === '目' && number.chinese && number.scale >= 8) return false;
  // 百克 is a company.
  if (number.bare && unit.name === '克') return false;
  if (text[unitEnd - 1] === '位' && MOVES.test(text.slice(Math.max(0, at - 2), at)) && ENDS.test(next))
    return false;
  if (unit.name === '年' && number.end - at < 4 && comparatorBehind(text, unitEnd) !== null)
    return !number.bare;
  if (unit.name === '年' && (isYear(number, at) || /[底初末度代前来]/.test(next))) {
    return number.end - at < 4 && number.exponent < 0;
  }
  // 零部件 has no number in it, and 一个 is an article unless it is a bound: 一家以上, 至少有一家.
  if (number.digits === 0n && number.chinese) return false;
  if (number.chinese && number.end - at === 1 && text[at] === '一' && unit.kind !== 'times')
    return (
      /^(?:以上|以内|以下)/.test(text.slice(unitEnd, unitEnd + 2)) ||
      comparatorBefore(text, at)?.comparator === '>='
    );
  if (unit.name === '元' && number.chinese && number.scale === 0) return false;
  if (number.bare && unit.name === '岁') return false;
  // 万元生产总值用水量 is a rate; 万元以上 and 百万吨 are sizes.
  if (number.bare && number.scale === 4 && number.end - at === 1 && unitEnd === number.end + unit.length) {
    return comparatorBefore(text, at) !== null || comparatorBehind(text, unitEnd) !== null;
  }
  if (number.bare)
    return (
      unit.kind === 'measure' ||
      number.over ||
      comparatorBefore(text, at) !== null ||
      comparatorBehind(text, unitEnd)?.comparator === '>='
    );
  // 5个年产10万吨的工厂 are five.
  if (unit.name === '个' && /^(?:月|年(?!出栏|产|加工|处理))/.test(text.slice(unitEnd, unitEnd + 3)))
    return false;
  // 6个1推进体系 is a slogan; 100个5亿元项目 is not.
  // 8家4S店 and 2个5A景区 have a code behind them.
  if (unit.kind === 'count' && /[0-9]/.test(next))
    return readRate(text, unitEnd) || /[A-Z]/.test(text[unitEnd + 1] ?? '');
  return true;
}

/** What is measured in degrees of an angle or of heat: before the number, and behind it. */
const PLACED = /(?:[南北]纬|[东西]经|坡度|角度|倾角|气温|温度|室温|体温|水温|零下|零上)[^，\d]{0,3}$/;
const SLOPES = /^(?:以[上下])?[^，、。\d]{0,6}坡|^(?:以?[北南]的?|角|倾斜)/;

/** Whether a number with 度 counts no electricity: 北纬30度, 15-25度的坡地. */
export function isAngle(text: string, at: number, unitEnd: number): boolean {
  if (text[unitEnd - 1] !== '度') return false;
  return PLACED.test(text.slice(Math.max(0, at - 6), at)) || SLOPES.test(text.slice(unitEnd, unitEnd + 12));
}

/** 2025, 二〇二五 and 95 before 年 are dates, 11.3 is not. */
function isYear(number: NumberReading, at: number): boolean {
  const length = number.end - at;
  return number.exponent === 0 && (length === 4 || length === 2);
}

/** Whether the number at an offset has a unit or a scale of its own. */
function readRate(text: string, at: number): boolean {
  const number = readNumber(text, at);
  return number !== null && (number.scale > 0 || unitAt(text, number.end) !== null);
}
