const DAY =
  '(?:\\d{1,2}月(?:份|\\d{1,2}日|[上中下]旬|[底末])?|[上下]半年|年[底末内]|第?[一二三四]季度[底末]?)';
const YEAR = '(?:\\d{4}年|今年|明年)';

/**
 * By when something is to be done, in the order of what leaves least doubt: a time with 前, one that is led up to, one
 * that ends. A bare year or day is none (2026年预案, 3月22日电), nor is what lasts until then or began then.
 */
const DEADLINE = new RegExp(
  [
    `(?:${YEAR}?${DAY}|\\d{4}年[底末]?)(?:之)?前`,
    `(?:力争|争取|于|到|至|在)(?:${YEAR}?${DAY}|\\d{4}年[底末]?)(?:之?前)?(?!起|以来|电)`,
    `(?<![去上昨\\d])${YEAR}?(?:年[底末内]|\\d{1,2}月(?:份|[底末])|上半年|第?[一二三四]季度[底末]?)(?!起|以来|电)`,
    '“?十[四五六七]五”?(?:期末|末|期间)',
  ].join('|'),
  'g',
);

/** 政策延长至明年3月底: how long something holds is no time to finish by. */
const LASTS = /(?:延长|延续|执行|保留|放宽|持续|有效期|截至|截止|截至?到)(?:至|到)?$/;

/** The deadline a task sets itself, as written; null where it sets none. */
export function deadlineOf(sentence: string): string | null {
  for (const { 0: found, index } of sentence.matchAll(DEADLINE)) {
    const before = sentence.slice(Math.max(0, index - 4), index) + (/^[到至]/.exec(found)?.[0] ?? '');
    if (!LASTS.test(before)) return found.replace(/^(?:力争|争取|于|在)/, '');
  }
  return null;
}

/**
 * A deadline relative to its plan's year: 2026年底前 in the plan of 2026 and 2027年底前 in that of 2027 are the same, the end of
 * the year.
 */
export function relativeDeadline(deadline: string | null, year: number | null): string | null {
  if (deadline === null) return null;
  const own =
    year === null ? deadline : deadline.replace(/\d{4}(?=年)/, (stated) => `${Number(stated) - year}`);
  return own
    .replace(/^[到至]|之?前$|份$|第(?=.季)/g, '')
    .replace(/^(?:0年|今年)(?=.)/, '')
    .replace(/末/g, '底')
    .replace(/^(?:0年|年?[底内])$/, '年底');
}
