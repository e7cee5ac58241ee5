import type { VersionRef } from '../core/digest.ts';
import type { ReportRef } from '../core/ledger.ts';

/** Where the web page stands and how mail is signed; the same for all mails of one installation. */
export interface MailSite {
  /** Address of the web page, without a slash at the end. */
  readonly url: string;
  /** Sender, such as `planwatch <planwatch@example.org>`. */
  readonly from: string;
  /** IANA zone in which times are shown. */
  readonly timezone: string;
  /** ISO-8601 UTC; the date of the mail. */
  readonly now: string;
}

/** Addresses on the web page that mails point to. */
export const siteLinks = {
  home: (site: MailSite): string => `${base(site)}/`,
  sources: (site: MailSite): string => `${base(site)}/sources`,
  plan: (site: MailSite, planId: string): string => `${base(site)}/plans/${encodeURIComponent(planId)}`,
  /** A part of a plan's page: what became of targets, or of tasks. */
  planPart: (site: MailSite, planId: string, part: 'ledger' | 'tasks'): string =>
    `${siteLinks.plan(site, planId)}#${part}`,
  /** The targets of a year, region by region. */
  regions: (site: MailSite, year: number): string => `${base(site)}/regions?year=${year}`,
  version: (site: MailSite, version: ReportRef): string =>
    `${base(site)}/documents/${encodeURIComponent(version.documentId)}/versions/${version.seq}`,
  /** The version, opened at a quote. */
  quote: (site: MailSite, version: ReportRef, quote: { start: number; end: number }): string =>
    `${siteLinks.version(site, version)}#s${quote.start}-${quote.end}`,
  diff: (site: MailSite, before: VersionRef, after: VersionRef): string =>
    `${base(site)}/documents/${encodeURIComponent(after.documentId)}/diff/${before.seq}..${after.seq}`,
  unsubscribe: (site: MailSite, token: string): string =>
    `${base(site)}/unsubscribe/${encodeURIComponent(token)}`,
};

function base(site: MailSite): string {
  return site.url.replace(/\/+$/, '');
}

/** The domain mail is sent from, which is what a Message-ID should name; the web page's host where there is none. */
export function domainOf(site: MailSite): string {
  return /@([\w.-]+)/.exec(site.from)?.[1] ?? new URL(site.url).hostname;
}
