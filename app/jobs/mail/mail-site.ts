import type { MailSite } from '../../../notify/site-links.ts';
import type { App } from '../../wire.ts';

/** Where mail links lead and whom they come from. */
export function mailSite({ config, clock }: Pick<App, 'config' | 'clock'>): MailSite {
  const { web, mail, timezone } = config;
  return {
    url: (web.url ?? `http://${web.host}:${web.port}`).replace(/\/$/, ''),
    from: mail.from,
    timezone,
    now: clock().toISOString(),
  };
}
