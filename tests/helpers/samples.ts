import type { Article } from '../../core/article.ts';
import type { PlanIdentity, Statement } from '../../core/plan.ts';

/** An article with a text and nothing else said. */
export function anArticle(text: string, rest: Partial<Article> = {}): Article {
  return {
    kind: 'article',
    reason: 'for a test',
    title: '标题',
    kicker: null,
    subtitle: null,
    published: '2026-01-01',
    updated: null,
    source: null,
    author: null,
    editor: null,
    fields: {},
    blocks: [{ kind: 'paragraph', text }],
    text,
    found: {},
    removed: [],
    ...rest,
  };
}

/** A yearly plan of one and the same series. */
export function aPlanIdentity(year: number, rest: Partial<PlanIdentity> = {}): PlanIdentity {
  return {
    issuer: '某省人民政府',
    region: '某省',
    kind: '政府工作报告',
    series: '某省人民政府/政府工作报告',
    year,
    endYear: year,
    title: `${year}年政府工作报告`,
    documentNumber: null,
    stage: 'adopted',
    ...rest,
  };
}

/** A target of 5 %. */
export function aStatement(rest: Partial<Statement>): Statement {
  return {
    quote: '地区生产总值增长5%',
    start: 0,
    end: 10,
    indicator: '地区生产总值',
    entity: null,
    kind: 'target',
    comparator: '=',
    value: 5,
    value2: null,
    unit: '%',
    metric: 'growth',
    direction: 'up',
    deadline: 2026,
    section: [],
    rule: 'for a test',
    ...rest,
  };
}
