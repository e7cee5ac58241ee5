import { describe, expect, it } from 'vitest';
import { packBody, unpackBody } from '../../store/body-codec.ts';
import { bodyPacker } from '../../store/body-packer.ts';

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

describe('a body on a template', () => {
  const page = (text: string) =>
    Buffer.from(`<html><div>${noise(20_000).toString('base64')}</div><p>${text}</p></html>`);

  it('is packed as it would be alone, one after another, in any order of asking', async () => {
    const packer = bodyPacker(page('首页'));
    const pages = Array.from({ length: 20 }, (_, at) => page(`今年新增就业${at}万人`.repeat(at + 1)));
    const packed = await Promise.all(pages.map(packer.pack));
    for (const [at, one] of pages.entries()) {
      expect(packed[at]?.length).toBeLessThan(200);
      expect(unpackBody(packed[at] ?? one, one.length, page('首页')).equals(one)).toBe(true);
    }
    packer.close();
  });

  it('may be many times as long as it, and hold nothing of it', async () => {
    const packer = bodyPacker(page('首页'));
    for (const body of [noise(500_000), Buffer.from('短'), noise(60_000), page('短')])
      expect(unpackBody(await packer.pack(body), body.length, page('首页')).equals(body)).toBe(true);
    packer.close();
  });
});
