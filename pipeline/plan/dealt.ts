import type { Share } from './distribute.ts';
import { namedEntity } from './entity.ts';
import { plainWords, stripTimes } from './indicator/noun-lead.ts';
import type { Phrase } from './phrases.ts';
import { leadingPlace, placesListed } from './places.ts';
import type { Clause } from './read-clause.ts';
import type { SentenceScene } from './scene.ts';
import { dealtYears } from './time/deadline.ts';

/** The years of the numbers of a clause, where 分别 deals as many out as there are numbers; else none. */
export function severalYears(
  scene: SentenceScene,
  clause: Clause,
  stated: readonly Phrase[],
): readonly number[] {
  const first = stated[0]?.quantity.start;
  if (first === undefined || !clause.words.includes('分别')) return [];
  const years = dealtYears(scene.text.slice(scene.sentence.start, first));
  return years.length === stated.length ? years : [];
}

/** The places of the numbers of a clause: 南平、三明两地最多，分别将完成21万亩、17万亩; else none. */
export function severalPlaces(
  scene: SentenceScene,
  clause: Clause,
  stated: readonly Phrase[],
): readonly string[] {
  if (stated.length < 2 || !clause.words.includes('分别')) return [];
  const before = scene.sentence.clauses.findLast(({ end }) => end < clause.start);
  const words =
    clause.words.startsWith('分别') && before !== undefined
      ? scene.text.slice(before.start, before.end)
      : clause.words;
  const places = placesListed(stripTimes(plainWords(words)));
  return places.length === stated.length ? places : [];
}

/** Whom one number is said of, where a list names somebody for each: 北京市11亿立方米、天津市9亿立方米. */
export function entityOf({ own }: SentenceScene, { phrase, subject }: Share): string | null {
  if (subject !== null) return namedEntity(subject, false, own)?.entity ?? null;
  const left = plainWords(phrase.left);
  const [place = ''] = placesListed(left);
  return place !== '' && leadingPlace(left)?.length === left.length ? place : null;
}
