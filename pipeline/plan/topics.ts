import { topicOf } from './indicator/indicator.ts';
import type { Named } from './indicator/thing-meant.ts';
import type { SentenceScene } from './scene.ts';

/** 在云川地区, 为进一步提高质量 and 在确保质量的前提下 say where, what for and how, 记者获悉 who says so: none what the sentence is about. */
export const CIRCUMSTANCE: RegExp =
  /^在.{2,30}(?<!中)$|以来$|^(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?$|^.{0,4}以[^，]{2,30}为.{0,4}(?:目标|导向|重点|抓手|引领|主线|契机|依托|核心|基础)$|^为(?:了|进一步|深入|切实|更好)|^(?:认真)?(?:对照|按照|根据|围绕|聚焦|针对|面对)|^(?:专项|专门|主要|重点)?用于|(?:获悉|了解到?|介绍|悉|表示|显示|透露|认为|来说|来看|而言)$|^(?:会议|大会|全会).{0,6}(?:总结|部署|提出|指出|强调|明确|要求)/;

/** A longer clause is a speech, and what it is about no name. */
const LONGEST_TOPIC = 60;

/** 全省供水工作会议在平江举行 is about 供水. */
const MEETING =
  /^([^，]{2,20}?)(?:工作)?(?:会议|座谈会|推进会|现场会)(?:[近今昨]?日)?(?:在[^，]{1,12})?(?:举行|召开|开幕)$/;

/** What a clause without a number is about, or '' where it says something else. */
export function aboutWhat(words: string): string {
  if (words.length > LONGEST_TOPIC || CIRCUMSTANCE.test(words)) return '';
  return topicOf(MEETING.exec(words)?.[1] ?? words);
}

/** What the first clause of a sentence that is about something is about. */
export function firstTopic({ text, sentence }: SentenceScene): string {
  for (const { start, end } of sentence.clauses) {
    const topic = aboutWhat(text.slice(start, end));
    if (topic !== '') return topic;
  }
  return '';
}

/** No sentence farther back is looked at for what this one is about. */
const MOST_TOPICS = 3;

/** A sentence more makes less of a difference than being said in this sentence, or over all of them. */
const STEP = 0.3;

/** What a sentence is about, before what those before it were, for the next one of its paragraph. */
export function topicsOf(topic: () => string, { named }: SentenceScene): readonly (() => string)[] {
  return [topic, ...named.topics].slice(0, MOST_TOPICS);
}

/** What the sentences before were about, and the heading over them. */
export function namesAround({ named, section }: SentenceScene): readonly Named[] {
  const heading = topicOf(section.at(-1) ?? '');
  return [
    ...named.topics.map((topic, i) => ({ name: topic(), back: 1 + STEP * i })),
    { name: heading.includes('，') ? '' : heading, back: 2 },
  ];
}
