import { orderChanges } from '../core/change-order.ts';
import { changesValidity, type Digest, type News, type Period, type Subscriber } from '../core/digest.ts';
import { naturalId } from '../core/hash.ts';
import { matchNews } from './match-news.ts';
import { mergeCopies } from './merge-copies.ts';

/** What a reader should see first; plans whose targets moved stand before plans that only came out. */
function rank(news: News): number {
  switch (news.kind) {
    case 'plan_compared':
      return news.changes.some(({ change }) => change !== 'same') ? 0 : 2;
    case 'plan_revised':
      return 1;
    case 'plan_found':
      return 3;
    case 'article_edited':
      return changesValidity(news) ? 1 : 4;
    case 'article_gone':
      return 5;
    case 'article_back':
      return 6;
  }
}

/** Standing targets that moved: the weight of a plan among plans. */
function weight(news: News): number {
  if (news.kind !== 'plan_compared' && news.kind !== 'plan_revised') return 0;
  return news.changes.filter(({ headline, change }) => headline && change !== 'same').length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inReadingOrder(a: News, b: News): number {
  return rank(a) - rank(b) || weight(b) - weight(a) || compareText(b.at, a.at) || compareText(a.id, b.id);
}

/** A revision without a moved target, or an edit without a changed paragraph or fact, is nothing to tell. */
function saysSomething(news: News): boolean {
  if (news.kind === 'plan_revised') return news.changes.some(({ change }) => change !== 'same');
  if (news.kind === 'article_edited')
    return news.facts.length > 0 || news.hunks.some(({ kind }) => kind !== 'same');
  return true;
}

function inOrder(news: News): News {
  return news.kind === 'plan_compared' || news.kind === 'plan_revised'
    ? { ...news, changes: orderChanges(news.changes) }
    : news;
}

/**
 * Sort news into one digest a subscriber.
 *
 * The caller chooses the news (what is untold); nothing is left out here for its date, so that a mail that failed
 * for a day does not lose that day. Copies of one text are one item, so once a digest is kept all of `news` counts as
 * told, not only `digest.news`. The same arguments in any order give the same digests.
 *
 * @param news what may be told, in any order
 * @param subscribers those who are not active get nothing
 * @param period what the digest says it covers
 * @returns at most one digest a subscriber, in the order of `subscribers`; none where there is nothing to say
 */
export function buildDigests(
  news: readonly News[],
  subscribers: readonly Subscriber[],
  period: Period,
): Digest[] {
  const worth = news.filter(saysSomething);
  return subscribers.flatMap((subscriber) => {
    if (!subscriber.active) return [];
    // Matching comes first: who follows only a reprint must not miss it because the original was told too.
    const told = mergeCopies(worth.flatMap((item) => matchNews(item, subscriber) ?? []))
      .map(inOrder)
      .toSorted(inReadingOrder);
    if (told.length === 0) return [];
    const id = naturalId('digest', subscriber.id, ...told.map((item) => item.id).toSorted());
    return [{ id, subscriber, period, news: told }];
  });
}
