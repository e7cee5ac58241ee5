import { plainWords, startsVerb, stripTimes } from '../indicator/noun-lead.ts';
import { periodOf, type SentenceScene } from '../scene.ts';
import { namedDeadline } from './deadline.ts';

/**
 * The deadline that goes on behind a sentence, until another time is named.
 *
 * In the plan of one year the next sentence is about that year again, unless a list goes on with ； under the time
 * that opened it: “十五五”时期的主要目标：…；….
 */
export function lastingDue(scene: SentenceScene, due: number | null): number | null {
  if (!scene.reportsYear && (scene.tense === null || !scene.yearly)) return due;
  if (scene.text[scene.sentence.end] !== '；') return null;
  const first = scene.sentence.clauses[0] ?? scene.sentence;
  return due === scene.due ? due : dueAfter(scene, scene.text.slice(first.start, first.end), null);
}

/** 为到2035年翻一番打好基础: what is done now is not for then. */
const GROUNDWORK = /^为[^，]{2,80}(?:打好|打下|奠定|夯实)[^，]{0,8}基础$/;

/** The deadline in force behind a clause: the one it names, else the one before it. */
export function dueAfter(scene: SentenceScene, words: string, due: number | null): number | null {
  if (GROUNDWORK.test(words)) return due;
  return namedDeadline(words, periodOf(scene), due) ?? due;
}

/** “十五五”时期，主要目标是：: aims of several years begin. */
const AIMS = /(?:时期|期间|五年)[^；：\d]{0,24}目标(?:是|为|：)/;

/** Longest way to the word that opens aims. */
const LONGEST_OPENING = 60;

/** The year of the aims a sentence goes on with: it states a level (研发占比2.8%) and begins no work (新建水库3座). */
export function aimedAt({ text, sentence: { start, end }, aims }: SentenceScene): number | null {
  const words = text.slice(start, Math.min(end, start + LONGEST_OPENING));
  return aims === null || startsVerb(stripTimes(plainWords(words))) ? null : aims;
}

/** The year of the aims in force behind a sentence, until it works at something or names another time. */
export function aimsAfter(scene: SentenceScene, due: number | null): number | null {
  const { text, sentence } = scene;
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_OPENING));
  const later = scene.reportsYear && due !== null && due > (scene.year ?? due);
  if (AIMS.test(opening) || later) return due;
  const aims = aimedAt(scene);
  return due === null || due === aims ? aims : null;
}
