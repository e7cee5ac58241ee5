/** How much a text says, independent of script. */
export interface Measure {
  /** One for a CJK character, about 0.4 for a Latin letter or digit: an English and a Chinese sentence weigh alike. */
  readonly weight: number;
  /** Sentence ends. Navigation has none, articles do; they tell more than words. */
  readonly stops: number;
  readonly commas: number;
  /** Characters that are not white space. */
  readonly length: number;
}

/** Weigh a text and count its sentence ends, commas and characters, in one pass. */
export function measure(text: string): Measure {
  let weight = 0;
  let stops = 0;
  let commas = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (isWord(code)) weight += 0.4;
      else if (code === 0x20) spaces++;
      else if (code === 0x2e || code === 0x3f || code === 0x21) {
        // `3.5` and `www.gov.cn` have dots, but no sentence ends there.
        if (!isWord(text.charCodeAt(at + 1))) stops++;
      } else if (code === 0x2c || code === 0x3b) commas++;
    } else if (code < 0x2000) weight += 0.4;
    else if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff0e) stops++;
    else if (code === 0xff0c || code === 0x3001 || code === 0xff1b) commas++;
    else if (code >= 0x3040) weight += 1;
    else if (code === 0x3000) spaces++;
  }
  return { weight, stops, commas, length: text.length - spaces };
}

function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Text as a reader sees it: no control or zero-width characters, each run of white space one space. */
export function tidy(text: string): string {
  return UNTIDY.test(text) ? text.replace(RUNS, oneSpace).trim() : text;
}

const UNSEEN = '\\0-\\x08\\x0e-\\x1f\\x7f\\u00ad\\u200b\\u200e\\u200f\\u2060\\ufeff\\ufffe\\uffff';
const OTHER_SPACE = '\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
/** What a text must have for there to be anything to do; short texts of well-written pages have nothing. */
const UNTIDY = new RegExp(`[${UNSEEN}${OTHER_SPACE}]|^ | $| {2}`);
/** Runs of white space and unseen characters, except single spaces. Linear: either branch takes the whole run. */
const RUNS = new RegExp(` *[${UNSEEN}${OTHER_SPACE}][ ${UNSEEN}${OTHER_SPACE}]*| {2,}`, 'g');

function oneSpace(run: string): string {
  // The wide space between 第一条 and its text is the writer's, so it stays wide.
  if (run.includes('\u3000')) return '\u3000';
  return /\s/.test(run) && run !== '\ufeff' ? ' ' : '';
}

/** Length without white space. */
export function bareLength(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) length--;
  }
  return length;
}
