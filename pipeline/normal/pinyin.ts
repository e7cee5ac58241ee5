/** Longest syllable (zhuang) with some room for tone marks typed as separate characters. */
const LONGEST = 9;

/** What can be a syllable at all: neither (km) nor (app). */
const SYLLABLE = /^(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng?|r)?$/;

/** Syllables without tone that annotations carry none for. */
const NEUTRAL = new Set(['de', 'le', 'ne', 'me', 'zhe', 'zi', 'men', 'ma', 'ba', 'di']);

/**
 * End of a pinyin annotation such as (wù) that opens at `at`, or `at` itself if there is none.
 *
 * A tone mark is asked for, so that (app) or (km) behind a Han character stays; or a blank between the annotation and
 * the next Han character, which nobody else leaves: 億(yi) 元.
 */
export function pinyinEnd(text: string, at: number): number {
  const open = text[at];
  if (open !== '(' && open !== '（') return at;
  const close = text.slice(at + 1, at + 2 + LONGEST).search(/[)）]/);
  if (close < 1) return at;
  const syllable = text.slice(at + 1, at + 1 + close);
  if (!/^[\p{Ll}\p{M}]+$/u.test(syllable)) return at;
  const toned = /\p{M}/u.test(syllable.normalize('NFD')) || syllable.includes('ɑ');
  const apart =
    SYLLABLE.test(syllable) && /^ [\u4e00-\u9fff]/.test(text.slice(at + close + 2, at + close + 4));
  return toned || apart || NEUTRAL.has(syllable) ? at + close + 2 : at;
}
