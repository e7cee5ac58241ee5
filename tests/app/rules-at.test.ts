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

  it('change at the end of the day they are valid until, in the zone of the source', () => {
    expect(at('2026-01-01T15:59:59.999Z')).toEqual(['.before']);
    expect(at('2026-01-01T16:00:00.000Z')).toEqual(['.now']);
    const west = rulesAt({ ...source, timezone: 'America/New_York' }, '2026-01-02T04:59:59.999Z');
    expect(west.select).toEqual(['.before']);
  });
});
