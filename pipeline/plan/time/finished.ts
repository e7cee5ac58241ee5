/** 140项防汛重点工程全部按期投产: all of them are done. */
const ALL_DONE =
  /(?<!\d)(\d{1,6}多?[项个座条])([^，。；、\d]{4,20}?)(?:已经?|均)?全部[^，。；\d]{0,6}(?:投产|投运|投用|建成|完工|竣工|通车)/g;

/**
 * What a text calls finished works by: their name and their number. What it tells of them afterwards was done,
 * whichever year it names: 今年防汛重点工程总投资3亿元.
 */
export function finishedIn(text: string): readonly string[] {
  if (!text.includes('全部')) return [];
  return [...text.matchAll(ALL_DONE)].flatMap(([, count = '', thing = '']) => [count, thing]);
}
