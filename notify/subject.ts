import type { Language, News } from '../core/digest.ts';
import { planName } from '../core/plan-name.ts';
import { clip } from './clip.ts';
import { mailText } from './text.ts';
import type { MailView } from './view.ts';
import { factParts, summaryParts } from './view-news.ts';

const LONGEST = 70;
const LONGEST_NAME = 34;
/** As long as the name and how many follow leave room for. */
const LONGEST_FACT = 24;

function nameOf(news: News): string {
  return 'plan' in news ? planName(news.plan) : news.version.title;
}

function happened(news: News, language: Language): string[] {
  const text = mailText[language];
  switch (news.kind) {
    case 'plan_compared':
      return summaryParts(news.changes, language);
    case 'plan_revised':
      return [text.subjectRevised, ...summaryParts(news.changes, language)];
    case 'plan_found':
      return [text.subjectFound(news.targets.length)];
    case 'article_edited':
      return news.facts.length > 0
        ? factParts(news, language).map((fact) => clip(fact, LONGEST_FACT))
        : [text.subjectKind[news.kind]];
    default:
      return [text.subjectKind[news.kind]];
  }
}

/**
 * The subject line: the first piece of news of the mail, how many follow, and which mail of its digest it is.
 *
 * The name gives way before the counts do: 3项上调 is what the line is read for. Counts that do not fit are left out whole.
 *
 * @returns one line of at most 70 characters
 */
export function subjectOf({ items, part }: MailView, language: Language): string {
  const text = mailText[language];
  const news = items.map((item) => item.news);
  const [first] = news;
  if (first === undefined) return 'planwatch';
  const more = (news.length > 1 ? text.subjectMore(news.length - 1) : '') + part;
  const [start = '', ...rest] = happened(first, language);
  let line = `${clip(nameOf(first), LONGEST_NAME)}${text.colon}${start}`;
  for (const part of rest) {
    const longer = `${line}${text.comma}${part}`;
    if (longer.length + more.length > LONGEST - 1) return `${line}…${more}`;
    line = longer;
  }
  return line + more;
}
