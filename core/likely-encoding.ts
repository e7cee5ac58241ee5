/** Encodings without a sure sign of their own, each with the characters that make up about half of any text in it. */
const CANDIDATES: readonly (readonly [encoding: string, common: string])[] = [
  ['gb18030', 'chinese'],
  ['big5', 'chinese'],
  ['utf-8', 'chinese'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['euc-kr', 'korean'],
];

/** The few hundred commonest characters of Chinese in either script: about half of any text. */
export const CHINESE_COMMON: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这这個个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传師师们時國會來說這個為後發經進現過開實長與對還們點無體問當業產將動，。、：；！？“”　',
);

const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  chinese: CHINESE_COMMON,
  japanese: new Set(
    'あいうえおかがきくけこさしすせそただちつてでとどなにのはばひへほまみむめもやよらりるれろわをん、。',
  ),
  korean: new Set('이다는의을에가고하를은한지사로기도시해자서대인으부정일리어나수아제보그있상'),
};

/** What says nothing in a language known here is as likely Western as anything. */
const UNKNOWN = 0.3;
/** Labels that fit any bytes and so say nothing on a page with Chinese in it. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|macintosh|koi8|ibm866|x-mac|x-user-defined)/;
/** A text read in the encoding it was written in reaches twice as much; one misread, a third. */
const ORDINARY = 0.35;
/** Below this many bytes beyond ASCII, what is ordinary cannot be told. */
const MANY = 24;
/** One broken advertisement must not change the encoding of a page; one error in 500 bytes is no accident. */
const TOLERATED = 1 / 500;

/** Whether an encoding fits any bytes, or none is given. */
export function saysNothing(encoding: string | null): boolean {
  return encoding === null || SINGLE_BYTE.test(encoding);
}

/** The encoding the bytes fit best: UTF-8 if they are, else the one that makes the most ordinary text of them. */
export function likelyEncoding(probe: Uint8Array, declared: string | null): string {
  if (errorRate(probe, 'utf-8') <= TOLERATED) return 'utf-8';
  if (standAlone(probe)) return declared !== null && saysNothing(declared) ? declared : 'windows-1252';
  let best = declared ?? 'windows-1252';
  let bestScore = saysNothing(declared) ? UNKNOWN : score(probe, best, 'chinese');
  for (const [encoding, language] of CANDIDATES) {
    const own = score(probe, encoding, language);
    if (own > bestScore) {
      best = encoding;
      bestScore = own;
    }
  }
  return best;
}

/**
 * Whether bytes can be read in an encoding: almost without errors, and, since most pairs of bytes are characters of GBK and
 * Big5 both, not as a text that nobody would write while the other makes an ordinary one of it.
 */
export function fits(probe: Uint8Array, encoding: string): boolean {
  const text = decodeProbe(probe, encoding);
  if (errorsIn(text, probe) > TOLERATED) return false;
  if (!CHINESE.test(encoding) || highBytes(probe) <= MANY || commonShare(text, 'chinese') >= ORDINARY)
    return true;
  const likely = likelyEncoding(probe, encoding);
  return likely === encoding || commonShare(decodeProbe(probe, likely), languageOf(likely)) < ORDINARY;
}

const CHINESE = /^(?:gb18030|big5)$/;

/** Whether a few bytes make more ordinary text as UTF-8 than in another encoding. */
export function isRatherUtf8(probe: Uint8Array, encoding: string): boolean {
  const share = (as: string) => commonShare(decodeProbe(probe, as), 'chinese');
  return highBytes(probe) > MANY || share('utf-8') > share(encoding);
}

/** Whether bytes beyond ASCII stand one by one between letters, as accents do and no Chinese character. */
function standAlone(probe: Uint8Array): boolean {
  let alone = 0;
  let all = 0;
  for (let at = 0; at < probe.length; at++) {
    if ((probe[at] ?? 0) < 0x80) continue;
    all++;
    if ((probe[at - 1] ?? 0) < 0x80 && (probe[at + 1] ?? 0) < 0x80) alone++;
  }
  return alone > 0.7 * all;
}

function languageOf(encoding: string): string {
  return CANDIDATES.find(([name]) => name === encoding)?.[1] ?? 'chinese';
}

/** How ordinary the text is when read so, minus what breaks. */
function score(probe: Uint8Array, encoding: string, language: string): number {
  const text = decodeProbe(probe, encoding);
  return commonShare(text, language) - 20 * errorsIn(text, probe);
}

/** Of the characters beyond ASCII, the share that stands in ordinary running text, doubled: 1 is usual. */
function commonShare(text: string, language: string): number {
  const usual = COMMON[language] ?? new Set();
  let wide = 0;
  let common = 0;
  for (const char of text) {
    if (char < '\u0080') continue;
    wide++;
    if (usual.has(char)) common++;
  }
  return wide === 0 ? 0 : (common / wide) * 2;
}

function errorRate(probe: Uint8Array, encoding: string): number {
  return errorsIn(decodeProbe(probe, encoding), probe);
}

function errorsIn(text: string, probe: Uint8Array): number {
  // The probe may end inside a character.
  return Math.max(0, countReplaced(text) - 1) / Math.max(1, highBytes(probe));
}

function decodeProbe(probe: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(probe);
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}

/** Replacement characters in a text. */
export function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}
