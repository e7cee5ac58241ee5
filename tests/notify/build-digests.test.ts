import { describe, expect, it } from 'vitest';
import type { News, Subscriber } from '../../core/digest.ts';
import { buildDigests } from '../../notify/build-digests.ts';
import {
  changes,
  compared,
  edited,
  found,
  gone,
  ledger,
  period,
  revised,
  source,
  subscriber,
  tasks,
  version,
} from '../helpers/news.ts';

const ids = (news: readonly News[], who: Partial<Subscriber> = {}): string[] =>
  buildDigests(news, [subscriber(who)], period).flatMap((digest) => digest.news.map(({ id }) => id));

describe('buildDigests', () => {
  const all = [gone(), edited(), found(), revised(), compared()];

  it('puts moved targets first, then revisions, new plans, edits and pages taken down', () => {
    expect(ids(all)).toEqual(['n-compared', 'n-revised', 'n-found', 'n-edited', 'n-gone']);
  });

  it('gives the same digests for the same news in any order', () => {
    expect(buildDigests(all.toReversed(), [subscriber()], period)).toEqual(
      buildDigests(all, [subscriber()], period),
    );
  });

  it('shows standing targets first, as the plan orders them, then one-off measures by kind of change', () => {
    const [digest] = buildDigests([compared()], [subscriber()], period);
    const [news] = digest?.news ?? [];
    const shown = news?.kind === 'plan_compared' ? news.changes : [];
    expect(shown.map(({ headline, change }) => `${headline ? '*' : ''}${change}`)).toEqual([
      '*lowered',
      '*raised',
      '*comparator',
      '*same',
      'rescoped',
      'dropped',
      'new',
      'not_restated',
    ]);
  });

  it('puts the plan with more moved standing targets first', () => {
    const small = compared({ id: 'small', planId: 'p-small', changes: changes.slice(0, 1) });
    expect(ids([small, compared()])).toEqual(['n-compared', 'small']);
  });

  it('tells a plan that repeats last year after the plans that moved', () => {
    const same = compared({
      id: 'same',
      planId: 'p-same',
      changes: changes.filter(({ change }) => change === 'same'),
    });
    expect(ids([same, revised()])).toEqual(['n-revised', 'same']);
  });

  it('says nothing of an edit without a changed paragraph or a revision without a moved target', () => {
    const hunks = [{ kind: 'same' as const, parts: [{ kind: 'same' as const, text: '全文未变。' }] }];
    const calm = { ...revised(), changes: changes.filter(({ change }) => change === 'same') };
    expect(buildDigests([{ ...edited(), hunks }, calm], [subscriber()], period)).toEqual([]);
  });

  it('makes no digest for the inactive, nor where there is no news', () => {
    expect(buildDigests(all, [subscriber({ active: false })], period)).toEqual([]);
    expect(buildDigests([], [subscriber()], period)).toEqual([]);
  });

  it('gives a digest the same id whenever it tells the same news, and another to another subscriber', () => {
    const later = { from: period.to, to: '2026-02-01T00:00:00.000Z' };
    const [first] = buildDigests(all, [subscriber()], period);
    const [again] = buildDigests(all, [subscriber()], later);
    const [other] = buildDigests(all, [subscriber({ id: 's2' })], period);
    const [less] = buildDigests(all.slice(1), [subscriber()], period);
    expect(again?.id).toBe(first?.id);
    expect(new Set([first?.id, other?.id, less?.id]).size).toBe(3);
  });

  describe('filters', () => {
    it.each<[string, Partial<Subscriber>, string[]]>([
      ['a source', { sources: ['linhai-daily'] }, ['n-edited', 'n-gone']],
      [
        'a region, with what lies inside it',
        { regions: ['临海省'] },
        ['n-compared', 'n-revised', 'n-found', 'n-edited', 'n-gone'],
      ],
      ['a city', { regions: ['临海省港城市'] }, ['n-found']],
      ['a city without its province', { regions: ['港城市'] }, ['n-found']],
      ['a tag', { tags: ['市级', '国家级'] }, ['n-found']],
      ['a word in a title', { words: ['乡村振兴'] }, ['n-edited']],
      ['a word in a changed paragraph', { words: ['专项资金'] }, ['n-edited']],
      ['a word in a quote', { words: ['老旧小区'] }, ['n-compared']],
      ['region and word together', { regions: ['临海省港城市'], words: ['老旧小区'] }, []],
      ['nothing known', { regions: ['海东省'] }, []],
    ])('by %s', (_, wishes, expected) => {
      expect(ids(all, wishes)).toEqual(expected);
    });

    it('passes over a word that stands only in unchanged paragraphs', () => {
      expect(ids([edited()], { words: ['记者'] })).toEqual([]);
    });

    it('narrows a plan to the targets that speak of the word, in either width and case', () => {
      const [digest] = buildDigests([compared()], [subscriber({ words: ['ｇｄｐ', '失业率'] })], period);
      const [news] = digest?.news ?? [];
      expect(news?.kind === 'plan_compared' && news.changes.map(({ indicator }) => indicator)).toEqual([
        '城镇调查失业率',
      ]);
    });

    it('narrows what became of targets and tasks likewise', () => {
      const news = compared({ ledger, tasks });
      const [digest] = buildDigests([news], [subscriber({ words: ['就业', '养老'] })], period);
      const [told] = digest?.news ?? [];
      if (told?.kind !== 'plan_compared') throw new Error('expected a comparison');
      expect(told.ledger.map(({ target }) => target.indicator)).toEqual(['城镇新增就业']);
      expect(told.tasks?.changes.map(({ after }) => after?.text)).toEqual(['加快建立农村养老服务制度。']);
      expect(told.tasks?.counts).toMatchObject({ firmer: 1, weaker: 0, deadline: 0, new: 0 });
    });

    it('keeps the whole plan if its title speaks of the word', () => {
      const [digest] = buildDigests([compared()], [subscriber({ words: ['工作报告'] })], period);
      expect(digest?.news[0]).toHaveProperty('changes.length', changes.length);
    });
  });

  describe('copies', () => {
    const reprint = compared({
      id: 'reprint',
      at: '2026-01-20T01:00:00.000Z',
      source: source({ id: 'portal', publisher: '门户', publisherKind: 'aggregator' }),
      version: version({ documentId: 'd-portal', url: 'https://portal.example/1.html' }),
    });

    it('tells one text on many sites once, by its most official place', () => {
      const [digest] = buildDigests([reprint, compared()], [subscriber()], period);
      expect(digest?.news.map(({ id }) => id)).toEqual(['n-compared']);
      expect(digest?.news[0]?.copies.map(({ documentId }) => documentId)).toEqual(['d-portal']);
    });

    it('still tells a reprint to who follows only the reprint', () => {
      expect(ids([reprint, compared()], { sources: ['portal'] })).toEqual(['reprint']);
    });

    it('tells a reprint apart that was edited otherwise', () => {
      const other = {
        ...edited(),
        id: 'other',
        hunks: [{ kind: 'added' as const, parts: [{ kind: 'added' as const, text: '另加一段。' }] }],
      };
      expect(ids([edited(), other])).toHaveLength(2);
      expect(ids([edited(), { ...edited(), id: 'equal' }])).toHaveLength(1);
    });
  });
});
