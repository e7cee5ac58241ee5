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
};

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

/** Characters without width that editors leave behind: joiners, direction marks, soft hyphen, byte order mark. */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code === 0xad
  );
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
