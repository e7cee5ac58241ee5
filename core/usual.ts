/** Readings needed before anything can be called usual. */
const ENOUGH = 8;
/** A tenth of the usual. */
const TENFOLD = Math.log(10);
/** Spreads (median absolute deviations, scaled to a standard deviation) below the median that nothing usual lies. */
const SPREADS = 4 * 1.4826;

/**
 * Whether a size lies far below what is usual: under a tenth of the median, and outside the spread the sizes have.
 *
 * Sizes of articles differ by ratios, so their logarithms are compared; median and median absolute deviation, unlike mean
 * and variance, are not moved by the few long reports and one-line notices that every source has.
 *
 * @param usual sizes of good readings; with fewer than 8 nothing is called unusual
 * @returns the median, if the size lies far below it, else null
 * @source Hampel 1974, JASA 69(346), the median absolute deviation as a rule for outliers
 */
export function farBelowUsual(size: number, usual: readonly number[]): number | null {
  if (usual.length < ENOUGH) return null;
  const logs = usual.map((one) => Math.log(Math.max(1, one)));
  const middle = median(logs);
  const spread = median(logs.map((log) => Math.abs(log - middle)));
  const limit = middle - Math.max(TENFOLD, SPREADS * spread);
  return Math.log(Math.max(1, size)) < limit ? Math.round(Math.exp(middle)) : null;
}

/** The middle of some numbers; of an even count, the lower one of the two. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
