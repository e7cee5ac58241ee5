import { type PlanMention, planSubject } from '../../../core/plan-mention.ts';
import { divisionsOf } from '../../../core/region.ts';
import { normalForm } from '../../normal/normal-form.ts';
import { placeAt } from '../places.ts';
import { findIssuer } from './plan-issuer.ts';
import { PLAN_KINDS } from './plan-kinds.ts';
import { titlePeriod } from './plan-period.ts';
import { recognizePlan } from './recognize-plan.ts';

/** An article that is no plan itself. */
export interface ReportingArticle {
  readonly title: string | null;
  readonly text: string;
  /** ISO date or date-time. */
  readonly published: string | null;
  /** Full name of the division its source speaks for; null for none. */
  readonly region: string | null;
}

/** A plan that an article speaks of; region and year are null where neither article nor source tells them. */
export interface ReportedPlan extends Omit<PlanMention, 'region' | 'year'> {
  readonly region: string | null;
  readonly year: number | null;
  /** As the article names it. */
  readonly title: string;
}

/** A name that may be a plan's, and what stands before it in its paragraph. */
interface Named {
  readonly name: string;
  readonly before: string;
}

/** What an article tells of plans it names only in part: title, first words, region of the source, year it came out. */
interface Around {
  readonly head: string;
  readonly lead: string;
  readonly region: string | null;
  /** NaN if unknown. */
  readonly year: number;
}

const MOST_CHARACTERS = 20_000;
/** A plan is named without 《》 where it is the news: in the title or the first paragraphs. */
const HEAD_LINES = 4;
const HEAD_CHARACTERS = 1200;
const MOST_NAMED = 300;
const MOST_PLANS = 10;
const WINDOW = 120;

/** Names of plans that news gives without 《》. */
const PLAIN =
  /政府工作报告|国民经济和社会发展(?:计划(?:草案)?(?:的?报告)?|第十[一二三四五六]个五年规划(?:纲要)?)|预算(?:草案)?的?报告|“?十[一二三四五六]五”?规划(?:纲要)?|工作要点|立法(?:工作)?计划|行动(?:计划|方案)|民生实事/g;

/** What is done with a plan: it stands between whose it is, or who does it, and its name. */
const DEED =
  /.*(?:发布|印发|下发|出台|公布|制定|编制|审议|讨论|审查|研究|听取|通过|提请|解读|读懂|看懂|速览|聚焦|落实|贯彻|学习|热议|对照|部署|实施|写入|列入|办好|办成|(?<!工)作|的|了|：|日[电讯]|报讯|[去上今明]年|日前|近日|记者从)/s;

/**
 * Find the plans that an article which is none itself speaks of: by 《…》 anywhere, and by plain mention in its title
 * and first paragraphs.
 *
 * Whose plan it is says the name itself, who issues it in the clause, the nearest place before it, the title, the
 * first words, and last the source; a word of rank (市政府, 全省) forbids those of another rank. Reads the first 20,000
 * characters.
 *
 * @returns at most 10, each once, those of the title first
 */
export function reportedPlans({ title, text, published, region }: ReportingArticle): ReportedPlan[] {
  const head = normalForm((title ?? '').slice(0, 500)).text;
  const body = normalForm(text.slice(0, MOST_CHARACTERS)).text;
  const named = [...namesIn(head, head.length), ...namesIn(body, headEnd(body))].slice(0, MOST_NAMED);
  const year = Number(published?.slice(0, 4) || Number.NaN);
  const around = { head, lead: body.slice(0, WINDOW), region, year };
  const plans = new Map<string, ReportedPlan>();
  for (const one of named) {
    const plan = readNamed(one, around);
    if (plan === null) continue;
    const key = [plan.kind, plan.region, plan.year, plan.subject].join(' ');
    if (!plans.has(key)) plans.set(key, plan);
    if (plans.size === MOST_PLANS) break;
  }
  return [...plans.values()];
}

function headEnd(text: string): number {
  let end = -1;
  for (let line = 0; line < HEAD_LINES; line++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0 || end > HEAD_CHARACTERS) return Math.min(text.length, HEAD_CHARACTERS);
  }
  return end;
}

/** Names in 《》 first, since they are whole; then plain ones up to `plainEnd`. */
function namesIn(text: string, plainEnd: number): Named[] {
  const quoted = [...text.matchAll(/《([^《》\n]{2,90})》/g)].map((match) => ({
    name: (match[1] ?? '').replace(/[〈〉]/g, ''),
    before: paragraphBefore(text, match.index),
  }));
  const plain = text.slice(0, plainEnd).replace(/《[^《》]{0,120}》/g, (title) => '》'.repeat(title.length));
  let from = 0;
  const mentioned = [...plain.matchAll(PLAIN)].map((match) => {
    const clause =
      /[^，；、。！？（）》|\s]*$/.exec(plain.slice(Math.max(from, match.index - 40), match.index))?.[0] ??
      '';
    from = match.index + match[0].length;
    const own = clause.slice(DEED.exec(clause)?.[0].length ?? 0).replace(/^[和与及]/, '');
    const place = own.split('').findIndex((_, at) => placeAt(own, at) !== null);
    return {
      name: own.slice(Math.max(place, 0)) + match[0],
      before: paragraphBefore(text, match.index - own.length),
    };
  });
  return [...quoted, ...mentioned];
}

function paragraphBefore(text: string, at: number): string {
  return /[^\n]*$/.exec(text.slice(Math.max(0, at - WINDOW), at))?.[0] ?? '';
}

const YEARS_OFF: Readonly<Record<string, number>> = { 去年: -1, 上年: -1, 明年: 1 };

/** The year said right before a name: 2025年《政府工作报告》, 去年的政府工作报告. */
function yearBefore(text: string, published: number): number {
  const said = /(?:(20\d\d)年度?|(去年|上年|明年))的?$/.exec(text.slice(-8));
  return Number(said?.[1] ?? published + (YEARS_OFF[said?.[2] ?? ''] ?? 0));
}

function readNamed({ name, before }: Named, article: Around): ReportedPlan | null {
  const year = titlePeriod(name)?.year ?? yearBefore(before, article.year);
  const actor = findIssuer(null, [name]).issuer === null ? issuerOf(actorOf(before), article.region) : null;
  const plan = recognizePlan({
    title: name,
    text: '',
    issuer: actor,
    // Without any year a name would be no plan's; which year is then left open below.
    year: Number.isNaN(year) ? 0 : year,
  });
  if (plan === null) return null;
  const { kind } = plan;
  const region = fullRegion(plan.region ?? regionBefore(before, name, article), article.region);
  const single = PLAN_KINDS.find((one) => one.name === kind)?.single ?? false;
  return {
    kind,
    region,
    year: plan.year === 0 ? null : plan.year,
    subject: single ? null : planSubject({ ...plan, region }),
    title: name,
  };
}

/** Who issues what is named next: 某市财政局印发 …; empty where nobody does. */
function actorOf(before: string): string {
  const clause = /[^，；、：。！？]*$/.exec(before)?.[0] ?? '';
  const deed = clause.search(/发布|印发|下发|出台|公布|制定|编制/);
  return clause.slice(0, Math.max(deed, 0)).replace(/^[\d月日年]+/, '');
}

/** The body that issues; 市教育局 is of the source's city. */
function issuerOf(actor: string, region: string | null): string | null {
  const found = findIssuer(null, [actor]).issuer;
  if (found !== null || region === null) return found;
  const own = /^[省市县区州盟旗](?=.{2,12}[局厅署委]$)/.exec(actor)?.[0];
  return own !== undefined && region.endsWith(own) ? `${divisionsOf(region).at(-1)}${actor.slice(1)}` : null;
}

/** The rank of the division spoken of: 全市, 市政府, 省长, 省十四届人大. */
const RANK = /[全我本]([省市县区州盟旗])|([省市县区州盟旗])(?:委|长|人民政府|政府|人大|人民代表大会|十)/g;
const CENTRE = /^(?:国务院|全国人大|全国人民代表大会|全国两会|十[一-鿿]届全国|总理)/;
/** A delegation speaks of another's plan; a place of dispatch (济南2月3日电) or of a meeting says nothing of whose. */
const ELSEWHERE =
  /^(?:[省市县区]?(?:代表|委员|团|籍|小组|分组)|\d{1,2}月\d{1,2}日[电讯]|人民大会堂|隆重|举行|召开|开幕)/;

function regionBefore(before: string, name: string, { head, lead, region }: Around): string | null {
  const sentence = /[^。！？]*$/.exec(before)?.[0] ?? '';
  const ranks = [...`${head}。${sentence}${name}`.matchAll(RANK)].at(-1);
  const rank = ranks?.[1] ?? ranks?.[2] ?? '';
  const candidates = [placeIn(before), placeIn(head), placeIn(lead), region];
  return candidates.find((place) => place?.endsWith(rank)) ?? null;
}

/** The last place a text names, 全国 where that is the centre. */
function placeIn(text: string): string | null {
  let last: string | null = null;
  for (let at = 0; at < text.length; ) {
    const found = placeAt(text, at);
    const end = at + (found?.length ?? 1);
    if (found !== null && !ELSEWHERE.test(text.slice(end, end + 8))) last = found.place.name;
    else if (CENTRE.test(text.slice(at, at + 8))) last = '全国';
    at = end;
  }
  return last;
}

/** The source's own name for its division, which says where it lies: 青岛市 is 山东省青岛市. */
function fullRegion(found: string | null, own: string | null): string | null {
  return found !== null && own?.endsWith(found) ? own : found;
}
