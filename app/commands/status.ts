import type { Command } from 'commander';
import color from 'picocolors';
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
    .description('Show every source with its last and next run, what is wrong with it, and the outbox.')
    .option('--json', 'print as JSON')
    .action(async (options: ConfigOption & { json?: boolean }, command: Command) => {
      await withApp(io, options, async (app) => {
        const status = await readStatus(app);
        await print(io, options.json ? `${JSON.stringify(status, null, 2)}\n` : inWords(status, io));
        if (status.problems.length > 0 || status.mail.inDoubt + status.mail.refused > 0)
          command.setOptionValue('exitCode', 1);
      });
    });
};

async function readStatus({ store, config, clock }: App) {
  const runs = new Map((await store.lastRuns()).map((run) => [run.sourceId, run]));
  const problems = await store.problems({ open: true, limit: 200 });
  const count = async (state: 'doubt' | 'refused' | 'sent') =>
    (await store.outbox({ state, limit: 1000 })).length;
  const waiting = await store.outbox({ state: 'waiting', limit: 1000 });
  return {
    sources: config.sources.map((source) => {
      const run = runs.get(source.id);
      return {
        id: source.id,
        publisher: source.publisher,
        enabled: source.enabled,
        lastRun: run?.startedAt ?? null,
        result: run?.status ?? 'never run',
        fetched: run?.fetched ?? 0,
        nextRun: source.enabled ? nextMinute(source.cron, source.timezone, clock()) : null,
        openProblems: problems.filter((problem) => problem.sourceId === source.id).length,
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

type Status = Awaited<ReturnType<typeof readStatus>>;

function inWords(status: Status, io: Io): string {
  const rows = status.sources.map((s) => [
    s.id,
    s.publisher,
    s.lastRun?.slice(0, 16) ?? '-',
    s.result,
    String(s.fetched),
    s.enabled ? (s.nextRun?.slice(0, 16) ?? '-') : 'disabled',
    s.openProblems === 0 ? 'ok' : `${s.openProblems} open`,
  ]);
  const problems = status.problems.map(
    (p) =>
      `${color.red(p.code)} ${p.source}, ${p.times} times since ${p.firstAt.slice(0, 16)}\n  ${withoutControls(p.message)}\n`,
  );
  const { waiting, inDoubt, refused, sent, lastError } = status.mail;
  return [
    table(
      ['source', 'publisher', 'last run (UTC)', 'result', 'fetched', 'next run (UTC)', 'health'],
      rows,
      io.columns,
    ),
    problems.length > 0 ? `\nOpen problems\n${problems.join('')}` : '',
    `\nMail: ${sent} sent, ${waiting} waiting, ${inDoubt} in doubt, ${refused} refused\n`,
    lastError === null ? '' : `  last error: ${withoutControls(lastError)}\n`,
    inDoubt > 0
      ? '  Mails in doubt may have arrived: ask a reader, then run "planwatch notify --resend ID".\n'
      : '',
  ].join('');
}
