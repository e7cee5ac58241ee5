import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Email } from '../../core/digest.ts';
import { NotifyError, StoreError } from '../../core/errors.ts';
import { buildDigests } from '../../notify/build-digests.ts';
import type { SmtpSettings } from '../../notify/deliver-message.ts';
import { fileMailer, smtpMailer } from '../../notify/mailer.ts';
import { renderEmails } from '../../notify/render-emails.ts';
import { compared, edited, period, site, subscriber } from '../helpers/news.ts';

const clock = () => new Date('2026-01-23T05:00:00.000Z');
const agree = async () => {};

function email(): Email {
  const [digest] = buildDigests([compared(), edited()], [subscriber()], period);
  if (digest === undefined) throw new Error('no digest');
  const [first] = renderEmails(digest, site);
  if (first === undefined) throw new Error('no mail');
  return first;
}

/** The code of what a promise rejects with. */
async function fault(work: Promise<unknown>): Promise<NotifyError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (cause: unknown) => cause,
  );
  if (error instanceof NotifyError) return error;
  throw error;
}

/** A key and certificate for 127.0.0.1, made for this run; null where openssl is missing. */
function selfSigned(): { key: string; cert: string } | null {
  const wanted =
    'req -x509 -newkey rsa:2048 -nodes -keyout - -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1';
  const { status, stdout } = spawnSync('openssl', wanted.split(' '), { encoding: 'utf8' });
  const [key, cert] = stdout?.match(/-----BEGIN[\s\S]+?-----END [^\n]+/g) ?? [];
  return status === 0 && key !== undefined && cert !== undefined ? { key, cert } : null;
}

describe('fileMailer', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'outbox-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('writes a message that mail programs read: headers, text and HTML', async () => {
    const mail = email();
    const receipt = await fileMailer(join(directory, 'new/outbox'), clock).send(mail, agree);
    expect(receipt).toEqual({
      id: mail.id,
      at: '2026-01-23T05:00:00.000Z',
      response: join(directory, 'new/outbox', `${mail.id}.eml`),
    });
    const parsed = await simpleParser(await readFile(receipt.response));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from?.value).toEqual([{ name: 'planwatch', address: 'planwatch@watch.example' }]);
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.html).toBe(mail.html);
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.date?.toISOString()).toBe(mail.date);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.has('precedence')).toBe(false);
    const raw = (await readFile(receipt.response, 'latin1')).replace(/\r\n /g, ' ');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(raw).toContain(`List-Unsubscribe: ${mail.headers['List-Unsubscribe']}\r\n`);
    expect(raw).toContain('List-ID: planwatch <digest.watch.example>\r\n');
  });

  it('writes the same bytes again on a second run, and leaves nothing else', async () => {
    const mailer = fileMailer(directory, clock);
    const { response } = await mailer.send(email(), agree);
    const first = await readFile(response);
    await mailer.send(email(), agree);
    expect(await readFile(response)).toEqual(first);
    expect(await readdir(directory)).toEqual([`${email().id}.eml`]);
  });

  it('has no mail in the folder before the hand-over is marked, and none if marking fails', async () => {
    const seen: string[][] = [];
    const failing = fileMailer(directory, clock).send(email(), async () => {
      seen.push(await readdir(directory));
      throw new StoreError('STORE_BUSY', 'busy');
    });
    await expect(failing).rejects.toThrow('busy');
    const visible = [...seen.flat(), ...(await readdir(directory))].filter((name) => name.endsWith('.eml'));
    expect(seen).toHaveLength(1);
    expect(visible).toEqual([]);
  });

  it('says what to do when the folder cannot be written', async () => {
    await writeFile(join(directory, 'file'), '');
    const error = await fault(fileMailer(join(directory, 'file'), clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['OUTBOX_UNWRITABLE', true]);
  });

  it.each<[string, Partial<Email>, string]>([
    ['an id that leaves the folder', { id: '../../etc/x' }, 'MAIL_ID'],
    ['a second recipient', { to: 'a@x.example, b@y.example' }, 'MAIL_ADDRESS'],
    ['a recipient with a display name', { to: '"b@y.example" <a@x.example>' }, 'MAIL_ADDRESS'],
    ['a sender without an address', { from: 'planwatch' }, 'MAIL_ADDRESS'],
    ['a line break in the subject', { subject: 'x\r\nBcc: thief@y.example' }, 'MAIL_HEADER'],
    ['a line break in a header', { headers: { 'List-Id': 'x\nBcc: thief@y.example' } }, 'MAIL_HEADER'],
  ])('refuses %s', async (_, wrong, code) => {
    const error = await fault(fileMailer(directory, clock).send({ ...email(), ...wrong }, agree));
    expect(error.code).toBe(code);
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('smtpMailer', () => {
  let server: SMTPServer | null = null;
  let sockets: Server | null = null;
  let received: { raw: string; to: string[] }[] = [];

  async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpSettings> {
    received = [];
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push({
            raw: Buffer.concat(chunks).toString('latin1'),
            to: session.envelope.rcptTo.map(({ address }) => address),
          });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => {});
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.server.address() as AddressInfo;
    return { host: '127.0.0.1', port, tls: 'none', auth: null, timeoutSeconds: 5 };
  }

  /** A server of bare sockets, for what a proper mail server never does. */
  async function startSockets(
    onLine: (line: string, say: (text: string) => void, hangUp: () => void) => void,
  ) {
    sockets = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 bare\r\n');
      let rest = '';
      socket.on('data', (chunk) => {
        const lines = (rest + chunk.toString('latin1')).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
          onLine(
            line,
            (text) => socket.write(text),
            () => socket.destroy(),
          );
      });
    });
    const listening = sockets;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    return { host: '127.0.0.1', port, tls: 'none', auth: null, timeoutSeconds: 1 } as const;
  }

  afterEach(async () => {
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(resolve)));
    sockets?.close();
    server = null;
    sockets = null;
  });

  it('delivers a mail whole, and the receipt holds the server’s answer', async () => {
    const mail = email();
    const receipt = await smtpMailer(await startSmtp(), clock).send(mail, agree);
    expect(receipt).toMatchObject({ id: mail.id, at: '2026-01-23T05:00:00.000Z' });
    expect(receipt.response).toMatch(/^250 /);
    expect(received.map(({ to }) => to)).toEqual([['analyst@reader.example']]);
    const parsed = await simpleParser(received[0]?.raw ?? '');
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.messageId).toBe(mail.messageId);
  });

  it('has the mail marked as being handed over before the server has the whole of it', async () => {
    const settings = await startSmtp();
    let atHandover = -1;
    await smtpMailer(settings, clock).send(email(), async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      atHandover = received.length;
    });
    expect([atHandover, received.length]).toEqual([0, 1]);
  });

  it('delivers nothing if marking fails, and passes on why', async () => {
    const settings = await startSmtp();
    const busy = new StoreError('STORE_BUSY', 'busy');
    const sending = smtpMailer(settings, clock).send(email(), () => Promise.reject(busy));
    await expect(sending).rejects.toBe(busy);
    expect(busy.code).toBe('STORE_BUSY');
    expect(received).toEqual([]);
  });

  it('does not mark a mail whose recipient the server refuses', async () => {
    const settings = await startSmtp({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user'), { responseCode: 550 })),
    });
    let marked = false;
    const error = await fault(
      smtpMailer(settings, clock).send(email(), async () => {
        marked = true;
      }),
    );
    expect([error.code, error.retryable, marked]).toEqual(['SMTP_REJECTED', false, false]);
    expect(error.message).toContain('no such user');
  });

  it('tells a refusal for now from one for good, also after the last byte', async () => {
    for (const [responseCode, code, retryable] of [
      [451, 'SMTP_TEMPORARY', true],
      [554, 'SMTP_REJECTED', false],
    ] as const) {
      const settings = await startSmtp({
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on('end', () => done(Object.assign(new Error('not today'), { responseCode })));
        },
      });
      const error = await fault(smtpMailer(settings, clock).send(email(), agree));
      expect([error.code, error.retryable]).toEqual([code, retryable]);
      await new Promise<void>((resolve) => (server === null ? resolve() : server.close(resolve)));
      server = null;
    }
  });

  it('says that it does not know when the server falls silent after the last byte', async () => {
    let data = false;
    const settings = await startSockets((line, say, hangUp) => {
      if (line === '.') hangUp();
      else if (!data) say(line.startsWith('DATA') ? '354 go\r\n' : '250 ok\r\n');
      if (line.startsWith('DATA')) data = true;
    });
    const error = await fault(smtpMailer(settings, clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['SMTP_IN_DOUBT', false]);
  });

  it('may send again when the connection breaks before', async () => {
    const settings = await startSockets((line, say, hangUp) =>
      line.startsWith('RCPT') ? hangUp() : say('250 ok\r\n'),
    );
    const error = await fault(smtpMailer(settings, clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['SMTP_BROKEN', true]);
  });

  it('gives up on a server that never answers', async () => {
    const settings = await startSockets(() => {});
    const error = await fault(smtpMailer(settings, clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['SMTP_TIMEOUT', true]);
  });

  it('names a server that is not there', async () => {
    const settings = await startSockets(() => {});
    await new Promise((resolve) => sockets?.close(resolve));
    const error = await fault(smtpMailer(settings, clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['SMTP_REFUSED', true]);
    expect(error.message).toContain(`127.0.0.1:${settings.port}`);
  });

  it('logs in, and says when the server does not want us', async () => {
    const settings = await startSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'watch' && password === 'right' ? done(null, { user: 1 }) : done(new Error('no')),
    });
    const login = (password: string) => ({ ...settings, auth: { user: 'watch', password } });
    await smtpMailer(login('right'), clock).send(email(), agree);
    expect(received).toHaveLength(1);
    const error = await fault(smtpMailer(login('wrong'), clock).send(email(), agree));
    expect([error.code, error.retryable]).toEqual(['SMTP_AUTH', true]);
    expect(JSON.stringify([error.message, error.details])).not.toContain('wrong');
  });

  it('sends nothing in the open where TLS is asked for', async () => {
    const plain = await startSmtp();
    const missing = await fault(smtpMailer({ ...plain, tls: 'required' }, clock).send(email(), agree));
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(resolve)));
    const selfSigned = await startSmtp({ disabledCommands: [] });
    const forged = await fault(smtpMailer({ ...selfSigned, tls: 'required' }, clock).send(email(), agree));
    const offered = await fault(smtpMailer({ ...selfSigned, tls: 'offered' }, clock).send(email(), agree));
    expect([missing.code, forged.code, offered.code]).toEqual(['SMTP_TLS', 'SMTP_TLS', 'SMTP_TLS']);
    expect(received).toEqual([]);
  });

  it('sends over TLS, from the first byte or upgraded, to a server whose authority it is given', async (context) => {
    const identity = selfSigned();
    if (identity === null) return context.skip('openssl is not installed, so there is no certificate');
    for (const tls of ['implicit', 'required', 'offered'] as const) {
      const settings = await startSmtp({ ...identity, secure: tls === 'implicit', disabledCommands: [] });
      await smtpMailer({ ...settings, tls, ca: identity.cert }, clock).send(email(), agree);
      expect(received, tls).toHaveLength(1);
      await new Promise<void>((resolve) => (server === null ? resolve() : server.close(resolve)));
      server = null;
    }
  });

  it('waits at closing for what is on its way', async () => {
    const mailer = smtpMailer(await startSmtp(), clock);
    const sending = mailer.send(email(), () => new Promise((resolve) => setTimeout(resolve, 50)));
    await mailer.close();
    expect(received).toHaveLength(1);
    await sending;
  });
});
