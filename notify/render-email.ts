import type { Digest, Email } from '../core/digest.ts';
import { oneLine } from './clip.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type MailSite, siteLinks } from './site-links.ts';
import { subjectOf } from './subject.ts';
import { mailText } from './text.ts';
import { viewDigest } from './view-digest.ts';

/** The domain mail is sent from, which is what a Message-ID should name; the web page's host where there is none. */
function domainOf(site: MailSite): string {
  return /@([\w.-]+)/.exec(site.from)?.[1] ?? new URL(site.url).hostname;
}

/**
 * Put a digest into a mail that shows for each changed target the numbers, both quotes and links to both archived
 * versions, in the subscriber's language.
 *
 * The same digest and site give the same mail; `site.now` is its date. The Message-ID comes from the digest's id, so
 * that a receiver can tell a second copy.
 *
 * @source one-click unsubscribe: RFC 8058; List-Id: RFC 2919; Auto-Submitted: RFC 3834
 */
export function renderEmail(digest: Digest, site: MailSite): Email {
  const { subscriber, id } = digest;
  const text = mailText[subscriber.language];
  const view = viewDigest(digest, site);
  const subject = subjectOf(digest);
  const domain = domainOf(site);
  return {
    id,
    from: oneLine(site.from),
    to: oneLine(subscriber.email),
    subject,
    text: renderText(view, text),
    html: renderHtml(view, text, subscriber.language, subject),
    messageId: `<${id}@${domain}>`,
    date: site.now,
    headers: {
      'List-Id': `planwatch <digest.${domain}>`,
      'List-Unsubscribe': `<${siteLinks.unsubscribe(site, subscriber.token)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      // Exchange answers with out-of-office notes in spite of Auto-Submitted.
      'X-Auto-Response-Suppress': 'All',
    },
  };
}
