import Table from 'cli-table3';
import pc from 'picocolors';
import type { Language } from '../../core/digest.ts';
import type { PlanReading, Statement, StatementKind } from '../../core/plan.ts';
import { formatQuantity } from '../../core/quantity.ts';
import { checkOutline } from '../../pipeline/plan/outline/check-outline.ts';
import { wrap } from './comparison-table.ts';
import { withoutControls } from './table.ts';

export interface StatementsLook {
  readonly lang: Language;
  /** Context too, with the rule that made it context. */
  readonly all: boolean;
  readonly columns: number;
  readonly colour: boolean;
}

const MARKS: Readonly<Record<StatementKind, string>> = { target: '◎', achievement: '✓', context: '·' };

const LABELS = {
  zh: {
    head: ['', '指标', '数值', '年份', '原文'],
    kinds: { target: '个目标', achievement: '项成绩', context: '处其他数字' },
    prose: '不是计划文件，按一般文章读取。',
    found: '实有',
    none: '没有找到目标。',
  },
  en: {
    head: ['', 'indicator', 'amount', 'for', 'quote'],
    kinds: { target: ' targets', achievement: ' achievements', context: ' other numbers' },
    prose: 'Not recognised as a plan; read as prose.',
    found: 'found',
    none: 'No targets found.',
  },
} as const;

/**
 * A reading as a table for a terminal: what is measured, how much, by when, and the words it stands in.
 *
 * @param text the text it was read from, for what the plan says of its own parts
 */
export function statementsTable(reading: PlanReading, text: string, look: StatementsLook): string {
  const { identity, statements } = reading;
  const colours = pc.createColors(look.colour);
  const labels = LABELS[look.lang];
  const title =
    identity === null
      ? labels.prose
      : `${withoutControls(identity.title)}  ${colours.gray(withoutControls(identity.series))}  ${periodOf(identity)}`;
  const shown = statements.filter(({ kind }) => look.all || kind !== 'context');
  const lines = [colours.bold(title), countsOf(statements, look.lang), ...claimsOf(reading, text, look.lang)];
  if (shown.length === 0) return `${lines.join('\n')}\n${labels.none}\n`;
  const widths = columnWidths(look.columns);
  const drawn = new Table({
    head: labels.head.map((name) => colours.bold(name)),
    colWidths: [...widths],
    style: { head: [], border: look.colour ? ['gray'] : [] },
  });
  for (const statement of shown) drawn.push(rowOf(statement, look, widths));
  return `${lines.join('\n')}\n${drawn.toString()}\n`;
}

function rowOf(statement: Statement, { lang, colour }: StatementsLook, widths: readonly number[]): string[] {
  const colours = pc.createColors(colour);
  const [, indicator = 20, amount = 20, , quote = 30] = widths;
  const plain = (text: string): string => text;
  const paint = statement.kind === 'target' ? colours.bold : plain;
  const name =
    statement.entity === null ? statement.indicator : `${statement.entity}：${statement.indicator}`;
  return [
    MARKS[statement.kind],
    wrap(name, indicator - 2, paint),
    wrap(formatQuantity(statement, lang), amount - 2, paint),
    statement.deadline === null ? '' : String(statement.deadline),
    wrap(
      statement.kind === 'context' ? `${statement.quote} [${statement.rule}]` : statement.quote,
      quote - 2,
      colours.gray,
    ),
  ];
}

function countsOf(statements: readonly Statement[], lang: Language): string {
  const kinds: readonly StatementKind[] = ['target', 'achievement', 'context'];
  return kinds
    .map(
      (kind) =>
        `${MARKS[kind]} ${statements.filter((s) => s.kind === kind).length}${LABELS[lang].kinds[kind]}`,
    )
    .join('  ');
}

/** What the plan says of its own parts, and what was found: 7个方面 (found 7). */
function claimsOf({ outline }: PlanReading, text: string, lang: Language): readonly string[] {
  const claims = checkOutline(text, outline).filter(({ found }) => found !== null);
  if (claims.length === 0) return [];
  return [
    claims
      .map(
        ({ words, claimed, found }) =>
          `${claimed === found ? '✓' : '?'} ${words} (${LABELS[lang].found} ${found})`,
      )
      .join('  '),
  ];
}

function periodOf({ year, endYear }: { readonly year: number; readonly endYear: number }): string {
  return endYear > year ? `${year}–${endYear}` : String(year);
}

/** Mark, indicator, amount, year, quote; borders take six columns. */
function columnWidths(columns: number): readonly number[] {
  const room = Math.max(70, Math.min(columns, 160)) - 6 - 3 - 6;
  const [indicator, amount] = [Math.floor(room * 0.34), Math.floor(room * 0.26)];
  return [3, indicator, amount, 6, room - indicator - amount];
}
