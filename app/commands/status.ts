import type { Command } from 'commander';
import color from 'picocolors';
import { faultInWords } from '../../core/fault-words.ts';
import type { FleetVerdict } from '../../core/source-health.ts';
import { type Io, print } from '../io.ts';
import { readFleet } from '../jobs/mail/read-fleet.ts';
import { MAIL_RUN } from '../jobs/with-run.ts';
import { mailInWords, readMailStatus } from '../print/mail-status.ts';
import { table, withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

/** `status`: is it working, and if not, why. */
export const addStatus: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('status'))
    .description(
      'Show every source with its health, last and next run and last new article, what is wrong, and the outbox.',
    )
    .option('--json', 'print as JSON')
    .action(async (options: ConfigOption & { json?: boolean }, command: Command) => {
      await withApp(io, { ...options, reading: true }, async (app) => {
        const status = await readStatus(app);
        await print(io, options.json ? `${JSON.stringify(status, null, 2)}\n` : inWords(status, io));
        const ill = status.problems.length > 0 || status.sources.some(({ ticket }) => ticket !== null);
        if (ill || status.mail.inDoubt + status.mail.refused > 0) command.setOptionValue('exitCode', 1);
      });
    });
};

/** Problems of single pages printed one by one. */
const SHOWN = 30;

async function readStatus(app: App) {
  const { store } = app;
  const { sources, verdict } = await readFleet(app);
  const lastMail = (await store.lastRuns()).find(({ sourceId }) => sourceId === MAIL_RUN)?.startedAt ?? null;
  const problems = sources
    .flatMap((source) => (source.health === 'off' ? [] : source.problems))
    .toSorted((a, b) => (a.lastAt > b.lastAt ? -1 : 1));
  return {
    release: app.release,
    verdict,
    sources: sources.map(({ source, health, why, run, ticket, lastArticle, nextRun, problems: open }) => ({
      id: source.id,
      publisher: source.publisher,
      health,
      reason: health === 'off' || why === null ? null : { code: why.code, message: why.message },
      ticket:
        health === 'off' || ticket === null
          ? null
          : { since: ticket.openedAt, runs: ticket.runs, release: ticket.release },
      lastRun: run?.startedAt ?? null,
      result: run?.status ?? 'never run',
      fetched: run?.fetched ?? 0,
      lastArticle,
      nextRun,
      openProblems: open.length,
    })),
    problems: problems.map(({ sourceId, url, code, message, firstAt, lastAt, count: times }) => ({
      source: sourceId,
      url,
      code,
      message,
      firstAt,
      lastAt,
      times,
    })),
    mail: await readMailStatus(store, lastMail),
  };
}

type Status = Awaited<ReturnType<typeof readStatus>>;

function inWords(status: Status, io: Io): string {
  const minute = (at: string | null) => at?.slice(0, 16) ?? '-';
  const rows = status.sources.map((s) => [
    s.id,
    s.publisher,
    s.health + (s.ticket === null ? '' : `, ${s.ticket.runs} runs since ${minute(s.ticket.since)}`),
    s.reason === null ? '' : faultInWords(s.reason.code, 'en'),
    minute(s.lastRun),
    minute(s.lastArticle),
    minute(s.nextRun),
  ]);
  return [
    status.verdict === null ? '' : `${color.red(verdictInWords(status.verdict))}\n\n`,
    table(
      ['source', 'publisher', 'health', 'why', 'last run (UTC)', 'last new article', 'next run (UTC)'],
      rows,
      io.columns,
    ),
    problemsInWords(status),
    `\n${mailInWords(status.mail)}`,
  ].join('');
}

/** The tickets of sources first, then problems of pages and lists. */
function problemsInWords({ sources, problems }: Status): string {
  const line = (code: string, head: string, message: string) =>
    `${color.red(code)} ${head}\n  ${withoutControls(message)}\n`;
  const tickets = sources.flatMap(({ id, ticket, reason }) =>
    ticket === null || reason === null
      ? []
      : [line(reason.code, `${id}, ${ticket.runs} runs since ${ticket.since.slice(0, 16)}`, reason.message)],
  );
  const single = problems
    .slice(0, SHOWN)
    .map((p) => line(p.code, `${p.source}, ${p.times} times since ${p.firstAt.slice(0, 16)}`, p.message));
  const more = problems.length - single.length;
  return [
    tickets.length > 0 ? `\nTickets\n${tickets.join('')}` : '',
    single.length > 0 ? `\nOpen problems\n${single.join('')}` : '',
    more > 0 ? `${more} more, see --json\n` : '',
  ].join('');
}

function verdictInWords(verdict: NonNullable<FleetVerdict>): string {
  const count = verdict.sources.length;
  return verdict.kind === 'network'
    ? `No site has answered since ${verdict.since.slice(0, 16)} (${count} sources): it is most likely the network or proxy of this machine.`
    : `${count} sources were well under release ${verdict.before} and went ill under ${verdict.release}: it is most likely our own upgrade. Sources: ${verdict.sources.join(', ')}.`;
}
