import type { TargetChange } from './change.ts';
import type { Language } from './digest.ts';
import type { Statement } from './plan.ts';

type Quantity = Pick<Statement, 'comparator' | 'value' | 'value2' | 'unit' | 'metric' | 'direction'>;

/** Chinese counts in ten-thousands, English in thousands; the largest scale that leaves a short number is used. */
const SCALES: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
};

/** Units that have a short English name; others are shown as printed. */
const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map([
  ['元', 'yuan'],
  ['美元', 'US dollars'],
  ['人', 'people'],
  ['户', 'households'],
  ['斤', 'jin'],
  ['吨', 't'],
  ['亩', 'mu'],
  ['公里', 'km'],
  ['千米', 'km'],
  ['米', 'm'],
  ['平方米', 'm²'],
  ['平方公里', 'km²'],
  ['立方米', 'm³'],
  ['千瓦', 'kW'],
  ['千瓦时', 'kWh'],
  ['天', 'days'],
  ['年', 'years'],
]);

/** Drop the noise of binary fractions: 0.1 + 0.2 is 0.3 to a reader. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function formatNumber(value: number, language: Language): string {
  const [scale, word] = SCALES[language].find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  const scaled = tidy(value / scale);
  // 1.2345万 reads well, 1.23456789亿 does not: the plain number is clearer there.
  if (word !== '' && Math.abs(scaled * 1e4 - Math.round(scaled * 1e4)) < 1e-6) return `${scaled}${word}`;
  return tidy(value).toLocaleString('en-US', {
    maximumFractionDigits: 10,
    // Chinese writes 3000, English 3,000.
    useGrouping: language === 'zh' ? 'min2' : 'always',
  });
}

function formatAmount(value: number, unit: string | null, language: Language): string {
  if (unit === '%' || unit === '‰') return `${formatNumber(value, language)}${unit}`;
  const number = formatNumber(value, language);
  if (unit === null) return number;
  if (unit === 'x') return language === 'zh' ? `${number}倍` : `${number} times`;
  if (language === 'zh') return `${number}${unit}`;
  return `${number} ${ENGLISH_UNITS.get(unit) ?? unit}`;
}

function bounded(quantity: Quantity, language: Language): string {
  const amount = formatAmount(quantity.value2 ?? quantity.value, quantity.unit, language);
  if (quantity.value2 !== null) return `${formatNumber(quantity.value, language)}–${amount}`;
  const zh = language === 'zh';
  switch (quantity.comparator) {
    case '>=':
      return zh ? `${amount}以上` : `at least ${amount}`;
    case '>':
      return zh ? `超过${amount}` : `over ${amount}`;
    case '<=':
      return zh ? `${amount}以内` : `at most ${amount}`;
    case '<':
      return zh ? `低于${amount}` : `under ${amount}`;
    case '~':
      return zh ? `${amount}左右` : `about ${amount}`;
    default:
      return amount;
  }
}

/**
 * A statement's number as a reader says it: `增长5.5%左右`, `1200万人以上`, `4.5%–5%`; `up about 5.5%`, `at least 12 million people`.
 *
 * The scale is chosen for the reader, not taken from the page; the quote beside it shows the page's own words.
 */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const text = bounded(quantity, language);
  if (quantity.direction === null) return text;
  const up = quantity.direction === 'up';
  if (language === 'en') return `${up ? 'up' : 'down'} ${text}`;
  // One says 增长5%, but 增加3000家.
  const relative = quantity.unit === '%' || quantity.unit === '‰' || quantity.unit === 'x';
  return `${relative ? (up ? '增长' : '下降') : up ? '增加' : '减少'}${text}`;
}

/** The stated number; the middle of a range. */
function middle(quantity: Quantity): number {
  return quantity.value2 === null ? quantity.value : (quantity.value + quantity.value2) / 2;
}

/**
 * By how much a raised or lowered target moved: `+0.5个百分点`, `−100万人（−8.3%）`.
 *
 * @returns null where the two numbers do not measure the same thing, or nothing moved
 */
export function formatStep(
  change: Pick<TargetChange, 'change' | 'before' | 'after'>,
  language: Language,
): string | null {
  const { before, after } = change;
  if (change.change !== 'raised' && change.change !== 'lowered') return null;
  if (before === null || after === null) return null;
  if (before.unit !== after.unit || before.direction !== after.direction) return null;
  const step = tidy(middle(after) - middle(before));
  if (step === 0) return null;
  const sign = step > 0 ? '+' : '−';
  const size = Math.abs(step);
  if (after.unit === '%')
    return `${sign}${formatNumber(size, language)}${language === 'zh' ? '个百分点' : ' pp'}`;
  const amount = `${sign}${formatAmount(size, after.unit, language)}`;
  if (middle(before) === 0) return amount;
  const share = `${sign}${Number(((100 * size) / Math.abs(middle(before))).toPrecision(2))}%`;
  return language === 'zh' ? `${amount}（${share}）` : `${amount} (${share})`;
}
