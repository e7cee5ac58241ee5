/** Characters of a shingle. Four Chinese characters are two words, which any two reports share; six break at each edit. */
const SHINGLE = 5;
/** Places of a fingerprint. The standard error of a likeness is sqrt(J(1-J)/n): 0.044 at J = 0.5. */
const PLACES = 128;
/** Bytes kept of each least hash; two different ones agree in one byte once in 256, which is corrected for. */
const CHANCE = 1 / 256;
/** The bits of a hash that are kept: not those that say its place, nor the highest, which the least of many do not have. */
const KEPT = 7;

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
 * A fast similarity sketch over character shingles of letters and digits; punctuation and white space, which sites change at
 * will, do not count. A hash throws each shingle into a place, which keeps the least; places that stay empty are filled by a
 * next round with another hash. A text of some pages takes one or two rounds, where a MinHash of as many places takes 128, and the
 * likenesses are at least as sure.
 *
 * @param text in normal form (pipeline/normal), or copies in another script look different
 * @returns 171 characters of base64url; the empty string for a text without letters
 * @source Dahlgaard, Knudsen and Thorup 2017, Fast Similarity Sketching; Li and König 2010, b-bit minwise hashing
 */
export function fingerprint(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters === '') return '';
  const shingles = shinglesOf(letters);
  const least = new Uint32Array(PLACES);
  const filledIn = new Int16Array(PLACES).fill(-1);
  for (let round = 0; filledIn.includes(-1); round++) throwInto(shingles, round, least, filledIn);
  return Buffer.from(Uint8Array.from(least, (hash) => (hash >>> KEPT) & 0xff)).toString('base64url');
}

/**
 * One round: what an earlier one filled stays.
 *
 * @param round from as many rounds on as there are places, each fills one place, so that there is an end
 */
function throwInto(shingles: Uint32Array, round: number, least: Uint32Array, filledIn: Int16Array): void {
  for (const shingle of shingles) {
    const hash = hashOf(shingle, round);
    const place = round < PLACES ? hash % PLACES : round - PLACES;
    const isEmpty = filledIn[place] === -1;
    if (!isEmpty && (filledIn[place] !== round || hash >= (least[place] ?? 0))) continue;
    filledIn[place] = round;
    least[place] = hash;
  }
}

/** The finalizer of MurmurHash3, in which every input bit reaches every output bit, after an own constant for each round. */
function hashOf(shingle: number, round: number): number {
  let hash = shingle ^ Math.imul(round + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
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
  for (let at = 0; at < PLACES; at++) if (bytesA[at] === bytesB[at]) same++;
  return Math.max(0, (same / PLACES - CHANCE) / (1 - CHANCE));
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
