import { Transform } from 'node:stream';
import { createInflate, createInflateRaw } from 'node:zlib';

/**
 * Unpack `deflate`, with or without the zlib wrapper: the standard asks for it (RFC 9110, 8.4.1.2), some servers leave
 * it out, and browsers take both.
 */
export function inflateEither(): Transform {
  let inner: Transform | null = null;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (inner === null) {
        // A zlib header names method 8 in its first byte's low half; a raw block of text never begins so.
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
        inner.on('data', (data: Buffer) => this.push(data));
        inner.on('error', (error) => this.destroy(error));
      }
      inner.write(chunk, () => done());
    },
    flush(done) {
      if (inner === null) return done();
      inner.once('end', () => done()).end();
    },
    destroy(error, done) {
      inner?.destroy();
      done(error);
    },
  });
}
