import type { Statement } from '../../../core/plan.ts';
import { UNTOLD } from './tense.ts';

/** Signs of a plan that give way where the same text says plainly that it was done. */
const ONLY_HINTS = /^(?:this year|year of the plan|imperative)$/;

/** Signs that a thing was done which say no more than that nothing plans it. */
const ONLY_SILENT = new RegExp(`^${UNTOLD}$`);

/**
 * Let what a piece of news says plainly decide what it says elsewhere, in its headline above all, without a sign of time.
 *
 * 今年命名道路1560条 was done where the body has 截至目前，共命名1560条, and 面积68万亩 of a headline is planned where the
 * body has 计划播种面积68万亩. Both must be of the same value, unit and thing.
 */
export function tellOnce(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement) => {
    const target = statement.kind === 'target';
    if (!(target ? ONLY_HINTS : ONLY_SILENT).test(statement.rule) || statement.kind === 'context')
      return statement;
    const plain = statements.find((other) => isSame(statement, other) && saysPlainly(other, !target));
    if (plain === undefined) return statement;
    const { kind, deadline } = plain;
    return { ...statement, kind, deadline, rule: `${plain.rule} where it is told again` };
  });
}

function saysPlainly({ kind, rule }: Statement, asTarget: boolean): boolean {
  return asTarget
    ? kind === 'target' && !ONLY_HINTS.test(rule)
    : kind === 'achievement' && !ONLY_SILENT.test(rule) && !rule.endsWith('in an earlier paragraph');
}

function isSame(one: Statement, other: Statement): boolean {
  return (
    one !== other &&
    one.value === other.value &&
    one.value2 === other.value2 &&
    one.unit === other.unit &&
    sharePair(one.indicator, other.indicator)
  );
}

/** Two characters in a row that both names have. */
function sharePair(one: string, other: string): boolean {
  return [...one].some((_, at) => at > 0 && other.includes(one.slice(at - 1, at + 1)));
}
