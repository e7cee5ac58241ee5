/** Longest syllable (zhuang) with some room for tone marks typed as separate characters. */
const LONGEST = 9;

/** Syllables without tone that annotations carry none for. */
const NEUTRAL = new Set(['de', 'le', 'ne', 'me', 'zhe', 'zi', 'men', 'ma', 'ba', 'di']);

/**
 * End of a pinyin annotation such as (wù) that opens at `at`, or `at` itself if there is none.
 *
 * A tone mark is asked for, so that (app) or (km) behind a Han character stays.
 */
export function pinyinEnd(text: string, at: number): number {
  const open = text[at];
  if (open !== '(' && open !== '（') return at;
  const close = text.slice(at + 1, at + 2 + LONGEST).search(/[)）]/);
  if (close < 1) return at;
  const syllable = text.slice(at + 1, at + 1 + close);
  if (!/^[\p{Ll}\p{M}]+$/u.test(syllable)) return at;
  const toned = /\p{M}/u.test(syllable.normalize('NFD')) || syllable.includes('ɑ');
  return toned || NEUTRAL.has(syllable) ? at + close + 2 : at;
}
