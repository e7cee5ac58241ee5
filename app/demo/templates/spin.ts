import { Converter } from 'opencc-js/cn2t';

const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 't' });

/** Characters behind which spinners put the reading, so that copies look like texts of their own to search engines. */
const readings = new Map(
  Object.entries({
    務: 'wù',
    產: 'chǎn',
    業: 'yè',
    轉: 'zhuǎn',
    設: 'shè',
    發: 'fā',
    經: 'jīng',
    質: 'zhì',
    區: 'qū',
    現: 'xiàn',
    領: 'lǐng',
    創: 'chuàng',
    統: 'tǒng',
    規: 'guī',
    億: 'yì',
    畝: 'mǔ',
    糧: 'liáng',
    農: 'nóng',
  }),
);

/**
 * A text as a spinning mirror has it: traditional characters, and after every third spinnable one its reading.
 *
 * The same text always spins the same way.
 */
export function spin(text: string): string {
  let seen = 0;
  return toTraditional(text).replace(/\p{Script=Han}/gu, (char) => {
    const reading = readings.get(char);
    if (!reading) return char;
    seen += 1;
    return seen % 3 === 0 ? `${char}(${reading})` : char;
  });
}
