/** Longest annotation: of a word of four characters, with tone marks typed as separate characters. */
const LONGEST = 32;

/** zhuang, with a tone mark typed as a separate character, and one more to see that it ends. */
const LONGEST_SYLLABLE = 8;

/** ǜ, the last letter with a tone mark. */
const LAST_TONED = 0x1dc;

const BRACKETS: Readonly<Record<string, string>> = { '(': ')）', '（': ')）', '[': ']］', '［': ']］' };

/** Syllables without tone that annotations carry none for. */
const NEUTRAL = /^(?:de|le|ne|me|zhe|zi|men|ma|ba|di)$/;

const SYLLABLE =
  /(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ian|iao|ing|ong|uai|uan|üan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|üe|ui|un|ün|uo|[aeiouü])/;
const ONE = new RegExp(`^${SYLLABLE.source}$`);
/** Syllables stand with or without blanks and apostrophes between them. */
const LETTERS = /^[\p{Ll}\p{M}](?:[\p{Ll}\p{M} '’]*[\p{Ll}\p{M}])?$/u;
/** The tone behind each syllable, as a digit; a single vowel with a digit is a label. */
const NUMBERED = new RegExp(`^(?:(?=[a-zü]{2})${SYLLABLE.source}[1-5] ?)+$`);

/**
 * End of a pinyin annotation that opens at `at` behind a Han character, or `at` itself if there is none: (wù), (wu4),
 * (wùshí), [wù] in brackets, wù without.
 *
 * A tone is asked for, so that (app) or (km) behind a Han character stays, or a blank between the annotation and the next
 * Han character, which nobody else leaves: 億(yi) 元; and without brackets a mark, as no other word of Latin letters
 * would have.
 */
export function pinyinEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Asked of every character: behind nearly all of them stands the next one.
  if (code > LAST_TONED && code !== 0xff08 && code !== 0xff3b) return at;
  const closing = BRACKETS[text[at] ?? ''];
  if (closing === undefined) return bareEnd(text, at);
  const limit = Math.min(text.length, at + 2 + LONGEST);
  let close = at + 1;
  while (close < limit && !closing.includes(text[close] ?? '')) close++;
  if (close === limit) return at;
  const inside = text.slice(at + 1, close);
  const toned = LETTERS.test(inside) && (inside.includes('ɑ') || untoned(inside) !== null);
  const apart = ONE.test(inside) && / [\u4e00-\u9fff]/.test(text.slice(close + 1, close + 3));
  return toned || apart || NEUTRAL.test(inside) || NUMBERED.test(inside) ? close + 1 : at;
}

/** End of a syllable with a tone mark. */
function bareEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x61 || (code > 0x7a && code < 0xe0) || code > LAST_TONED) return at;
  const [letters = ''] = /^[\p{Ll}\p{M}]*/u.exec(text.slice(at, at + LONGEST_SYLLABLE)) ?? [];
  const end = at + letters.length;
  return ONE.test(untoned(letters) ?? '') && !/[\p{Script=Latin}\d]/u.test(text[end] ?? '') ? end : at;
}

const TONES = /[\u0300\u0301\u0304\u0306\u030c]/g;

/** Letters without their tone marks; null if they have none. */
function untoned(letters: string): string | null {
  const apart = letters.normalize('NFD');
  const bare = apart.replace(TONES, '');
  return bare === apart ? null : bare.normalize('NFC').replaceAll('ɑ', 'a').replaceAll('ɡ', 'g');
}
