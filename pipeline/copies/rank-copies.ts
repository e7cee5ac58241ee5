import type { PublisherKind } from '../../core/source.ts';

/** What ranks a copy among those of the same text. */
export interface Copy {
  readonly publisher: string;
  readonly publisherKind: PublisherKind;
  /** 来源 as printed, or null. */
  readonly source: string | null;
  /** 发文机关, or null. */
  readonly issuer: string | null;
  /** ISO date or date-time, or null. */
  readonly published: string | null;
}

const RANKS: Readonly<Record<PublisherKind, number>> = { government: 0, press: 1, aggregator: 2 };

/**
 * Order copies of one text, the primary source first: who issued it; whom the copies name as their source; government
 * before press before aggregators; the earliest.
 */
export function rankCopies<T extends Copy>(copies: readonly T[]): T[] {
  const named = new Map<string, number>();
  for (const { source } of copies) if (source !== null) named.set(source, (named.get(source) ?? 0) + 1);
  const key = (copy: T): readonly [number, number, number] => [
    copy.issuer !== null && isSame(copy.issuer, copy.publisher) ? 0 : 1,
    -[...named].reduce((sum, [name, count]) => sum + (isSame(name, copy.publisher) ? count : 0), 0),
    RANKS[copy.publisherKind],
  ];
  return copies
    .map((copy) => ({ copy, key: key(copy), date: copy.published ?? '9999' }))
    .sort(
      (a, b) =>
        a.key[0] - b.key[0] ||
        a.key[2] - b.key[2] ||
        a.key[1] - b.key[1] ||
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0),
    )
    .map(({ copy }) => copy);
}

/** 云川市农业农村局 is the same publisher as 云川市农业农村局网站. */
function isSame(name: string, publisher: string): boolean {
  return name.length >= 3 && (publisher.includes(name) || name.includes(publisher));
}
