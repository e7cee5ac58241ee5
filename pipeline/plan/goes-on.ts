import { namedEntity } from './entity.ts';
import { stripLead } from './indicator/noun-lead.ts';
import type { SentenceScene } from './scene.ts';
import { isImperative } from './time/frame.ts';
import { changeVerbs, levelVerbs } from './words.ts';

/** Words by which a sentence goes on with the one before. */
const ADDS = /^(?:其中|同时|此外|另外|届时)/;

/** An item of a list goes on with what the list was announced for. */
const ITEM = /^[\s*]*(?:[一二三四五六七八九十]{1,3}[是、]|\d{1,2}[.、](?!\d)|（.{1,2}）|[①-⑳■●◆▲★])/;

/** 4个项目分别为：…: a list of what was planned as a whole. */
const LIST = /^[^，：]{0,6}\d[^，：]{1,16}分别[为是]：/;

/**
 * Whether what the sentences before have planned ends here, in news: where another place is spoken of, and where a
 * sentence tells what there is (1200多名工人奔走在工地上). What a document announces goes on, and so does what adds to
 * it, works at something, leads to a level or sets a bound.
 */
export function hasLapsed(scene: SentenceScene): boolean {
  const { text, sentence, frame, tense, entity, own, quantities } = scene;
  if (tense !== null || frame.kind !== 'target' || frame.rule === 'plan speaks') return false;
  if (text[sentence.start - 1] === '；' || ITEM.test(text.slice(sentence.start, sentence.start + 8)))
    return false;
  if (LIST.test(text.slice(sentence.start, sentence.start + 40))) return false;
  const first = sentence.clauses[0] ?? sentence;
  const named = namedEntity(text.slice(first.start, first.end), true, own)?.entity ?? null;
  if (named !== null && named !== entity) return true;
  const number = quantities[0];
  if (number === undefined || ADDS.test(text.slice(sentence.start, sentence.start + 2))) return false;
  // “十六五”期间，总投入130亿元。水厂投入108亿元: the sum of a time to come is broken down.
  if (frame.weight === 'time' && scene.unit === '元' && number.unit?.name === '元') return false;
  const clause = sentence.clauses.find(({ end }) => end > number.start) ?? first;
  const left = text.slice(clause.start, number.start);
  const { verb, work } = stripLead(left);
  // 对30个文化站提档升级 works at them, and 只要45分钟 leads to no level.
  if (/^[对为向给]$/.test(left)) return false;
  const leads = levelVerbs.endsAt(left, left.length).replace(/^[要将拟只仅有是]$/, '');
  return (
    verb + work + leads + changeVerbs.endsAt(left, left.length) === '' &&
    !/^(?:[<>]=|range)$/.test(number.comparator)
  );
}

/** Whether a paragraph of news that has spoken of plans begins with a task: 推进设施建设。新建厕所70座。 */
export function isTask({ tense, documentFrame }: SentenceScene, words: string): boolean {
  return tense === null && documentFrame.kind === 'target' && isImperative(words);
}

/** Ministries name places as examples: what does not add to them is of the country again. */
export function entityBefore({ entity, own, text, sentence, tense }: SentenceScene): string | null {
  const adds = ADDS.test(text.slice(sentence.start, sentence.start + 2));
  return tense === null && own.issuer === 'body' && own.named === null && !adds ? own.own : entity;
}
