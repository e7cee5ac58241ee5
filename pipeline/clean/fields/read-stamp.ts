import { simplify } from '../fold.ts';

/** Words of stamps that say alone whether a document holds, and those that only do behind a word of time. */
const STATE =
  '(?:现行|全文|部分|继续|已经?|已被|尚未|即将)?(?:被|宣布|予以)?(?:有效|失效|废止)|(?:已经?|已被|全文|部分|尚未|即将)(?:被)?(?:修改|修订|修正|生效|施行|实施|撤销|终止|到期)';
const DOCUMENT = '(?:本|该|此)(?:文件|公文|通知|办法|规定|意见|决定|规章|政策|条例|方案|规划|细则)';

/** Nothing but the stamp; in brackets, it may stand before or behind a title. */
const STAMP = new RegExp(
  `(?:^|[（(【[])\\s?(?:${DOCUMENT})?(${STATE})\\s?(?:$|[）)】\\]]$)|^[（(【[]\\s?(${STATE})\\s?[）)】\\]]`,
);
/** A note above the text: 本文件已于2025年12月31日废止. */
const NOTE = new RegExp(
  `^(?:(?:特别|温馨)?(?:提示|说明|注意?)[:：])?${DOCUMENT}((?:现?已|将)[^。，,；;]{0,40}(?:失效|废止|修改|修订|撤销))[。！]?$`,
);

/**
 * Read from a stamp or note whether a document holds: 【失效】, 该文件已废止, 关于……的通知（已修改）.
 *
 * @returns the words as printed; undefined if none of the texts is a stamp or note
 */
export function readStamp(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    // Simplified characters stand where the traditional ones do.
    const simple = text.length > LONGEST ? '' : simplify(text);
    const match = STAMP.exec(simple) ?? NOTE.exec(simple);
    const state = match?.[1] ?? match?.[2];
    if (match === null || state === undefined) continue;
    const at = match.index + match[0].indexOf(state);
    return text.slice(at, at + state.length);
  }
  return undefined;
}

/** Longer lines are no stamps. */
const LONGEST = 200;
