/** A piece of an RTF file. Text is bytes, one a character: what they mean depends on the font. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'bytes'; readonly bytes: string };

const TOKEN =
  /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** Cut an RTF file into its pieces (Rich Text Format Specification 1.9.1). Anything can be cut; what is broken is text. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  const token = new RegExp(TOKEN);
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, brace, word, value, hex, symbol, plain] = found;
    if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (word !== undefined) {
      const number = value === undefined ? null : Number(value);
      // So many bytes of a picture follow as they are.
      if (word === 'bin') token.lastIndex += Math.max(0, number ?? 0);
      else yield { kind: 'word', word, value: number };
    } else if (hex !== undefined)
      yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (symbol !== undefined && '\\{}'.includes(symbol)) yield { kind: 'bytes', bytes: symbol };
    else if (symbol !== undefined) yield { kind: 'word', word: symbol, value: null };
    else if (plain !== undefined) yield { kind: 'bytes', bytes: plain };
  }
}
