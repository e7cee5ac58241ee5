/** Bytes of a fingerprint in one band, and bands. */
const ROWS = 3;
const BANDS = 42;

/**
 * Keys under which a fingerprint can be looked up: copies share at least one.
 *
 * At likeness J two fingerprints share a key with probability 1 - (1 - J^3)^42: more than 0.999 at the threshold of 0.55, 0.29 at
 * 0.2. So a store finds the few texts worth comparing by an index, instead of comparing all.
 *
 * @returns 42 integers of 30 bits, the band above its bytes: an index of numbers is half the size of one of texts; none for
 * the empty fingerprint
 * @source Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, section 3.4
 */
export function bandKeys(fingerprint: string): number[] {
  if (fingerprint === '') return [];
  const bytes = Buffer.from(fingerprint, 'base64url');
  return Array.from(
    { length: BANDS },
    (_, band) => band * 2 ** (8 * ROWS) + bytes.readUIntBE(band * ROWS, ROWS),
  );
}
