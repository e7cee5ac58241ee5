import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { TargetChange } from '../../core/change.ts';
import type { Language } from '../../core/digest.ts';
import { ConfigError, messageOf, PlanError } from '../../core/errors.ts';
import type { PlanInput, PlanReading } from '../../core/plan.ts';
import { compareTargets } from '../../pipeline/compare/compare-targets.ts';
import type { PlanYears } from '../../pipeline/compare/pairing/align-targets.ts';
import { compareTasks } from '../../pipeline/compare/tasks/compare-tasks.ts';
import type { PlanText } from '../../pipeline/compare/tasks/read-tasks.ts';
import { readPlan } from '../../pipeline/plan/read-plan.ts';
import { type Io, print } from '../io.ts';
import { answerLines, refuseFile } from '../jsonl.ts';
import { comparisonTable } from '../print/comparison-table.ts';
import { taskList } from '../print/task-list.ts';
import type { AddCommand } from '../program.ts';
import { contractStatement, fileAsPlan, planInput, planSchema } from './targets.ts';

interface CompareOptions {
  readonly lang: string;
  readonly beforeYear?: string;
  readonly afterYear?: string;
  readonly all?: boolean;
  readonly tasks?: boolean;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

const lineSchema = z.object({ id: z.unknown(), before: planSchema, after: planSchema });

/** `compare`: two plans to what changed between their targets. */
export const addCompare: AddCommand = (program: Command, io: Io): void => {
  program
    .command('compare')
    .description('Compare the targets of two plans of a series.')
    .argument('[BEFORE]', 'the earlier plan, a text, HTML, PDF, Word, RTF, Excel, ODT, ODS or OFD file')
    .argument('[AFTER]', 'the later plan')
    .option('--lang <zh|en>', 'language of the table', 'zh')
    .option('--before-year <year>', "the earlier plan's year, if its text does not say")
    .option('--after-year <year>', "the later plan's year, if its text does not say")
    .option('--all', 'list unchanged targets too')
    .option('--tasks', 'follow the tasks without a number too: firmer, weaker, moved')
    .option('--json', 'print both plans and all changes as JSON')
    .option(
      '--jsonl',
      'read {id, before: {text | htmlBase64, …}, after: {…}} a line, write {id, changes} a line',
    )
    .action(async (before: string | undefined, after: string | undefined, options: CompareOptions) => {
      if (options.jsonl) {
        refuseFile(before);
        return answerLines(io, lineSchema, compareLine);
      }
      if (before === undefined || after === undefined) {
        throw new ConfigError('TWO_FILES', 'Give two files: planwatch compare BEFORE AFTER.');
      }
      const lang = languageOf(options.lang);
      const old = await readFileAsPlan(io, before, yearOf(options.beforeYear));
      const young = await readFileAsPlan(io, after, yearOf(options.afterYear));
      const changes = compareTargets(old.reading, young.reading, yearsOf(old, young));
      const tasks = options.tasks ? compareTasks(old, young, yearsOf(old, young)) : null;
      const view = { before: old.reading.identity, after: young.reading.identity, changes };
      if (options.json)
        return print(io, `${JSON.stringify(tasks === null ? view : { ...view, tasks }, null, 2)}\n`);
      const look = { lang, all: options.all === true, columns: io.columns, colour: io.interactive };
      await print(io, comparisonTable({ ...view, files: [before, after] }, look));
      if (tasks !== null) await print(io, taskList(tasks, lang, io.interactive));
    });
};

function compareLine({ before, after }: z.infer<typeof lineSchema>): object {
  const [old, young] = [readingOf(planInput(before), 'before'), readingOf(planInput(after), 'after')];
  return {
    changes: compareTargets(old, young, { before: before.year, after: after.year }).map(contractChange),
  };
}

/** Read one side. A page without an article must not pass for a plan that dropped every target. */
function readingOf(input: PlanInput, side: string): PlanReading {
  if (input.text.trim() !== '') return readPlan(input);
  throw new PlanError(
    'NO_TEXT',
    `No text to compare in ${side}. Give a page that holds the whole plan, or its text.`,
  );
}

/** A change with the contract's fields and no others. */
function contractChange({ change, indicator, entity, before, after }: TargetChange): object {
  return {
    change,
    indicator,
    entity,
    before: before && contractStatement(before),
    after: after && contractStatement(after),
  };
}

/** A plan's file as it was read. */
interface ReadFile extends PlanText {
  readonly reading: PlanReading;
  /** The year given on the command line. */
  readonly year: number | null;
}

async function readFileAsPlan(io: Io, file: string, year: number | null): Promise<ReadFile> {
  const bytes = await readFile(resolve(io.cwd, file)).catch((cause: unknown) => {
    throw new ConfigError('FILE_UNREADABLE', `Cannot read ${file}: ${messageOf(cause)}`, { cause });
  });
  const input = await fileAsPlan(io, bytes, { year });
  const reading = readingOf(input, file);
  return { ...reading, text: input.text, reading, year };
}

function yearsOf(old: ReadFile, young: ReadFile): PlanYears {
  return {
    before: old.reading.identity?.year ?? old.year,
    after: young.reading.identity?.year ?? young.year,
  };
}

function languageOf(lang: string): Language {
  if (lang === 'zh' || lang === 'en') return lang;
  throw new ConfigError('BAD_LANGUAGE', `--lang is zh or en, not "${lang}".`);
}

function yearOf(year: string | undefined): number | null {
  if (year === undefined) return null;
  if (/^(?:19|20)\d\d$/.test(year)) return Number(year);
  throw new ConfigError('BAD_YEAR', `${year} is not a year. Write four digits, such as --after-year 2026.`);
}
