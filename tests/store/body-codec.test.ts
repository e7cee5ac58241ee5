import { describe, expect, it } from 'vitest';
import { packBody, unpackBody } from '../../store/body-codec.ts';

/** Bytes that no compression makes smaller, the same each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at++) {
    state = (state * 48_271) % 0x7fffffff;
    bytes[at] = state >> 8;
  }
  return bytes;
}

describe('a body of an earlier one', () => {
  it('takes next to no room where only its page changed, however large the files attached to it', async () => {
    const file = noise(6_000_000);
    const body = (visits: number) => Buffer.concat([Buffer.from(`<html>浏览次数：${visits}</html>`), file]);
    const packed = await packBody(body(1024), body(7));
    expect(packed.length).toBeLessThan(5000);
    expect(unpackBody(packed, body(1024).length, body(7)).equals(body(1024))).toBe(true);
  });
});
