import { describe, expect, it } from 'vitest';
import { dueSources, lastMinute, nextMinute } from '../../app/jobs/crawl/due-sources.ts';
import type { RunRecord } from '../../core/archive.ts';
import { aSource } from '../helpers/installation.ts';

const source = aSource({
  id: 'a',
  urls: ['https://www.example.gov.cn/'],
  cron: '0 8 * * *',
  timezone: 'Asia/Shanghai',
});
const run = (dueAt: string, rest: Partial<RunRecord> = {}): RunRecord => ({
  id: 'r',
  sourceId: 'a',
  dueAt,
  startedAt: dueAt,
  finishedAt: dueAt,
  status: 'done',
  fetched: 0,
  newVersions: 0,
  errors: 0,
  release: '1.0.0',
  fault: null,
  judged: true,
  ...rest,
});
const due = (runs: readonly RunRecord[], now: string) =>
  dueSources([source], runs, new Date(now)).map((one) => one.dueAt);

describe('what is due', () => {
  it('is a source that never ran', () => {
    expect(due([], '2026-03-01T05:00:00Z')).toEqual(['2026-03-01T00:00:00.000Z']);
  });

  it('is not a source whose last scheduled minute was run', () => {
    expect(due([run('2026-03-01T00:00:00.000Z')], '2026-03-01T23:59:00Z')).toEqual([]);
  });

  it('is due at the minute itself', () => {
    expect(due([run('2026-02-28T00:00:00.000Z')], '2026-03-01T00:00:00Z')).toEqual([
      '2026-03-01T00:00:00.000Z',
    ]);
  });

  it('is due once, however many minutes were missed', () => {
    expect(due([run('2026-01-01T00:00:00.000Z')], '2026-03-01T05:00:00Z')).toEqual([
      '2026-03-01T00:00:00.000Z',
    ]);
  });

  it('is not due when somebody ran it by hand since', () => {
    expect(due([run('2026-03-01T02:30:00.000Z')], '2026-03-01T05:00:00Z')).toEqual([]);
  });

  it('is due when its last run was cut off', () => {
    expect(
      due([run('2026-03-01T00:00:00.000Z', { status: 'interrupted' })], '2026-03-01T05:00:00Z'),
    ).toHaveLength(1);
  });

  it('leaves out sources that are switched off', () => {
    expect(dueSources([{ ...source, enabled: false }], [], new Date('2026-03-01T05:00:00Z'))).toEqual([]);
  });

  it('neither skips nor doubles a day when clocks change', () => {
    const minutes: string[] = [];
    for (let hour = 0; hour < 24 * 9; hour++) {
      const now = new Date(Date.parse('2026-03-25T00:00:00Z') + hour * 3_600_000);
      const minute = lastMinute('30 2 * * *', 'Europe/Berlin', now);
      if (minutes.at(-1) !== minute) minutes.push(minute);
    }
    // On the 29th 02:30 does not exist; the run comes at the change, not a day later.
    const days = minutes.map((minute) => minute.slice(0, 10));
    expect(days).toEqual([...new Set(days)]);
    expect(days).toHaveLength(10);
  });

  it('says when a source runs next', () => {
    expect(nextMinute('0 8 * * *', 'Asia/Shanghai', new Date('2026-03-01T00:00:00Z'))).toBe(
      '2026-03-02T00:00:00.000Z',
    );
  });
});
