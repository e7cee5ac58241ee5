/**
 * The neighbouring characters of a text, by two: the unit in which Chinese is compared without a dictionary.
 *
 * Words joined by a blank are taken apart; a word of one character stands for itself.
 */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.split(' ')) {
    if (word.length === 1) pairs.add(word);
    for (let i = 1; i < word.length; i++) pairs.add(word.slice(i - 1, i + 1));
  }
  return pairs;
}

/** Likeness of two sets of character pairs, 0 to 1 (Dice 1945, Ecology 26(3)). */
export function setLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 1 : (2 * a.intersection(b).size) / (a.size + b.size);
}

/** The weights of all pairs together. */
export function sum(pairs: ReadonlySet<string>, weigh: (pair: string) => number): number {
  let total = 0;
  for (const pair of pairs) total += weigh(pair);
  return total;
}

/** Whether all characters of one name stand in the other, in their order. */
export function isWithin(name: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === name[at]) at++;
  return at === name.length;
}
