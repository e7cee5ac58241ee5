import { afterAll, describe, expect, it } from 'vitest';
import { derive } from '../../../app/jobs/page/derive.ts';
import { derivePool } from '../../../app/workers/derive-pool.ts';
import { aReport } from '../../helpers/pages.ts';

const pool = derivePool(1);
afterAll(pool.close);

const page = { url: 'http://gov.example/2026.html', headers: { 'content-type': 'text/html; charset=utf-8' } };
const html = aReport(2026, { growth: '5%左右', jobs: 126, grain: 500 });

describe('reading in threads', () => {
  it('gives what reading in place gives', async () => {
    const here = derive(Buffer.from(html), page, {}, '某省');
    expect(await pool.derive(Buffer.from(html), page, {}, '某省')).toEqual(here);
    expect(here.reading?.statements.length).toBeGreaterThan(0);
  });

  it('moves the bytes of a page instead of copying them, and leaves bytes alone that share a buffer', async () => {
    const own = new Uint8Array(new TextEncoder().encode(html));
    const shared = Buffer.from(`xx${html}`).subarray(2);
    await pool.derive(own, page, {}, null);
    await pool.derive(shared, page, {}, null);
    expect([own.byteLength, shared.toString()]).toEqual([0, html]);
  });

  it('tells under its code why a page cannot be read', async () => {
    const rules = { select: ['#nowhere'] };
    await expect(pool.derive(Buffer.from(html), page, rules, null)).rejects.toMatchObject({
      name: 'ExtractError',
      code: 'RULE_MATCHED_NOTHING',
      message: expect.stringContaining('#nowhere'),
    });
  });
});
