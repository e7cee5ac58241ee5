import type { Command } from 'commander';
import { ConfigError } from '../../core/errors.ts';
import { renderEmails } from '../../notify/render-emails.ts';
import type { OutboxRecord, OutboxState, Store } from '../../store/store.ts';
import { type Io, print } from '../io.ts';
import { dueDigests, mailJob } from '../jobs/mail/mail-job.ts';
import { mailSite } from '../jobs/mail/mail-site.ts';
import { withoutControls } from '../print/table.ts';
import type { AddCommand } from '../program.ts';
import type { App } from '../wire.ts';
import { type ConfigOption, withApp, withConfigOption } from '../with-app.ts';

interface NotifyOptions extends ConfigOption {
  readonly preview?: boolean;
  readonly resend?: string;
  readonly dismiss?: string;
  readonly json?: boolean;
}

/** `notify`: compose and send what is due, or show it. */
export const addNotify: AddCommand = (program: Command, io: Io): void => {
  withConfigOption(program.command('notify'))
    .description(
      'Compose a digest for each subscriber who has news, and send what is due. Exit code 1 if a mail failed.',
    )
    .option('--preview', 'print the mails as text; nothing is kept or sent')
    .option('--resend <mail>', 'send a mail again that is in doubt or was refused, see status')
    .option('--dismiss <mail>', 'give up a mail that does not go out; it is kept, and status forgets it')
    .option('--json', 'print the result as JSON')
    .action(async (options: NotifyOptions, command: Command) => {
      await withApp(io, { ...options, reading: options.preview === true }, async (app) => {
        if (options.preview) return preview(app, io);
        if (options.dismiss !== undefined) return dismiss(app, io, options.dismiss);
        if (options.resend !== undefined) await resend(app, options.resend);
        const counts = await mailJob(app);
        await print(io, options.json ? `${JSON.stringify(counts)}\n` : inWords(counts));
        if (counts === null || counts.failed > 0 || counts.inDoubt > 0) command.setOptionValue('exitCode', 1);
      });
    });
};

async function preview(app: App, io: Io): Promise<void> {
  const due = await dueDigests(app);
  if (due.length === 0) await print(io, 'Nothing to tell: no subscriber has news.\n');
  for (const { digest } of due) {
    for (const { to, subject, text } of renderEmails(digest, mailSite(app)))
      await print(io, withoutControls(`To: ${to}\nSubject: ${subject}\n\n${text}\n`));
  }
}

async function resend({ store, clock }: App, id: string): Promise<void> {
  await knownMail(store, id, ['doubt', 'refused']);
  await store.resend(id, clock().toISOString());
}

async function dismiss({ store, clock }: App, io: Io, id: string): Promise<void> {
  const { email } = await knownMail(store, id, ['doubt', 'refused', 'waiting']);
  await store.dismissMail(id, clock().toISOString());
  await print(io, `${id} to ${email.to} is given up.\n`);
}

/** @throws {ConfigError} MAIL_UNKNOWN */
async function knownMail(store: Store, id: string, states: readonly OutboxState[]): Promise<OutboxRecord> {
  const mails = (await Promise.all(states.map((state) => store.outbox({ state, limit: 1000 })))).flat();
  const mail = mails.find((one) => one.id === id);
  if (mail) return mail;
  const known = mails.map((one) => one.id).join(', ') || 'none';
  throw new ConfigError('MAIL_UNKNOWN', `No mail ${id} waits for that. There are: ${known}.`);
}

function inWords(counts: Awaited<ReturnType<typeof mailJob>>): string {
  if (counts === null) return 'Another process is sending mail.\n';
  return `${counts.composed} composed, ${counts.sent} sent, ${counts.failed} failed, ${counts.inDoubt} in doubt\n`;
}
