import type { PlanIdentity, PlanInput } from '../../../core/plan.ts';
import { normalForm } from '../../normal/normal-form.ts';
import type { Period } from '../time/named-times.ts';
import { departmentOf } from './department.ts';
import { findIssuer, planRegion, speaksForOther } from './plan-issuer.ts';
import { PLAN_KINDS, type PlanKind } from './plan-kinds.ts';
import { titlePeriod, yearsOf } from './plan-period.ts';
import { seriesOf, topicOf } from './plan-series.ts';
import { planStage } from './plan-stage.ts';
import { type PlanTitle, readPlanTitle } from './plan-title.ts';

/** Headings of what is planned name its year: 2018年经济社会发展总体要求. */
const OF_YEAR =
  /(?:^|\n|、)(20\d\d)年.{0,12}(?:总体要求|主要目标|工作任务|重点工作|主要任务|工作安排|工作重点|工作的建议)/;

/** How far into a text its title, its issuer and its day of delivery are looked for. */
const HEAD_LINES = 25;
const HEAD_CHARACTERS = 2500;
/** 2026年1月20日在云川省第十届人民代表大会第四次会议上 is a line; a paragraph that names a session speaks of another. */
const LONGEST_LINE = 100;

/** A paragraph of news, in a bulletin of several. */
const TOLD = /(?:记者|消息[（：]|近日|日前|[今昨]天).*。/;

/** The number of the document itself stands on a line of its own or before the title; others are cited in sentences. */
const OWN_NUMBER =
  /^[^，。；]{0,16}[〔[（【]20\d\d[〕\]）】](?:第)?\d{1,5}号(?:$|.{0,60}的(?:通知|意见|函)$)/;

/** A governor or premier speaks: 现在，我代表国务院，向大会报告政府工作. */
const SPEECH =
  /我(?:受.{2,12}委托|谨?代表.{2,20}?)(?:，|、)?.{0,12}(?:(?:向(?:大会|各位代表|会议)|作)(?:报告|作).{0,12}(?:工作|报告|建议)|作政府工作报告)/;

/**
 * Recognise which plan a text is: its kind, issuer, region, period, number, stage, and the series it continues.
 *
 * Looks at the title and the head of the text only: a text that mentions or reports a plan is not one. A report to a
 * people's congress is known by how it begins even without a title.
 *
 * @param input what is known; `issuer` and `year` are taken as given, `region` (of the source) where the text names none
 * @returns null for everything that is not itself a plan
 */
export function recognizePlan(input: PlanInput): PlanIdentity | null {
  return recognizeNormal(input, normalForm(input.text).text);
}

/** As {@link recognizePlan}, for a caller that has the normal form of the text. */
export function recognizeNormal(input: PlanInput, normal: string): PlanIdentity | null {
  const head = normal.slice(0, HEAD_CHARACTERS);
  const given = input.title == null ? '' : normalForm(input.title).text;
  const lines = head
    .split('\n')
    .slice(0, HEAD_LINES)
    .map((line) => line.trim());
  const found = planTitle(given, lines, head);
  if (found === null) return null;
  const { kind } = found;
  const speech = SPEECH.exec(head)?.[0] ?? '';
  const session =
    [given, ...lines].find(
      (line) =>
        line.length < LONGEST_LINE && /人民代表大会|人大.{1,8}会议/.test(line) && /20\d\d年/.test(line),
    ) ?? '';
  const names = [found.notice, found.name, ...issuerLines(lines, session, speech)];
  const named = findIssuer(input.issuer ?? null, names);
  const who = named.issuer === null ? findIssuer(publisherOf(input, found), []) : named;
  const number = documentNumber([given, ...lines].find((line) => OWN_NUMBER.test(line)) ?? '');
  const period = planPeriod(input, found, { session, number, normal });
  if (period === null) return null;
  const region = planRegion(who.issuer, who.region, input.region ?? null);
  // A speech of "the city government" at a province's paper: no telling which city's, and never the province's.
  if (who.issuer === null && speaksForOther(speech, region)) return null;
  return {
    issuer: who.issuer,
    region,
    kind: kind.name,
    series: seriesOf({ issuer: who.issuer, region, ...found }),
    ...period,
    title: found.title,
    documentNumber: documentNumber(`${given}\n${head}`),
    stage: planStage(
      speech !== '' || session !== '' || /报告$/.test(found.name),
      found.title,
      head,
      normal,
      input.published ?? null,
    ),
  };
}

/** The department that published a plan which says no more than its year and kind: a plan of the government says so, or has a topic. */
function publisherOf(
  { publishers = [], region = null }: PlanInput,
  { kind, name }: PlanTitle,
): string | null {
  const isBare = !kind.single && topicOf(name, kind, region, null) === '' && !name.includes('政府');
  return isBare ? departmentOf(publishers, region) : null;
}

/** The title given, else the first line of the head that is one, else what a speech to a congress must be. */
function planTitle(given: string, lines: readonly string[], head: string): PlanTitle | null {
  const own = readPlanTitle(given);
  if (own !== null) return own;
  const speech = /各位代表/.test(head) && SPEECH.test(head);
  // A page with a title of its own that names no plan is news, unless the text itself is the speech.
  if (given !== '' && !speech) return null;
  // What a speech names behind its address are other plans, and so are headlines behind a piece of news.
  const end = lines.findIndex((line) => (speech ? line.includes('各位代表') : TOLD.test(line)));
  const titles = end < 0 ? lines : lines.slice(0, end);
  for (const line of titles) {
    const title = readPlanTitle(line);
    if (title !== null) return title;
  }
  if (!speech) return null;
  const kind: PlanKind | undefined = PLAN_KINDS[0];
  return kind === undefined
    ? null
    : { title: given === '' ? kind.name : given, name: kind.name, kind, notice: '' };
}

/** Lines of the head that name a body: the session, the speaker, the speech, a line that is nothing but a body. */
function issuerLines(lines: readonly string[], session: string, speech: string): readonly string[] {
  const speaker =
    lines.find((line) => /(?:省长|市长|主席|县长|区长|总理|州长|盟长|旗长)/.test(line) && line.length < 30) ??
    '';
  const signed = lines.find((line) => /^.{2,20}人民政府(?:办公[厅室])?$/.test(line)) ?? '';
  return [
    session.replace(/^.*?在(?=.{2,20}届)/, ''),
    speaker,
    /代表(.{2,20}?)[，、]/.exec(speech)?.[1] ?? '',
    signed,
  ];
}

function planPeriod(
  input: PlanInput,
  found: PlanTitle,
  { session, number, normal }: { session: string; number: string | null; normal: string },
): Period | null {
  const named = titlePeriod(found.title) ?? titlePeriod(found.name);
  if (input.year != null) {
    const span = named === null ? 0 : named.endYear - named.year;
    return { year: input.year, endYear: input.year + span };
  }
  if (named !== null) return named;
  // The page may be a reprint of years later; the number a plan was issued under is not.
  const numbered = /〔(20\d\d)〕/.exec(number ?? '')?.[1];
  const held = /(20\d\d)年/.exec(session)?.[1];
  const review = /(20\d\d)年(?:政府)?工作回顾/.exec(normal)?.[1];
  const headed = review === undefined ? OF_YEAR.exec(normal)?.[1] : Number(review) + 1;
  // 2025年是收官之年 of the review, 2026年是开局之年 of the plan.
  const begun = [...normal.matchAll(/(?:^|\n)(20\d\d)年是[^。\n]{2,60}之年/g)].at(-1)?.[1];
  const year = Number(held ?? headed ?? numbered ?? input.published?.slice(0, 4) ?? begun ?? Number.NaN);
  return Number.isNaN(year) ? null : { year, endYear: year + yearsOf(found.name) - 1 };
}

/** 国发〔2024〕12号, whatever brackets the page uses. */
function documentNumber(text: string): string | null {
  const found = /([一-鿿]{2,12}?)\s*[〔[（【]\s*(20\d\d)\s*[〕\]）】]\s*(?:第\s*)?(\d{1,5})\s*号/.exec(text);
  return found === null ? null : `${found[1]}〔${found[2]}〕${found[3]}号`;
}
