/** Powers of ten of the words that multiply a number. */
const SCALES: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 };

/** 千 before these is part of the unit: 千瓦, 千克, 千米. */
const THOUSAND_UNITS = '瓦克米伏卡赫帕';

/** The power of ten of the scale word at an offset, or 0. */
export function scaleAt(text: string, at: number): number {
  const character = text[at] ?? '';
  const power = SCALES[character] ?? 0;
  if (power === 3 && THOUSAND_UNITS.includes(text[at + 1] ?? '-')) return 0;
  if (power === 2 && text[at + 1] === '分') return 0;
  return power;
}

/** Scale words in a row multiply: 万亿 is 10¹². */
export function readScales(text: string, at: number): { power: number; end: number } {
  let power = 0;
  let end = at;
  for (;;) {
    const scale = scaleAt(text, end);
    if (scale < 2 || power + scale > 24) return { power, end };
    power += scale;
    end++;
  }
}

/** 多, 余, and 来 where it means "or so" and not "come" (十来个). */
export function isOver(text: string, at: number): boolean {
  const character = text[at];
  return character === '多' || character === '余' || (character === '来' && scaleAt(text, at - 1) > 0);
}
