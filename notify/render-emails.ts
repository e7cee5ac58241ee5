import type { Digest, Email } from '../core/digest.ts';
import { oneLine } from './clip.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { domainOf, type MailSite, siteLinks } from './site-links.ts';
import { subjectOf } from './subject.ts';
import { mailText } from './text.ts';
import type { MailView } from './view.ts';
import { viewDigest } from './view-digest.ts';

/** Where a mail came from and how to be rid of it, for mail programs. */
function headersOf(digest: Digest, site: MailSite, domain: string): Record<string, string> {
  return {
    'List-Id': `planwatch <digest.${domain}>`,
    'List-Unsubscribe': `<${siteLinks.unsubscribe(site, digest.subscriber.token)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    // Exchange answers with out-of-office notes in spite of Auto-Submitted.
    'X-Auto-Response-Suppress': 'All',
  };
}

/**
 * Put a digest into mails that show for each changed target the numbers, both quotes and links to both archived
 * versions, in the subscriber's language. What fits into one mail is one mail; the further ones answer the first, so
 * that mail programs show them together.
 *
 * The same digest and site give the same mails; `site.now` is their date. Message-IDs come from the digest's id, so
 * that a receiver can tell a second copy.
 *
 * @returns at least one; the first has the digest's id
 * @source one-click unsubscribe: RFC 8058; List-Id: RFC 2919; Auto-Submitted: RFC 3834
 */
export function renderEmails(digest: Digest, site: MailSite): Email[] {
  const { subscriber, id } = digest;
  const { language } = subscriber;
  const text = mailText[language];
  const domain = domainOf(site);
  const headers = headersOf(digest, site, domain);
  const first = `<${id}@${domain}>`;
  const render = (view: MailView, index: number): Email => {
    const subject = subjectOf(view, language);
    const mailId = index === 0 ? id : `${id}-${index + 1}`;
    return {
      id: mailId,
      from: oneLine(site.from),
      to: oneLine(subscriber.email),
      subject,
      text: renderText(view, text),
      html: renderHtml(view, text, language, subject),
      messageId: `<${mailId}@${domain}>`,
      date: site.now,
      headers: index === 0 ? headers : { ...headers, 'In-Reply-To': first, References: first },
    };
  };
  return viewDigest(digest, site).map(render);
}
