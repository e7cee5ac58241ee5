import type { Statement } from '../../../core/plan.ts';
import { UNTOLD } from './tense.ts';

/** Signs of a plan in a headline that give way where the body says plainly that it was done. */
const ONLY_HINTS = /^(?:this year|year of the plan|imperative)$/;

/** Signs that it has been done this year, and not the year before. */
const NOW_DONE = /^(?:done word|state so far|given or chosen|state)$/;

/** No more of the same number are looked at: a table repeats one a thousand times. */
const MOST_ALIKE = 8;

/**
 * Let what a piece of news says plainly decide what it says elsewhere, in its headline above all, without a sign of time.
 *
 * 面积68万亩 is planned where the body has 计划播种面积68万亩, and a headline's 今年命名道路1560条 was done where the body has
 * 截至目前，共命名1560条. Both must be of the same value, unit and thing. In the body a number may well be planned and
 * done: 今年计划开工100个，100个已开工.
 *
 * @param text the text the statements' offsets are of
 */
export function tellOnce(statements: readonly Statement[], text: string): readonly Statement[] {
  const plain = new Map<string, Statement[]>();
  for (const statement of statements) {
    const alike = plain.get(keyOf(statement)) ?? [];
    if (saysPlainly(statement) && alike.length < MOST_ALIKE)
      plain.set(keyOf(statement), [...alike, statement]);
  }
  return statements.map((statement) => {
    const { kind, rule, start } = statement;
    const open = kind === 'target' ? ONLY_HINTS.test(rule) && isHeadline(text, start) : rule === UNTOLD;
    const told = open
      ? plain
          .get(keyOf(statement))
          ?.find((other) => other.kind !== kind && sharePair(other.indicator, statement.indicator))
      : undefined;
    return told === undefined
      ? statement
      : {
          ...statement,
          kind: told.kind,
          deadline: told.deadline,
          rule: `${told.rule} where it is told again`,
        };
  });
}

function keyOf({ value, value2, unit }: Statement): string {
  return `${value} ${value2} ${unit}`;
}

function saysPlainly({ kind, rule }: Statement): boolean {
  return kind === 'target' ? !ONLY_HINTS.test(rule) : kind === 'achievement' && NOW_DONE.test(rule);
}

/** Longest line that may be a headline. */
const LONGEST_HEADLINE = 60;

function isHeadline(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  const line = text.slice(start, start + LONGEST_HEADLINE).split('\n')[0] ?? '';
  return line.length < LONGEST_HEADLINE && !/[。；]/.test(line);
}

/** Two characters in a row that both names have. */
function sharePair(one: string, other: string): boolean {
  return [...one].some((_, at) => at > 0 && other.includes(one.slice(at - 1, at + 1)));
}
