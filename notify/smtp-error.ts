import { z } from 'zod';
import { messageOf, NotifyError } from '../core/errors.ts';

/** What nodemailer attaches to its errors, as far as it decides anything. */
const smtpFault = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
});

type Fault = z.infer<typeof smtpFault>;

interface Verdict {
  readonly code: string;
  readonly advice: string;
  readonly retryable: boolean;
}

const verdict = (code: string, advice: string, retryable = true): Verdict => ({ code, advice, retryable });

const TLS_CODE = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

/** Ordered: the first that applies names the fault. */
const RULES: readonly (readonly [(fault: Fault) => boolean, Verdict])[] = [
  [
    ({ code, originalCode }) =>
      code === 'ETLS' || code === 'EREQUIRETLS' || TLS_CODE.test(originalCode ?? code ?? ''),
    verdict('SMTP_TLS', 'no safe connection: check mail.smtp.tls, the port and the certificate'),
  ],
  [
    ({ code, responseCode }) => (code === 'EAUTH' || code === 'ENOAUTH') && !isTemporary(responseCode),
    verdict('SMTP_AUTH', 'the server refused user or password: check mail.smtp.user and its password'),
  ],
  [
    ({ responseCode }) => isTemporary(responseCode),
    verdict('SMTP_TEMPORARY', 'the server cannot take the mail now; it will be tried again'),
  ],
  [
    ({ responseCode }) => responseCode !== undefined && responseCode >= 500,
    verdict(
      'SMTP_REJECTED',
      'the server refuses this mail for good: check the address and the answer',
      false,
    ),
  ],
  [
    ({ code }) => code === 'EDNS',
    verdict('SMTP_HOST', 'the server has no address: check mail.smtp.host and the name service'),
  ],
  [
    ({ originalCode, code }) => [originalCode, code].includes('ECONNREFUSED'),
    verdict('SMTP_REFUSED', 'nothing accepts mail there: check mail.smtp.host and mail.smtp.port'),
  ],
  [
    ({ code, originalCode }) => [originalCode, code].includes('ETIMEDOUT'),
    verdict('SMTP_TIMEOUT', 'the server did not answer in time; it will be tried again'),
  ],
];

const BROKEN = verdict(
  'SMTP_BROKEN',
  'the connection broke before the mail was handed over; it will be tried again',
);
const DOUBT = verdict(
  'SMTP_IN_DOUBT',
  'the connection broke after the mail was handed over and before the server answered: it may have arrived. Look in the server’s log or ask the reader',
  false,
);

/** 503 says that the session, not the mail, was in the wrong state. */
function isTemporary(responseCode: number | undefined): boolean {
  return responseCode !== undefined && (responseCode < 500 || responseCode === 503);
}

/**
 * Say what a failed delivery means and what to do, by nodemailer's codes and the server's answer.
 *
 * @param handedOver whether the last bytes had left; then only an answer of the server tells that the mail was refused
 */
export function smtpError(cause: unknown, server: string, handedOver: boolean): NotifyError {
  const parsed = smtpFault.safeParse(cause);
  const fault = parsed.success ? parsed.data : {};
  const found =
    handedOver && fault.responseCode === undefined
      ? DOUBT
      : (RULES.find(([applies]) => applies(fault))?.[1] ?? BROKEN);
  const said = fault.response ?? messageOf(cause);
  return new NotifyError(found.code, `Mail server ${server}: ${found.advice} (${said.slice(0, 300)}).`, {
    cause,
    retryable: found.retryable,
    server,
    response: fault.response ?? null,
    command: fault.command ?? null,
  });
}
