import type { Command } from 'commander';
import color from 'picocolors';
import type { Fault, ProblemRecord } from '../../core/archive.ts';
import { faultInWords } from '../../core/fault-words.ts';
import { type FleetVerdict, healthOf, judgeFleet } from '../../core/source-health.ts';
import { type Io, print } from '../io.ts';
import { nextMinute } from '../jobs/due-sources.ts';
import { MAIL_RUN } from '../jobs/with-run.ts';
import type { AddCommand } from '../program.ts';
import { table, withoutControls } from '../table.ts';
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
      await withApp(io, options, async (app) => {
        const status = await readStatus(app);
        await print(io, options.json ? `${JSON.stringify(status, null, 2)}\n` : inWords(status, io));
        const ill = status.problems.length > 0 || status.sources.some(({ ticket }) => ticket !== null);
        if (ill || status.mail.inDoubt + status.mail.refused > 0) command.setOptionValue('exitCode', 1);
      });
    });
};

const MOST_PROBLEMS = 1000;
/** Problems of single pages printed one by one. */
const SHOWN = 30;

async function readStatus({ store, config, clock, release }: App) {
  const runs = new Map((await store.lastRuns()).map((run) => [run.sourceId, run]));
  const known = new Map(config.sources.map((source) => [source.id, source]));
  const problems = await store.problems({ open: true, limit: MOST_PROBLEMS });
  const tickets = (await store.tickets({ open: true, limit: MOST_PROBLEMS })).filter(
    ({ sourceId }) => known.get(sourceId)?.enabled,
  );
  const articles = await store.lastArticles();
  const count = async (state: 'doubt' | 'refused' | 'sent') =>
    (await store.outbox({ state, limit: 1000 })).length;
  const waiting = await store.outbox({ state: 'waiting', limit: 1000 });
  const ofSources = [...runs.values()].filter(({ sourceId }) => known.has(sourceId));
  return {
    release,
    verdict: judgeFleet(tickets, ofSources, await store.lastGoodRun(null)),
    sources: config.sources.map((source) => {
      const run = runs.get(source.id);
      const ticket = tickets.find(({ sourceId }) => sourceId === source.id);
      const open = problems.filter(({ sourceId }) => sourceId === source.id);
      return {
        id: source.id,
        publisher: source.publisher,
        enabled: source.enabled,
        health: healthOf(source, run, ticket, open.length),
        reason: ticket?.fault ?? plainFault(open[0]),
        ticket:
          ticket === undefined
            ? null
            : { since: ticket.openedAt, runs: ticket.runs, release: ticket.release },
        lastRun: run?.startedAt ?? null,
        result: run?.status ?? 'never run',
        fetched: run?.fetched ?? 0,
        lastArticle: articles.get(source.id) ?? null,
        nextRun: source.enabled ? nextMinute(source.cron, source.timezone, clock()) : null,
        openProblems: open.length,
      };
    }),
    problems: problems.map(({ sourceId, url, code, message, firstAt, lastAt, count: times }) => ({
      source: sourceId,
      url,
      code,
      message,
      firstAt,
      lastAt,
      times,
    })),
    mail: {
      lastRun: runs.get(MAIL_RUN)?.startedAt ?? null,
      waiting: waiting.length,
      inDoubt: await count('doubt'),
      refused: await count('refused'),
      sent: await count('sent'),
      lastError:
        [...(await store.outbox({ state: 'refused', limit: 1 })), ...waiting].find(
          (mail) => mail.errorMessage !== null,
        )?.errorMessage ?? null,
    },
  };
}

function plainFault(problem: ProblemRecord | undefined): Fault | null {
  return problem === undefined ? null : { code: problem.code, message: problem.message };
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
  const { waiting, inDoubt, refused, sent, lastError } = status.mail;
  return [
    status.verdict === null ? '' : `${color.red(verdictInWords(status.verdict))}\n\n`,
    table(
      ['source', 'publisher', 'health', 'why', 'last run (UTC)', 'last new article', 'next run (UTC)'],
      rows,
      io.columns,
    ),
    problemsInWords(status),
    `\nMail: ${sent} sent, ${waiting} waiting, ${inDoubt} in doubt, ${refused} refused\n`,
    lastError === null ? '' : `  last error: ${withoutControls(lastError)}\n`,
    inDoubt > 0
      ? '  Mails in doubt may have arrived: ask a reader, then run "planwatch notify --resend ID".\n'
      : '',
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
