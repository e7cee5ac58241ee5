import type { PlanReading, Statement } from '../../../core/plan.ts';

/** A target with the usual fields; what a test is about is given. */
export function target(indicator: string, value: number, rest: Partial<Statement> = {}): Statement {
  return {
    quote: `${indicator}${value}`,
    start: 0,
    end: indicator.length,
    indicator,
    entity: null,
    kind: 'target',
    comparator: '=',
    value,
    value2: null,
    unit: '%',
    metric: 'growth',
    direction: null,
    deadline: null,
    section: [],
    rule: 'test',
    ...rest,
  };
}

/** What a later report says was achieved. */
export function achievement(indicator: string, value: number, rest: Partial<Statement> = {}): Statement {
  return target(indicator, value, { ...rest, kind: 'achievement' });
}

/** A reading that does not know which plan it is of. */
export function reading(...statements: readonly Statement[]): PlanReading {
  return { identity: null, outline: [], statements };
}
