import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { FetchError } from '../../core/errors.ts';

/** More layers than this are a trick to make us work, not a compression. */
const MOST_LAYERS = 2;

/**
 * Read a response body, decompressed, up to a limit.
 *
 * The limit holds for what comes out: a small answer that unpacks to gigabytes is cut off there (CVE-2025-6176).
 *
 * @param contentEncoding the header, such as `gzip` or `br`; sites that compress unasked name it here
 * @throws {FetchError} FETCH_TOO_LARGE, FETCH_ENCODING; stream errors as they come
 */
export async function readBody(
  stream: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Buffer> {
  const layers = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (layers.length > MOST_LAYERS) throw unknownEncoding(layers.join(', '), url);
  const decoders = layers.reverse().map((name) => decoder(name, url));
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(tooLarge(maxBytes, url));
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([stream, ...decoders, collect]);
  return Buffer.concat(chunks, size);
}

function decoder(name: string, url: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw unknownEncoding(name, url);
  }
}

function unknownEncoding(name: string, url: string): FetchError {
  return new FetchError(
    'FETCH_ENCODING',
    `${url}: the answer is compressed as "${name}", which is not supported.`,
    {
      url,
    },
  );
}

function tooLarge(maxBytes: number, url: string): FetchError {
  return new FetchError(
    'FETCH_TOO_LARGE',
    `${url}: the body is larger than ${maxBytes} bytes. Raise crawl.maxBytes if this page is worth it.`,
    { url, maxBytes },
  );
}
