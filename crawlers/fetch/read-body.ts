import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createZstdDecompress, gunzip } from 'node:zlib';
import { FetchError } from '../../core/errors.ts';
import { inflateEither } from './inflate-either.ts';

/** More layers than this are a trick to make us work, not a compression. */
const MOST_LAYERS = 2;

/** No compression, in words or by mistake: some servers name the charset here. */
const AS_IT_IS = /^(?:identity|none|utf-?8|gbk|gb2312|gb18030|big5|iso-8859-1)$/;

export interface BodyLimits {
  /** Bytes at most, counted after decompression. */
  readonly maxBytes: number;
  /** Take the first so many bytes and leave the rest, instead of refusing what is larger. */
  readonly clip?: number | undefined;
}

/**
 * Read a response body, decompressed, up to a limit.
 *
 * The limit holds for what comes out: a small answer that unpacks to gigabytes is cut off there (CVE-2025-6176). A body
 * that is gzip without saying so (sitemap files, servers that compress unasked) is unpacked too.
 *
 * @param headers lower-case names
 * @throws {FetchError} FETCH_TOO_LARGE, FETCH_ENCODING; stream errors as they come
 */
export async function readBody(
  stream: Readable,
  headers: Readonly<Record<string, string>>,
  limits: BodyLimits,
  url: string,
): Promise<Buffer> {
  const { maxBytes, clip } = limits;
  // Nothing is read of a body that says it is too large; what it unpacks to is larger still.
  if (clip === undefined && Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes, url);
  const layers = (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !AS_IT_IS.test(name));
  if (layers.length > MOST_LAYERS) throw unknownEncoding(layers.join(', '), url);
  const body = await collect(
    stream,
    layers.reverse().map((name) => decoder(name, url)),
    limits,
    layers.length === 0 ? Number(headers['content-length']) : Number.NaN,
    url,
  );
  return isGzip(body) && clip === undefined ? unpack(body, maxBytes, url) : body;
}

/** Ends reading early: what has come is enough. */
const ENOUGH = new Error('enough');

/** Room made for a body that says how long it is, at most: what it says may be a lie. */
const MOST_ROOM = 2 ** 20;
const FIRST_ROOM = 2 ** 16;

async function collect(
  stream: Readable,
  decoders: readonly Transform[],
  { maxBytes, clip }: BodyLimits,
  length: number,
  url: string,
): Promise<Buffer> {
  // Each piece is copied as it comes: pieces kept until the last outlived what the collector clears often, and made it go
  // through the whole heap every 25 pages.
  let body = Buffer.allocUnsafeSlow(Math.min(MOST_ROOM, length > 0 ? length : FIRST_ROOM));
  let size = 0;
  /** What ends reading with this chunk; null to go on. */
  const take = (chunk: Buffer): Error | null => {
    if (clip === undefined && size + chunk.length > maxBytes) return tooLarge(maxBytes, url);
    if (size + chunk.length > body.length) body = enlarged(body, size + chunk.length);
    size += chunk.copy(body, size);
    return clip !== undefined && size >= clip ? ENOUGH : null;
  };
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => done(take(chunk)) });
  // A pipeline costs as much as all the rest of reading a body that is sent as it is.
  const read = decoders.length === 0 ? eachOf(stream, take) : pipeline([stream, ...decoders, sink]);
  await read.catch((error: unknown) => {
    if (error !== ENOUGH) throw error;
  });
  const end = Math.min(size, clip ?? size);
  return end === body.length ? body : Buffer.from(body.subarray(0, end));
}

/** The same bytes with twice the room, or as much as is needed. */
function enlarged(body: Buffer, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(2 * body.length, needed));
  body.copy(larger);
  return larger;
}

async function eachOf(stream: Readable, take: (chunk: Buffer) => Error | null): Promise<void> {
  for await (const chunk of stream) {
    const end = take(chunk);
    if (end !== null) throw end;
  }
}

function isGzip(body: Buffer): boolean {
  return body[0] === 0x1f && body[1] === 0x8b && body[2] === 8;
}

function unpack(body: Buffer, maxBytes: number, url: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    gunzip(body, { maxOutputLength: maxBytes }, (error, unpacked) => {
      if (error === null) done(unpacked);
      else fail('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes, url) : error);
    });
  });
}

function decoder(name: string, url: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return inflateEither();
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
    `${url}: the answer is compressed as "${name}", which is not supported. Set fetcher: browser in the source if a browser shows it.`,
    { url },
  );
}

function tooLarge(maxBytes: number, url: string): FetchError {
  return new FetchError(
    'FETCH_TOO_LARGE',
    `${url}: the body is larger than ${maxBytes} bytes. Raise crawl.maxBytes if this page is worth it.`,
    { url, maxBytes },
  );
}
