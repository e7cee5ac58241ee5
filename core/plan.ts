/** `target` is planned, `achievement` done, `context` everything else that carries a number. */
export type StatementKind = 'target' | 'achievement' | 'context';
export type Comparator = '>=' | '>' | '<=' | '<' | '~' | '=' | 'range';
export type Metric = 'level' | 'growth' | 'share' | 'count';

/** A quantity said of an indicator. The first thirteen fields are the `--jsonl` contract, in its order. */
export interface Statement {
  /** The exact clause: `text.slice(start, end)` of the text it was read from. */
  readonly quote: string;
  /** UTF-16 offsets into that text. */
  readonly start: number;
  readonly end: number;
  /** What is measured, such as 城镇新增就业. */
  readonly indicator: string;
  /** Whom it is said of, such as 青岛 or 全省; null when it is the issuer itself. */
  readonly entity: string | null;
  readonly kind: StatementKind;
  readonly comparator: Comparator;
  /** In base units: 1.3万家 is 13000 家, 百分之五 is 5 %, 翻番 is 2 x. The lower bound of a range. */
  readonly value: number;
  /** The upper bound of a range, else null. */
  readonly value2: number | null;
  readonly unit: string | null;
  readonly metric: Metric;
  /** 下降3% is value 3, direction down. */
  readonly direction: 'up' | 'down' | null;
  /** A year, or null. */
  readonly deadline: number | null;
  /** Headings it stands under, outermost first. */
  readonly section: readonly string[];
  /** The rule that decided `kind`, for people who ask why. */
  readonly rule: string;
}

/** `draft` is 征求意见稿, `delivered` the report as read out, `adopted` as passed or published. */
export type PlanStage = 'draft' | 'delivered' | 'adopted';

/** What tells one plan from another: one period of a series. */
export interface PlanIdentity {
  /** Who issued it, such as 山东省人民政府; null if the page does not say. */
  readonly issuer: string | null;
  /** Full name of the administrative division, 全国 for the centre. */
  readonly region: string | null;
  /** Kind of plan: 政府工作报告, 工作要点, 行动计划, 五年规划 …. */
  readonly kind: string;
  /** Issuer, kind and topic without year: the same text every year. The natural key of a series. */
  readonly series: string;
  /** First year of the period. */
  readonly year: number;
  /** Last year of the period; equal to `year` for yearly plans. */
  readonly endYear: number;
  readonly title: string;
  /** 文号, such as 国发〔2024〕12号. */
  readonly documentNumber: string | null;
  readonly stage: PlanStage;
}

/** Stands between a series and the document of a second text of the same name, which continues no series. */
const OTHER_TEXT = ' 另一文本 ';

/**
 * The identity of a text that bears the name of a plan and states other things, on another page: a series of its own, so
 * that it is compared with no other year. Which of two texts of last year it would continue, nobody can say.
 */
export function asOtherText(identity: PlanIdentity, documentId: string): PlanIdentity {
  return { ...identity, series: `${seriesOfName(identity)}${OTHER_TEXT}${documentId}` };
}

/** Whether a plan is such a second text. */
export function isOtherText({ series }: Pick<PlanIdentity, 'series'>): boolean {
  return series.includes(OTHER_TEXT);
}

/** The series that a plan bears the name of: that of the first text, if it is a second one. */
export function seriesOfName({ series }: Pick<PlanIdentity, 'series'>): string {
  return series.split(OTHER_TEXT, 1)[0] ?? series;
}

/** What is known of a text before it is read as a plan. Everything but the text may be missing. */
export interface PlanInput {
  readonly text: string;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly issuer?: string | null;
  /** Who published it, best first: the department among them issued a plan that names neither issuer nor topic. */
  readonly publishers?: readonly (string | null)[];
  readonly region?: string | null;
  readonly year?: number | null;
  readonly url?: string | null;
}

/** One heading of a plan. */
export interface Section {
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1） and 一是. */
  readonly level: number;
  readonly heading: string;
  readonly start: number;
  /** Offset behind the section's last character, its subsections included. */
  readonly end: number;
}

/** What a plan says of its own parts, and what was found: 7个方面 24项任务. */
export interface OutlineClaim {
  /** As printed, such as 24项任务. */
  readonly words: string;
  readonly claimed: number;
  /** Headings counted, or null where the plan has no headings below the claim. */
  readonly found: number | null;
}

/** A plan, or any text read for quantities (then `identity` is null). */
export interface PlanReading {
  readonly identity: PlanIdentity | null;
  readonly outline: readonly Section[];
  readonly statements: readonly Statement[];
}
