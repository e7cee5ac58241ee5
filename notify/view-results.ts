import { countOutcomes, type LedgerEntry } from '../core/ledger.ts';
import { planYears } from '../core/plan-name.ts';
import { formatQuantity } from '../core/quantity.ts';
import { type TaskChange, type TaskKind, taskKinds } from '../core/tasks.ts';
import { OUTCOME_MARKS, TASK_MARKS, words } from '../core/words.ts';
import { clip } from './clip.ts';
import { type ComparedNews, indicatorOf, type Reader } from './reader.ts';
import { siteLinks } from './site-links.ts';
import type { LineView, PartView } from './view.ts';

const MOST_MISSED = 5;
const MOST_TASKS = 3;
const LONGEST_LINE = 110;
/** New, dropped and moved sentences are on the page: between two plans they are most of them. */
const TOLD: readonly TaskKind[] = ['firmer', 'weaker', 'deadline', 'units'];

/** What became of last year's targets and tasks: counts, the missed targets and the changed commitments by name. */
export function viewResults(reader: Reader, news: ComparedNews): PartView[] {
  return [...viewLedger(reader, news), ...viewTasks(reader, news)];
}

function viewLedger(reader: Reader, { ledger, before, planId }: ComparedNews): PartView[] {
  if (ledger.length === 0) return [];
  const { site, text, language } = reader;
  const counts = countOutcomes(ledger).map(([outcome, count]) => words[language].outcomes(outcome, count));
  const label = `${text.ledger(planYears(before.plan))}${text.colon}${counts.join(text.comma)}`;
  const missed = ledger.filter(({ outcome }) => outcome === 'missed').slice(0, MOST_MISSED);
  return [
    {
      title: { label, href: siteLinks.planPart(site, planId, 'ledger') },
      lines: missed.flatMap((entry) => missedLine(reader, entry)),
    },
  ];
}

function missedLine({ site, text, language }: Reader, entry: LedgerEntry): LineView[] {
  const { target, achievement, report } = entry;
  if (achievement === null) return [];
  const numbers = text.missed(formatQuantity(target, language), formatQuantity(achievement, language));
  return [
    {
      mark: OUTCOME_MARKS.missed,
      text: clip(`${indicatorOf(target)}${text.colon}${numbers}`, LONGEST_LINE),
      href: siteLinks.quote(site, report, achievement),
    },
  ];
}

function viewTasks({ site, text, language }: Reader, { tasks, planId }: ComparedNews): PartView[] {
  const counted = TOLD.filter((kind) => (tasks?.counts[kind] ?? 0) > 0);
  if (tasks === null || counted.length === 0) return [];
  const href = siteLinks.planPart(site, planId, 'tasks');
  const counts = counted.map((kind) => words[language].tasks(kind, tasks.counts[kind]));
  const told = TOLD.flatMap((kind) =>
    tasks.changes.filter((change) => taskKinds(change)[0] === kind).map((change) => ({ change, kind })),
  );
  return [
    {
      title: { label: `${text.tasks}${text.colon}${counts.join(text.comma)}`, href },
      lines: told.slice(0, MOST_TASKS).map(({ change, kind }) => taskLine(change, kind, href)),
    },
  ];
}

function taskLine({ shifts, after, before }: TaskChange, kind: TaskKind, href: string): LineView {
  const shift = shifts.find((each) => each.shift === kind);
  const deadlines = kind === 'deadline' ? `${before?.deadline ?? '—'} → ${after?.deadline ?? '—'}  ` : '';
  const said =
    shift === undefined
      ? `${deadlines}${after?.text ?? ''}`
      : `${shift.before} → ${shift.after}  ${shift.object}`;
  return { mark: TASK_MARKS[kind], text: clip(said, LONGEST_LINE), href };
}
