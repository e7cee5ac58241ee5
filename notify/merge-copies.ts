import type { News, VersionRef } from '../core/digest.ts';
import type { PublisherKind } from '../core/source.ts';

const OFFICIAL: Readonly<Record<PublisherKind, number>> = { government: 0, press: 1, aggregator: 2 };

/** Two pieces of news with one key tell the same thing. */
function keyOf(news: News): string {
  switch (news.kind) {
    case 'plan_compared':
    case 'plan_found':
      return `${news.kind} ${news.planId}`;
    case 'plan_revised':
      return `${news.kind} ${news.planId} ${JSON.stringify(news.changes.map(({ change, before, after }) => [change, before?.quote, after?.quote]))}`;
    case 'article_edited':
      return `${news.kind} ${JSON.stringify([news.facts, news.hunks.filter(({ kind }) => kind !== 'same')])}`;
    default:
      // A text taken down in one place says nothing of the others.
      return `${news.kind} ${news.version.documentId}`;
  }
}

function primaryFirst(a: News, b: News): number {
  return (
    OFFICIAL[a.source.publisherKind] - OFFICIAL[b.source.publisherKind] ||
    // Of one publisher's tellings the latest is the one that still holds.
    (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function mergedCopies(group: readonly News[], primary: News): VersionRef[] {
  const places = new Map<string, VersionRef>();
  for (const place of [...primary.copies, ...group.flatMap(({ version, copies }) => [version, ...copies])])
    if (place.documentId !== primary.version.documentId && !places.has(place.documentId))
      places.set(place.documentId, place);
  return [...places.values()];
}

/**
 * Make one item of what several sites tell: the most official telling stays, the others become its copies.
 *
 * Edits are one only where the changed paragraphs are the same: a reprint edited otherwise is news of its own.
 */
export function mergeCopies(news: readonly News[]): News[] {
  const groups = Map.groupBy(news, keyOf);
  return [...groups.values()].flatMap((group) => {
    const [primary] = group.toSorted(primaryFirst);
    return primary === undefined ? [] : [{ ...primary, copies: mergedCopies(group, primary) }];
  });
}
