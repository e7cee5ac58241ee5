import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../crawlers/fetch/read-body.ts';

const limits = { maxBytes: 5_000_000 };
const url = 'https://www.example.gov.cn/a.html';

/** A body that comes in pieces of its own. */
const inPieces = (body: Buffer, length: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(body.length / length) }, (_, i) =>
      Buffer.from(body.subarray(i * length, (i + 1) * length)),
    ),
  );

describe('the body of an answer', () => {
  const body = Buffer.from('望潮市人民政府工作报告'.repeat(20_000));

  it('comes whole, whatever length is claimed for it', async () => {
    for (const claimed of ['', '0', '12', String(body.length), '4000000', '-1', 'NaN']) {
      const read = await readBody(inPieces(body, 65_521), { 'content-length': claimed }, limits, url);
      expect(read.equals(body), claimed).toBe(true);
    }
  });

  it('may be empty, or cut off where no more is asked for', async () => {
    expect(await readBody(Readable.from([]), {}, limits, url)).toHaveLength(0);
    const clipped = await readBody(inPieces(body, 1000), {}, { ...limits, clip: 2500 }, url);
    expect(clipped.equals(body.subarray(0, 2500))).toBe(true);
  });

  it('is refused as soon as it is larger than it may be', async () => {
    const reading = readBody(inPieces(body, 1000), {}, { maxBytes: 99_999 }, url);
    await expect(reading).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' });
  });
});
