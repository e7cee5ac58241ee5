/** Characters of a shingle. Four Chinese characters are two words, which any two reports share; six break at each edit. */
const SHINGLE = 5;
/** Hash functions. The standard error of a likeness is sqrt(J(1-J)/n): 0.044 at J = 0.5. */
const HASHES = 128;
/** Bytes kept of each minimum; two different minima agree in one byte once in 256, which is corrected for. */
const CHANCE = 1 / 256;

/**
 * From this likeness on, two texts are copies of one.
 *
 * Measured on 47 texts of real pages: copies as sites make them (lead or end cut, credits and promotion added, words
 * replaced, every sixth paragraph halved) are never below 0.62; a text with half of it written anew and other numbers
 * reaches 0.51 at most; real plans of succeeding years reach 0.15, unrelated texts 0.03.
 */
export const COPY_LIKENESS = 0.55;

/**
 * A short text that stands for a long one, so that likeness can be told without the texts.
 *
 * MinHash over character shingles of letters and digits; punctuation and white space, which sites change at will, do
 * not count.
 *
 * @param text in normal form (pipeline/normal), or copies in another script look different
 * @returns 171 characters of base64url; the empty string for a text without letters
 * @source Broder 1997, On the resemblance and containment of documents; Li and König 2010, b-bit minwise hashing
 */
export function fingerprint(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters === '') return '';
  const shingles = shinglesOf(letters);
  const bytes = Uint8Array.from({ length: HASHES }, (_, at) => leastHash(shingles, at) & 0xff);
  return Buffer.from(bytes).toString('base64url');
}

/**
 * The least value that the hash function of a number gives to any shingle: the finalizer of MurmurHash3, in which every input
 * bit reaches every output bit, after an own constant. Written out in one loop, since it is most of what reading a page costs.
 */
function leastHash(shingles: Uint32Array, at: number): number {
  const own = Math.imul(at + 1, 0x9e3779b1);
  let least = 0xffffffff;
  for (let i = 0; i < shingles.length; i++) {
    let hash = (shingles[i] ?? 0) ^ own;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 16)) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

/**
 * How much two texts share, by their fingerprints: the estimated Jaccard likeness of their shingles.
 *
 * @returns 0 to 1; 0 if either text has no letters
 */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '' || a.length !== b.length) return 0;
  if (a === b) return 1;
  const [bytesA, bytesB] = [Buffer.from(a, 'base64url'), Buffer.from(b, 'base64url')];
  let same = 0;
  for (let at = 0; at < HASHES; at++) if (bytesA[at] === bytesB[at]) same++;
  return Math.max(0, (same / HASHES - CHANCE) / (1 - CHANCE));
}

/** 32-bit hashes (FNV-1a) of all stretches of five characters; of the whole text, if it is shorter. */
function shinglesOf(letters: string): Uint32Array {
  const shingles = new Uint32Array(Math.max(SHINGLE, letters.length) - SHINGLE + 1);
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + SHINGLE; next++)
      hash = Math.imul(hash ^ (next < letters.length ? letters.charCodeAt(next) : 0), 0x01000193);
    shingles[at] = hash;
  }
  return shingles;
}
