import { describe, expect, it } from 'vitest';
import { rulesAt } from '../../app/jobs/page/derive-page.ts';
import { aSource } from '../helpers/installation.ts';

const source = aSource({
  urls: ['https://www.example.gov.cn/'],
  rules: { select: '.now' },
  pastRules: [
    { select: '.before', validUntil: '2026-01-01' },
    { select: '.long-before', validUntil: '2025-01-01' },
  ],
});
const at = (moment: string) => rulesAt(source, moment).select;

describe('the rules of a source', () => {
  it('are those of the time a page was fetched', () => {
    expect(at('2024-06-01T00:00:00.000Z')).toEqual(['.long-before']);
    expect(at('2025-06-01T00:00:00.000Z')).toEqual(['.before']);
    expect(at('2026-06-01T00:00:00.000Z')).toEqual(['.now']);
  });

  it('change at the moment they are valid until', () => {
    expect(at('2025-12-31T23:59:59.999Z')).toEqual(['.before']);
    expect(at('2026-01-01T00:00:00.000Z')).toEqual(['.now']);
  });
});
