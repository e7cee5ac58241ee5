/** How the numbers of a list are written, of the ways that word processors know. */
export type NumberForm = 'chinese' | 'circle' | 'upper' | 'lower' | 'decimal';

const DIGITS = '〇一二三四五六七八九';

/** A number that a word processor counts itself, as it prints it: 一, ①, A, a, 1. */
export function writtenNumber(value: number, form: NumberForm): string {
  switch (form) {
    case 'chinese':
      return inChinese(value);
    case 'circle':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'upper':
    case 'lower':
      return String.fromCodePoint((form === 'upper' ? 0x40 : 0x60) + (((value - 1) % 26) + 1));
    default:
      return String(value);
  }
}

/** 1 to 99 as headings count: 一, 十, 十一, 二十. */
function inChinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}
