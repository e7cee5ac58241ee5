import type { TargetChange } from '../core/change.ts';
import { changesValidity, type News, type PlanContext, type Subscriber } from '../core/digest.ts';
import type { Statement } from '../core/plan.ts';
import { countTasks } from '../core/tasks.ts';

type ComparedNews = Extract<News, { kind: 'plan_compared' | 'plan_revised' }>;

/** One form for letters of either case and either width. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** An empty wish list wishes for everything. */
function wishes(wished: readonly string[], has: readonly string[]): boolean {
  return wished.length === 0 || wished.some((wish) => has.includes(wish));
}

/** 山东省 and 青岛市 both ask for 山东省青岛市: what lies around a region is written before its name, what lies inside behind. */
function inRegions(regions: readonly string[], news: News): boolean {
  const own = 'plan' in news ? [news.plan.region, news.source.region] : [news.source.region];
  return regions.length === 0 || regions.some((region) => own.some((name) => name?.includes(region)));
}

function statementTexts(statement: Statement | null): string[] {
  return statement === null ? [] : [statement.indicator, statement.entity ?? '', statement.quote];
}

function changeTexts({ indicator, entity, before, after }: TargetChange): string[] {
  return [indicator, entity ?? '', ...statementTexts(before), ...statementTexts(after)];
}

/** The part of the news that speaks of one of the words; the whole of it if its title does. */
function aboutWords(news: News, words: readonly string[]): News | null {
  const folded = words.map(fold);
  const speaks = (texts: readonly string[]): boolean =>
    texts.some((text) => folded.some((word) => fold(text).includes(word)));

  if (words.length === 0 || speaks([news.version.title, 'plan' in news ? news.plan.title : ''])) return news;
  switch (news.kind) {
    case 'plan_compared':
    case 'plan_revised': {
      const changes = news.changes.filter((change) => speaks(changeTexts(change)));
      const worth = changes.some(({ change }) => news.kind === 'plan_compared' || change !== 'same');
      return worth ? { ...news, changes, ...aboutResults(news, speaks) } : null;
    }
    case 'plan_found': {
      const targets = news.targets.filter((target) => speaks(statementTexts(target)));
      return targets.length > 0 ? { ...news, targets, context: aboutContext(news.context, speaks) } : null;
    }
    case 'article_edited': {
      const told = news.facts.flatMap(({ before, after }) => [before ?? '', after]);
      if (speaks(changesValidity(news) ? [...told, news.text] : told)) return news;
      const changed = news.hunks.filter(({ kind }) => kind !== 'same');
      return changed.some(({ parts }) => speaks([parts.map(({ text }) => text).join('')])) ? news : null;
    }
    default:
      return null;
  }
}

/** The results and tasks that speak of one of the words. */
function aboutResults(
  { ledger, tasks, context }: ComparedNews,
  speaks: (texts: readonly string[]) => boolean,
): Pick<ComparedNews, 'ledger' | 'tasks' | 'context'> {
  const told = tasks?.changes.filter(({ before, after }) => speaks([before?.text ?? '', after?.text ?? '']));
  return {
    ledger: ledger.filter(({ target, achievement }) =>
      speaks([...statementTexts(target), ...statementTexts(achievement)]),
    ),
    tasks: told === undefined ? null : { counts: countTasks(told), changes: told },
    context: aboutContext(context, speaks),
  };
}

function aboutContext(context: PlanContext, speaks: (texts: readonly string[]) => boolean): PlanContext {
  const { above } = context;
  if (above === null) return context;
  const targets = above.targets.filter((each) =>
    speaks([...statementTexts(each.own), ...statementTexts(each.above)]),
  );
  return { ...context, above: { ...above, targets } };
}

/**
 * What of a piece of news concerns a subscriber: all of sources, regions, tags and words must agree, any entry of each.
 *
 * Words narrow a plan to the targets, results and tasks that speak of them, unless its title already does.
 *
 * @returns the news, perhaps with fewer targets; null if it is not for this subscriber
 */
export function matchNews(news: News, subscriber: Subscriber): News | null {
  const concerns =
    wishes(subscriber.sources, [news.source.id]) &&
    wishes(subscriber.tags, news.source.tags) &&
    inRegions(subscriber.regions, news);
  return concerns ? aboutWords(news, subscriber.words) : null;
}
