import { bandKeys } from './band-keys.ts';
import { COPY_LIKENESS, likeness } from './fingerprint.ts';

/** A text to be sorted into clusters. */
export interface Fingerprinted {
  readonly id: string;
  readonly fingerprint: string;
}

/**
 * Put copies of one text together.
 *
 * A text joins the cluster whose first member it is most like. Chaining by any member would pull a series of yearly plans, each
 * like the one before, into one cluster.
 *
 * @param texts in the order they were published: the first of a cluster stands for it
 * @returns clusters of ids, in the order of their first members; texts without letters stay alone
 */
export function clusterCopies(texts: readonly Fingerprinted[]): string[][] {
  const clusters: { readonly first: Fingerprinted; readonly ids: string[] }[] = [];
  const byKey = new Map<number, number[]>();
  for (const text of texts) {
    const keys = bandKeys(text.fingerprint);
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    let best: number | null = null;
    let bestLikeness = COPY_LIKENESS;
    for (const at of candidates) {
      const alike = likeness(clusters[at]?.first.fingerprint ?? '', text.fingerprint);
      if (alike >= bestLikeness) {
        best = at;
        bestLikeness = alike;
      }
    }
    if (best !== null) {
      clusters[best]?.ids.push(text.id);
      continue;
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), clusters.length]);
    clusters.push({ first: text, ids: [text.id] });
  }
  return clusters.map(({ ids }) => ids);
}
