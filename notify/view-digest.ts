import type { Digest } from '../core/digest.ts';
import { dayIn } from '../core/time.ts';
import { clip, oneLine } from './clip.ts';
import { fitItems, MOST_ITEMS, spreadItems } from './fit-items.ts';
import { type MailSite, siteLinks } from './site-links.ts';
import { type MailText, mailText } from './text.ts';
import type { MailView } from './view.ts';
import { viewNews } from './view-news.ts';

function wishesOf({ subscriber }: Digest, text: MailText): string {
  const wishes = (['regions', 'sources', 'tags', 'words'] as const)
    .filter((name) => subscriber[name].length > 0)
    .map((name) => `${text.wishes[name]} ${subscriber[name].join(text.list)}`);
  return wishes.length === 0 ? text.wishes.all : clip(wishes.join(text.semicolon), 300);
}

/** Put a digest into words and links: one mail, or as many as its tables take. */
export function viewDigest(digest: Digest, site: MailSite): MailView[] {
  const { subscriber, period, news } = digest;
  const text = mailText[subscriber.language];
  const reader = { site, language: subscriber.language, text };
  // More than this fits into no digest; viewing the rest would be work for nothing.
  const views = news.slice(0, MOST_ITEMS).map((piece) => viewNews(reader, piece));
  const items = fitItems(views, text);
  const hidden = news.length - items.length;
  const day = (iso: string): string => dayIn(site.timezone, new Date(iso));
  const mails = spreadItems(items, text);
  const of = mails.length;
  return mails.map((shown, index) => ({
    period: text.period(day(period.from), day(period.to)),
    part: of === 1 ? '' : text.part(index + 1, of),
    items: shown,
    more: hidden > 0 && index + 1 === of ? text.moreItems(hidden) : null,
    footer: {
      why: text.why(oneLine(subscriber.email), wishesOf(digest, text)),
      numbers: text.numbers,
      unsubscribe: siteLinks.unsubscribe(site, subscriber.token),
      site: siteLinks.home(site),
    },
  }));
}
