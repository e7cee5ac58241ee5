import { from, to } from 'opencc-js/preset';

let classes: Uint16Array | null = null;

/**
 * One code for all the ways the scripts of the mainland, Taiwan and Hong Kong write a character, whatever the word.
 *
 * Character by character no table can turn one script into another: 覆 is 复 in 答覆 and stays in 覆盖, 著 is 着 in 著眼 and stays
 * in 著名. So what is one character in any word of any script counts as one, where only sameness is asked for. No two numerals
 * fall together.
 *
 * @returns by UTF-16 code; built at the first call
 * @source dictionaries of OpenCC; classes by union-find, Galler and Fischer 1964
 */
export function scriptClasses(): Uint16Array {
  classes ??= buildClasses();
  return classes;
}

function buildClasses(): Uint16Array {
  const parent = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const find = (code: number): number => {
    let root = code;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[code] = root;
    return root;
  };
  for (const [one, other] of spellings()) {
    // Words of other lengths are other words.
    if (one.length !== other.length) continue;
    for (let at = 0; at < one.length; at++) {
      const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
      // Half of a rare character is no character: to join halves joins hundreds.
      if (a !== b && !isHalf(a) && !isHalf(b)) parent[find(a)] = find(b);
    }
  }
  return parent.map((_, code) => find(code));
}

function isHalf(code: number): boolean {
  return code >> 11 === 0x1b;
}

/** Every word and character of the dictionaries in two scripts. */
function* spellings(): Generator<readonly [string, string]> {
  const groups = [from.cn, from.hk, from.tw, to.cn, to.hk, to.tw].flatMap((some) => some ?? []);
  for (const dictionary of new Set(groups.flat())) {
    const entries =
      typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : dictionary;
    for (const [one = '', other = ''] of entries) yield [one, other];
  }
}
