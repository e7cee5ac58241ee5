import { basename } from 'node:path';
import Table from 'cli-table3';
import pc from 'picocolors';
import type { ChangeKind, TargetChange } from '../../core/change.ts';
import { countChanges, orderChanges } from '../../core/change-order.ts';
import type { Language } from '../../core/digest.ts';
import type { PlanIdentity, Statement } from '../../core/plan.ts';
import { formatQuantity, formatStep } from '../../core/quantity.ts';
import { CHANGE_MARKS, words } from '../../core/words.ts';
import { annualise } from '../../pipeline/compare/annualise.ts';
import { withoutControls } from './table.ts';

/** Two plans and what became of the targets of the first. */
export interface Comparison {
  readonly before: PlanIdentity | null;
  readonly after: PlanIdentity | null;
  readonly changes: readonly TargetChange[];
  /** What to call the plans where their texts do not say. */
  readonly files: readonly [string, string];
}

export interface Look {
  readonly lang: Language;
  /** Unchanged targets too, not only their number. */
  readonly all: boolean;
  readonly columns: number;
  readonly colour: boolean;
}

type Paint = (text: string) => string;

const LABELS = {
  zh: { head: ['', '指标', '变化'], yearly: '折合每年', none: '没有变化。' },
  en: { head: ['', 'indicator', 'change'], yearly: 'a year', none: 'Nothing changed.' },
} as const;

/**
 * A comparison as a table for a terminal: before and after side by side, each number over the words it stands in.
 *
 * Colour says only what the marks say too: green and red are for better and worse, where that is known.
 */
export function comparisonTable(comparison: Comparison, look: Look): string {
  const { before, after, files, changes } = comparison;
  const colours = pc.createColors(look.colour);
  const [old, young] = [nameOf(before, files[0]), nameOf(after, files[1])];
  const counts = countChanges(changes).map(
    ([kind, n]) => `${CHANGE_MARKS[kind]} ${words[look.lang].changes(kind, n)}`,
  );
  const shown = orderChanges(changes).filter(({ change }) => look.all || change !== 'same');
  const summary = shown.length === 0 ? LABELS[look.lang].none : '';
  const title = `${colours.bold(`${old}  →  ${young}`)}\n${counts.join('  ')}\n${summary}`;
  if (shown.length === 0) return `${title}\n`;
  const [mark, indicator, change] = LABELS[look.lang].head;
  const widths = columnWidths(look.columns);
  const drawn = new Table({
    head: [mark, indicator, yearOf(before, old), yearOf(after, young), change].map((name) =>
      colours.bold(name),
    ),
    colWidths: [...widths],
    style: { head: [], border: look.colour ? ['gray'] : [] },
  });
  for (const one of shown) {
    const paint = painterOf(one, colours);
    drawn.push([
      paint(CHANGE_MARKS[one.change]),
      wrap(indicatorOf(one), widths[1] - 2, one.headline ? colours.bold : plain),
      sideOf(one.before, one, look, widths[2] - 2, colours),
      sideOf(one.after, one, look, widths[3] - 2, colours),
      wrap(stepOf(one, comparison, look), widths[4] - 2, paint),
    ]);
  }
  return `${title}${drawn.toString()}\n`;
}

function nameOf(plan: PlanIdentity | null, file: string): string {
  return withoutControls(plan?.title ?? file);
}

function yearOf(plan: PlanIdentity | null, name: string): string {
  return plan === null ? basename(name) : String(plan.year);
}

function indicatorOf({ indicator, entity }: TargetChange): string {
  return entity === null ? indicator : `${indicator}（${entity}）`;
}

/** The number as we read it, over the clause it was read from. */
function sideOf(
  side: Statement | null,
  { change }: TargetChange,
  { lang }: Look,
  width: number,
  colours: ReturnType<typeof pc.createColors>,
): string {
  if (side === null) return colours.gray('—');
  const quantity = wrap(formatQuantity(side, lang), width, change === 'same' ? plain : colours.bold);
  return `${quantity}\n${wrap(side.quote, width, colours.gray)}`;
}

/** The kind of change, by how much, and what it comes to a year where the periods differ. */
function stepOf(one: TargetChange, { before, after }: Comparison, { lang }: Look): string {
  const lines = [words[lang].change[one.change]];
  const step = formatStep(one, lang);
  if (step !== null) lines.push(step);
  const years = { before: before?.year ?? null, after: after?.year ?? null };
  const yearly = one.before && one.after && annualise(one.before, one.after, years);
  if (yearly && one.before && one.after) {
    const told = (s: Statement, value: number): string => formatQuantity({ ...s, value, value2: null }, lang);
    lines.push(
      `${LABELS[lang].yearly} ${told(one.before, yearly.before)} → ${told(one.after, yearly.after)}`,
    );
  }
  return lines.join('\n');
}

const QUIET: ReadonlySet<ChangeKind> = new Set(['same', 'not_restated']);

function painterOf({ change, better }: TargetChange, colours: ReturnType<typeof pc.createColors>): Paint {
  if (better !== null) return better ? colours.green : colours.red;
  return QUIET.has(change) ? colours.gray : colours.yellow;
}

const plain: Paint = (text) => text;

/** Mark, indicator, before, after, change: borders take six columns, and numbers need less room than quotes. */
function columnWidths(columns: number): readonly [number, number, number, number, number] {
  const room = Math.max(60, Math.min(columns, 160)) - 6 - 3;
  const [indicator, change] = [Math.floor(room * 0.2), Math.floor(room * 0.18)];
  const side = Math.floor((room - indicator - change) / 2);
  return [3, indicator, side, side, change];
}

/**
 * Break a text into lines of a display width, each painted by itself.
 *
 * The table's own wrapping looks for blanks, of which Chinese has none, and would cut through colour codes.
 */
export function wrap(text: string, width: number, paint: Paint): string {
  const lines = withoutControls(text)
    .split('\n')
    .flatMap((line) => cut(line, width));
  return lines.map(paint).join('\n');
}

function cut(line: string, width: number): string[] {
  const lines = [''];
  let used = 0;
  for (const piece of line.match(/[!-~]+|[^!-~]/gu) ?? []) {
    // A number or a Latin word stays whole unless it fills more than a line by itself.
    for (const unit of piece.length > width ? piece : [piece]) {
      const size = WIDE.test(unit) ? 2 : unit.length;
      if (used + size > width) {
        lines.push('');
        used = 0;
      }
      lines[lines.length - 1] += unit;
      used += size;
    }
  }
  return lines;
}

/** Characters two columns wide in a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{3fffd}]/u;
