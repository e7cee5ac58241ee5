/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const MARK = /[。；！？\n（]/g;
/** A bracket within a sentence; the marks in it end nothing. */
const INSIDE = /（[^（）\n]{0,200}）/y;
/** A bracket behind a sentence belongs to it: 责任单位 stands there. */
const BEHIND = /[（【［][^（）【】［］\n]{1,160}[）】］]/y;

/** The sentences of a text with the brackets in and behind them, in order. */
export function* sentencesOf(text: string): Generator<Stretch> {
  let start = 0;
  for (let at = 0; at < text.length; ) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (mark === null) break;
    const end = mark.index + 1;
    if (mark[0] === '（') {
      at = skip(INSIDE, text, mark.index) ?? end;
      continue;
    }
    at = end;
    for (let next: number | null = at; next !== null && mark[0] !== '\n'; next = skip(BEHIND, text, at))
      at = next;
    if (at - start > 1) yield { start, end: mark[0] === '\n' ? mark.index : at };
    start = at;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** Where what stands at an offset ends; null if it does not stand there. */
function skip(what: RegExp, text: string, at: number): number | null {
  what.lastIndex = at;
  return what.test(text) ? what.lastIndex : null;
}
