import { describe, expect, it } from 'vitest';
import { judgeRun, type StepFault } from '../../app/jobs/crawl/judge-run.ts';

const faults = (count: number, role: StepFault['role'], code: string): StepFault[] =>
  Array.from({ length: count }, (_, i) => ({ role, code, message: `${code} ${i}` }));
const judge = (fetched: number, all: readonly StepFault[], kind: 'list' | 'page' = 'list') =>
  judgeRun({ kind }, { fetched }, all)?.code ?? null;

describe('a run', () => {
  it('goes ill by its list, whatever else went well', () => {
    expect(judge(50, faults(1, 'list', 'LIST_EMPTY'))).toBe('LIST_EMPTY');
  });

  it('goes ill when half of the articles or more fail or read ill, and at least three', () => {
    expect(judge(4, faults(4, 'fetch', 'FETCH_TIMEOUT'))).toBe('FETCH_TIMEOUT');
    expect(judge(5, faults(4, 'fetch', 'FETCH_TIMEOUT'))).toBeNull();
    expect(judge(0, faults(2, 'fetch', 'FETCH_TIMEOUT'))).toBeNull();
    expect(judge(8, faults(4, 'reading', 'EXTRACT_SUSPECT'))).toBe('EXTRACT_SUSPECT');
    expect(judge(9, faults(4, 'reading', 'EXTRACT_SUSPECT'))).toBeNull();
  });

  it('is not ill for pages that the link rule should not have let in', () => {
    expect(judge(0, faults(9, 'fetch', 'ROBOTS_DISALLOWED'))).toBeNull();
  });

  it('goes ill when many new pages came and none is an article, but not when some are none', () => {
    expect(judge(5, faults(5, 'reading', 'NOT_ARTICLE'))).toBe('NOT_ARTICLE');
    expect(judge(4, faults(4, 'reading', 'NOT_ARTICLE'))).toBeNull();
    expect(judge(90, faults(89, 'reading', 'NOT_ARTICLE'))).toBeNull();
  });

  it('is named by the fault that most articles have', () => {
    const mixed = [...faults(1, 'fetch', 'FETCH_RESET'), ...faults(3, 'fetch', 'FETCH_STATUS')];
    expect(judgeRun({ kind: 'list' }, { fetched: 2 }, mixed)?.message).toMatch(
      /^4 of 6 articles .* FETCH_STATUS 0$/,
    );
  });

  it('of single pages goes ill when none of them came', () => {
    expect(judge(0, faults(1, 'fetch', 'FETCH_MISSING'), 'page')).toBe('FETCH_MISSING');
    expect(judge(1, faults(1, 'fetch', 'FETCH_MISSING'), 'page')).toBeNull();
  });
});
