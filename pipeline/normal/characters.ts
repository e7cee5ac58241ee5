import { Converter } from 'opencc-js';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Characters that are traditional in one word and simplified in another (乾县 is a county); left as they are. */
const AMBIGUOUS = '乾瞭';

/** Punctuation and signs that are written in many ways, each with the one way the readers below expect. */
const SIGNS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '∶': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '〔': '〔',
  '［': '[',
  '「': '“',
  '『': '“',
  '〝': '“',
  '」': '”',
  '』': '”',
  '〞': '”',
  '＂': '"',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '―': '—',
  '–': '—',
  '─': '—',
  '〜': '~',
  '∼': '~',
  '～': '~',
  '・': '·',
  '‧': '·',
  '•': '·',
  '○': '〇',
  '◯': '〇',
  '﹪': '%',
  '｡': '。',
};

/** Characters that are others in a font of their own: Kangxi radicals, compatibility ideographs, vertical and small forms, ￥. */
const COMPATIBLE = [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6b],
  [0xffe0, 0xffe6],
] as const;

/**
 * The canonical code of every UTF-16 code: simplified Chinese, half-width letters and digits, one form of each sign.
 *
 * One character to one character on purpose: offsets then map by counting. Words that differ between the scripts
 * (軟件/软件) are not translated, since a quote must stay what the page says.
 */
export const canonicalCode: Uint16Array = buildTable();

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  const han = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) => String.fromCharCode(FIRST_HAN + i));
  const simplified = Converter({ from: 't', to: 'cn' })(han.join('\n')).split('\n');
  han.forEach((character, i) => {
    const to = simplified[i];
    if (to?.length === 1 && !AMBIGUOUS.includes(character)) table[FIRST_HAN + i] = to.charCodeAt(0);
  });
  for (const [from, to] of Object.entries(SIGNS)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const [first, last] of COMPATIBLE) {
    for (let code = first; code <= last; code++) {
      const plain = String.fromCharCode(code).normalize('NFKC');
      if (plain.length === 1) table[code] = table[plain.charCodeAt(0)] ?? code;
    }
  }
  // Full-width forms reach their sign through the half-width one: ， and , are the same comma.
  for (let code = 0xff01; code <= 0xff5e; code++) {
    const sign = SIGNS[String.fromCharCode(code - 0xfee0)];
    if (sign !== undefined) table[code] = sign.charCodeAt(0);
  }
  return table;
}

/** Han characters, 〇 included. */
export function isHan(code: number): boolean {
  return (code >= FIRST_HAN && code <= LAST_HAN) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Characters without width that editors leave behind: joiners, direction marks, soft hyphen, byte order mark, fillers, variation
 * selectors.
 */
export function isInvisible(code: number): boolean {
  return INVISIBLE[code] === 1;
}

/** Length of the character without width at an offset; 0 if it has one. Tags and further selectors are pairs of codes. */
export function invisibleLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === HIGH_OF_TAGS) return at + 1 < text.length ? 2 : 1;
  return isInvisible(code) ? 1 : 0;
}

const HIGH_OF_TAGS = 0xdb40;

const INVISIBLE = new Uint8Array(0x10000);
for (const [first, last] of [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
] as const)
  INVISIBLE.fill(1, first, last + 1);

/** Ends of lines, those of Unicode among them. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Blanks within a line. Tabs are not among them: they separate the cells of a table. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}

/** 。！？ and a closing quote or bracket behind them. */
export function isSentenceEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x201d;
}
