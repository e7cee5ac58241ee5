import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/**
 * Character references of a text, decoded. The tokenizer can do it while it reads, but then looks at each character
 * of the page; most texts have no reference, and most that have one have only these.
 */
export function decodeText(text: string): string {
  return decode(text, (raw) => decodeSlowly(raw));
}

/** The same for the value of an attribute, where `&copy=1` of an address is no reference. */
export function decodeAttribute(value: string): string {
  return decode(value, (raw) => decodeSlowly(`<a b="${raw.replaceAll('"', '&quot;')}">`));
}

const COMMON: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', '\u00a0'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&lsquo;', '‘'],
  ['&rsquo;', '’'],
  ['&middot;', '·'],
  ['&mdash;', '—'],
  ['&ndash;', '–'],
  ['&hellip;', '…'],
  ['&bull;', '•'],
  ['&copy;', '©'],
  ['&raquo;', '»'],
  ['&laquo;', '«'],
  ['&ensp;', '\u2002'],
  ['&emsp;', '\u2003'],
  ['&times;', '×'],
]);
const REFERENCE = /&[a-z]{2,6};/g;

function decode(raw: string, slowly: (raw: string) => string): string {
  if (!raw.includes('&')) return raw;
  let known = true;
  const quick = raw.replace(REFERENCE, (reference) => {
    const character = COMMON.get(reference);
    if (character === undefined) known = false;
    return character ?? reference;
  });
  // What is left of ampersands, beside decoded ones, may be a reference in one of its many other forms.
  return known && !/&[#\w]/.test(raw.replace(REFERENCE, '')) ? quick : slowly(raw);
}

function decodeSlowly(html: string): string {
  let text = '';
  const add = (start: number, end: number): void => {
    text += html.slice(start, end);
  };
  const addCode = (code: number): void => {
    text += String.fromCodePoint(code);
  };
  const callbacks: TokenizerCallbacks = {
    ontext: add,
    ontextentity: addCode,
    onattribdata: add,
    onattribentity: addCode,
    ...IGNORED,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return text;
}

const nothing = (): void => {};
const IGNORED = {
  onopentagname: nothing,
  onopentagend: nothing,
  onselfclosingtag: nothing,
  onclosetag: nothing,
  onattribname: nothing,
  onattribend: nothing,
  oncomment: nothing,
  oncdata: nothing,
  ondeclaration: nothing,
  onprocessinginstruction: nothing,
  onend: nothing,
};
