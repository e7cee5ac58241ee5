import type { PlanIdentity } from '../../core/plan.ts';
import type { Paragraph } from './clauses.ts';
import { calledByName, type EntityDefault, entityDefault, stretchPlanned } from './entity-default.ts';
import type { TextMood } from './outline/mood.ts';
import type { TextScene } from './scene.ts';
import { closesYear, monthOf } from './time/dateline.ts';
import { finishedIn } from './time/finished.ts';
import { FIVE_YEAR_STARTS } from './time/named-times.ts';

/** What is known of a text before it is read. */
export interface KnownOfText {
  /** In normal form. */
  readonly text: string;
  readonly year: number | null;
  readonly published: string | null;
  readonly issuer: string | null;
  readonly identity: PlanIdentity | null;
  /** It is a piece of a plan, though it does not say of which. */
  readonly excerpt: boolean;
  readonly mood: TextMood;
  readonly paragraphs: readonly Paragraph[];
}

/** How far from its beginning a text says which plan it is about. */
const HEAD = 150;
const NEWS_HEAD = 300;

/** What its sentences are read in the light of: whose text it is, and of which time. */
export function textScene(known: KnownOfText): TextScene {
  const { text, year, published, identity, mood, paragraphs } = known;
  const news = identity === null && !known.excerpt;
  const endYear = Math.max(identity?.endYear ?? 0, year ?? 0);
  const told = monthOf(text, published);
  const closes = told === null && news && closesYear(text, year, paragraphs);
  const head = text.slice(0, NEWS_HEAD);
  return {
    text,
    year,
    endYear,
    // A piece of a plan does not say for how long it is, unless it has the aims that every report sets for its year.
    yearly: endYear === year && (!mood.plans || OF_A_YEAR.test(text)),
    reportsYear: identity === null && head.includes('政府工作报告') && !OF_FIVE_YEARS.test(text),
    outlineYear: news && !YEARLY_PLAN.test(head) ? outlineIn(head) : null,
    ends: new Set([...text.matchAll(/到(20\d\d)年/g)].map(([, named]) => Number(named))),
    month: closes ? 12 : told,
    own: ownOf(known, news),
    finished: news ? finishedIn(text) : [],
  };
}

const OF_A_YEAR = /主要预期目标[是为：](?<!(?:时期|期间|五年)[^。\n]{0,30}主要预期目标.)/;

/** What a report plans for years to come is told in many sentences. */
const OF_FIVE_YEARS = /(?:今后|未来)五年|十[一二三四五六]五”?时期|五年规划/;

/** 审查2026年计划草案和规划纲要: the piece is about both. */
const YEARLY_PLAN = /20\d\d年[^。，《》]{0,16}计划(?:草案|执行)|计划执行情况/;

/** The last year of the five-year outline that news is about: 《…第十五个五年规划纲要》. */
function outlineIn(head: string): number | null {
  const first = FIVE_YEAR_STARTS[/《[^》]{0,40}第十([一二三四五六])个五年规划纲要/.exec(head)?.[1] ?? ''];
  return first === undefined ? null : first + 4;
}

function ownOf({ text, issuer, identity, excerpt }: KnownOfText, news: boolean): EntityDefault {
  const stretch = stretchPlanned(text.slice(0, HEAD));
  const own = entityDefault(issuer ?? identity?.issuer ?? null, identity !== null || excerpt, stretch);
  return news && calledByName(text, own) ? { ...own, own: own.named } : own;
}
