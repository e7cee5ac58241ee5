import { expect, test } from 'vitest';
import type { Outcome } from '../../core/ledger.ts';
import { mergeReports, type Told } from '../../core/merge-reports.ts';
import { statement } from '../helpers/news.ts';

const target = statement('地区生产总值增长5%', { start: 10, end: 21 });
const jobs = statement('城镇新增就业9万人', { start: 30, end: 39 });
const done = statement('地区生产总值增长5.2%', { kind: 'achievement' });

const told = (from: string, outcome: Outcome, own: boolean, of = target): Told => ({
  settlement: { target: of, outcome, achievement: outcome === 'not_reported' ? null : done, progress: [] },
  report: { documentId: from, seq: 1 },
  own,
});
const merged = (...all: Told[]) =>
  mergeReports(all).map(({ target: of, outcome, report, others }) => [
    of.quote,
    outcome,
    report.documentId,
    others.map((other) => other.report.documentId).join(),
  ]);

test('the issuer’s own plan comes before articles, and what they report stands beside it', () => {
  expect(
    merged(told('communiqué', 'missed', false), told('plan', 'met', true), told('news', 'met', false)),
  ).toEqual([[target.quote, 'met', 'plan', 'communiqué,news']]);
});

test('a number comes before silence, whoever gives it', () => {
  expect(merged(told('plan', 'not_reported', true), told('communiqué', 'missed', false))).toEqual([
    [target.quote, 'missed', 'communiqué', ''],
  ]);
});

test('silence is told of the next plan only', () => {
  expect(merged(told('plan', 'not_reported', true))).toEqual([[target.quote, 'not_reported', 'plan', '']]);
  expect(merged(told('news', 'not_reported', false))).toEqual([]);
});

test('targets stay apart and in order', () => {
  expect(merged(told('plan', 'met', true), told('plan', 'not_reported', true, jobs))).toEqual([
    [target.quote, 'met', 'plan', ''],
    [jobs.quote, 'not_reported', 'plan', ''],
  ]);
});
