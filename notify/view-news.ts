import type { TargetChange } from '../core/change.ts';
import { countChanges } from '../core/change-order.ts';
import { changesValidity, type Language, type News, type VersionRef } from '../core/digest.ts';
import { isOtherText, type Statement } from '../core/plan.ts';
import { planName, planYears } from '../core/plan-name.ts';
import { formatQuantity, formatStep } from '../core/quantity.ts';
import { safeLink } from '../core/safe-link.ts';
import { minuteIn } from '../core/time.ts';
import { CHANGE_MARKS, words } from '../core/words.ts';
import { clip, excerptParts } from './clip.ts';
import { type ComparedNews, indicatorOf, type Reader } from './reader.ts';
import { siteLinks } from './site-links.ts';
import { mailText } from './text.ts';
import type { ItemView, LinkView, RowView, SideView } from './view.ts';
import { viewContext } from './view-context.ts';
import { viewResults } from './view-results.ts';

type FoundNews = Extract<News, { kind: 'plan_found' }>;
type EditedNews = Extract<News, { kind: 'article_edited' }>;
type PresenceNews = Extract<News, { kind: 'article_gone' | 'article_back' }>;
/** What differs between kinds of news; the rest is said the same way of all. */
type Body = Omit<ItemView, 'news' | 'label' | 'more' | 'links' | 'copies'>;

const LONGEST_TITLE = 90;
const LONGEST_NAME = 40;
const LONGEST_QUOTE = 160;
const MAX_COPIES = 5;
/** Far more than a digest has room for: a bound on work, not on what is told. */
const MAX_ROWS = 1000;
const MAX_HUNKS = 8;

function time({ site }: Reader, iso: string): string {
  return minuteIn(site.timezone, new Date(iso));
}

function viewSide(
  reader: Reader,
  said: Statement | null,
  version: VersionRef,
  year: number,
): SideView | null {
  if (said === null) return null;
  return {
    value: formatQuantity(said, reader.language),
    due: said.deadline === null || said.deadline === year ? null : reader.text.due(said.deadline),
    quote: clip(said.quote, LONGEST_QUOTE),
    href: siteLinks.quote(reader.site, version, said),
  };
}

function viewChange(reader: Reader, news: ComparedNews, change: TargetChange): RowView {
  return {
    indicator: indicatorOf(change),
    headline: change.headline,
    before: viewSide(reader, change.before, news.before.version, news.before.plan.endYear),
    after: viewSide(reader, change.after, news.version, news.plan.endYear),
    change: {
      kind: change.change,
      mark: CHANGE_MARKS[change.change],
      label: words[reader.language].change[change.change],
      step: formatStep(change, reader.language),
    },
  };
}

/** `3项上调`, `1项下调`: what happened to the targets; that they are unchanged only where nothing else happened. */
export function summaryParts(changes: readonly TargetChange[], language: Language): string[] {
  const moved = countChanges(changes).filter(([kind]) => kind !== 'same');
  if (moved.length === 0) return [mailText[language].subjectSame];
  return moved.map(([kind, count]) => words[language].changes(kind, count));
}

/** `效力：有效 → 废止`: what the page of an article says otherwise of it. */
export function factParts({ facts }: Pick<EditedNews, 'facts'>, language: Language): string[] {
  return facts.map(words[language].facts);
}

function unchangedLine({ text }: Reader, changes: readonly TargetChange[]): string | null {
  const same = changes.filter(({ change }) => change === 'same');
  if (same.length === 0) return null;
  const named = same.slice(0, 8).map(indicatorOf);
  const names = named.join(text.list);
  return text.unchanged(same.length, same.length > named.length ? names + text.andOthers : names);
}

/** What a plan was compared with: the year before, its page as it was, or the draft that stands on another page. */
function againstWhat(reader: Reader, { kind, before, version }: ComparedNews): string {
  const { text } = reader;
  const name = clip(planName(before.plan), LONGEST_TITLE);
  if (kind === 'plan_compared') return text.comparedWith(name);
  if (before.version.documentId !== version.documentId) return text.inPlaceOf[before.plan.stage](name);
  return text.edited(time(reader, before.version.archivedAt), time(reader, version.archivedAt));
}

function viewCompared(reader: Reader, news: ComparedNews): Body {
  const { text, language, site } = reader;
  const moved = news.changes.filter(({ change }) => change !== 'same');
  return {
    title: clip(planName(news.plan), LONGEST_TITLE),
    open: { label: text.openComparison, href: siteLinks.plan(site, news.planId) },
    summary: summaryParts(news.changes, language).join(text.comma),
    facts: [againstWhat(reader, news)],
    columns:
      news.kind === 'plan_compared'
        ? { before: text.year(planYears(news.before.plan)), after: text.year(planYears(news.plan)) }
        : { before: text.beforeRevision, after: text.afterRevision },
    rows: moved.slice(0, MAX_ROWS).map((change) => viewChange(reader, news, change)),
    unchanged: unchangedLine(reader, news.changes),
    hunks: [],
    parts: [...viewResults(reader, news), ...viewContext(reader, news.plan, news.context)],
    count: { rows: moved.length, hunks: 0 },
  };
}

function viewFound(reader: Reader, news: FoundNews): Body {
  const { text, site } = reader;
  const found = isOtherText(news.plan) ? text.foundBeside : text.found;
  return {
    title: clip(planName(news.plan), LONGEST_TITLE),
    open: { label: text.openPlan, href: siteLinks.plan(site, news.planId) },
    summary: text.subjectFound(news.targets.length),
    facts: [found, ...(news.targets.length === 0 ? [text.noTargets] : [])],
    columns: { before: null, after: text.target },
    rows: news.targets.slice(0, MAX_ROWS).map((target) => ({
      indicator: indicatorOf(target),
      headline: false,
      before: null,
      after: viewSide(reader, target, news.version, news.plan.endYear),
      change: null,
    })),
    unchanged: null,
    hunks: [],
    parts: viewContext(reader, news.plan, news.context),
    count: { rows: news.targets.length, hunks: 0 },
  };
}

/** What is the same of all news of articles: they have no table. */
function bareBody({ text }: Reader, news: EditedNews | PresenceNews) {
  return {
    title: clip(news.version.title, LONGEST_TITLE),
    summary: text.subjectKind[news.kind],
    columns: { before: null, after: '' },
    rows: [],
    unchanged: null,
    parts: [],
  };
}

function viewPresence(reader: Reader, news: PresenceNews): Body {
  const { text, site } = reader;
  return {
    ...bareBody(reader, news),
    open: { label: text.openArchive(news.version.seq), href: siteLinks.version(site, news.version) },
    facts: [text[news.kind](time(reader, news.at))],
    hunks: [],
    count: { rows: 0, hunks: 0 },
  };
}

function viewEdited(reader: Reader, news: EditedNews): Body {
  const { text, site } = reader;
  const changed = news.hunks.filter(({ kind }) => kind !== 'same');
  const facts = factParts(news, reader.language).map((fact) => clip(fact, LONGEST_QUOTE));
  const tell = changed.length === 0 ? text.restated : text.edited;
  return {
    ...bareBody(reader, news),
    open: { label: text.openDiff, href: siteLinks.diff(site, news.before, news.version) },
    summary: facts.length === 0 ? text.subjectKind[news.kind] : facts.join(text.semicolon),
    facts: [tell(time(reader, news.before.archivedAt), time(reader, news.version.archivedAt))],
    hunks: changed.slice(0, MAX_HUNKS).map(({ kind, parts }) => ({ kind, parts: excerptParts(parts) })),
    count: { rows: 0, hunks: changed.length },
  };
}

function viewBody(reader: Reader, news: News): Body {
  switch (news.kind) {
    case 'plan_compared':
    case 'plan_revised':
      return viewCompared(reader, news);
    case 'plan_found':
      return viewFound(reader, news);
    case 'article_edited':
      return viewEdited(reader, news);
    default:
      return viewPresence(reader, news);
  }
}

function viewLinks({ text, site }: Reader, news: News): LinkView[] {
  const original = text.original(clip(news.source.publisher, LONGEST_NAME));
  const archived = (version: VersionRef): LinkView => ({
    label: text.openArchive(version.seq),
    href: siteLinks.version(site, version),
  });
  const links: LinkView[] = [{ label: original, href: safeLink(news.version.url) }];
  if (news.kind === 'plan_compared')
    links.push({ label: text.originalBefore, href: safeLink(news.before.version.url) });
  if (news.kind === 'plan_revised') {
    const { version } = news.before;
    // A revision may stand at another address; then there is no diff of one document to show.
    if (version.documentId === news.version.documentId)
      links.push({ label: text.openDiff, href: siteLinks.diff(site, version, news.version) });
    links.push(archived(version));
  }
  if (news.kind === 'article_edited') links.push(archived(news.before));
  return [...links, archived(news.version)];
}

function viewCopy({ site }: Reader, copy: VersionRef): LinkView {
  const original = safeLink(copy.url);
  return {
    label: original === null ? clip(copy.title, LONGEST_NAME) : new URL(original).host,
    href: siteLinks.version(site, copy),
  };
}

/** Put a piece of news into the words of its reader, with the links that prove it. */
export function viewNews(reader: Reader, news: News): ItemView {
  const { text } = reader;
  const { published, archivedAt } = news.version;
  const provenance = [
    clip(news.source.publisher, LONGEST_NAME),
    ...(published === null ? [] : [text.publishedOn(published.slice(0, 10))]),
    text.archivedAt(time(reader, archivedAt)),
  ];
  const body = viewBody(reader, news);
  return {
    ...body,
    news,
    label: changesValidity(news) ? text.validityChanged : text.kind[news.kind],
    facts: [provenance.join(text.comma), ...body.facts],
    more: null,
    links: viewLinks(reader, news).filter(({ href }) => href !== body.open.href),
    copies: news.copies.slice(0, MAX_COPIES).map((copy) => viewCopy(reader, copy)),
  };
}
