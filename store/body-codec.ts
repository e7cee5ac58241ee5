import { promisify } from 'node:util';
import { constants, type ZstdOptions, zstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const compress = promisify(zstdCompress);

/** A twentieth smaller than 3 with a dictionary, in the same time; 5 saves another hundredth and takes a third longer. */
export const LEVEL = 4;
/**
 * The table of the level finds its way about so much of a dictionary; a page with attached files needs a larger one, and a
 * level that looks places up in it alone.
 */
const LARGE = 2 ** 20;
const LARGE_LEVEL = 3;
/** What comes out is gathered in buffers of this size; larger ones would mostly stay empty, and wait for the collector. */
const CHUNK = 16 * 1024;
/** Packing so many bytes, those of the other body included, holds up all else for some ten milliseconds: another thread does it. */
const LONG = 2 ** 21;

/**
 * Compress a page body, with another body as dictionary if there is one.
 *
 * A page whose template and text hardly changed then takes some dozens of bytes instead of tens of kilobytes. A usual page takes
 * 0.7 ms, and as much again where it goes to another thread, which takes its memory anew for each; so only large ones go.
 */
export async function packBody(body: Uint8Array, base: Uint8Array | null): Promise<Buffer> {
  const isLarge = base !== null && base.length > LARGE;
  const length = body.length + (base?.length ?? 0);
  const options: ZstdOptions = {
    pledgedSrcSize: body.length,
    chunkSize: CHUNK,
    params: {
      [constants.ZSTD_c_compressionLevel]: isLarge ? LARGE_LEVEL : LEVEL,
      [constants.ZSTD_c_windowLog]: reachOver(length),
      ...(isLarge ? { [constants.ZSTD_c_hashLog]: Math.ceil(Math.log2(base.length)) - 2 } : {}),
    },
    ...(base ? { dictionary: base } : {}),
  };
  return length > LONG ? compress(body, options) : zstdCompressSync(body, options);
}

/**
 * The size, as a power of two, of a window that reaches back over so many bytes and not much further: what it takes is counted
 * against the heap, and with 16 MB for each page in hand the collector never rested.
 */
export function reachOver(length: number): number {
  return Math.min(27, Math.max(10, Math.ceil(Math.log2(length + 1))));
}

/**
 * The body that {@link packBody} packed. Takes a tenth of a millisecond, less than a way to another thread and back.
 *
 * @param size of the body, which is all that is unpacked, whatever the row holds
 * @param base the same bytes as then
 */
export function unpackBody(packed: Uint8Array, size: number, base: Uint8Array | null): Buffer {
  return zstdDecompressSync(packed, {
    chunkSize: Math.max(64, size),
    maxOutputLength: Math.max(1, size),
    params: { [constants.ZSTD_d_windowLogMax]: 27 },
    ...(base ? { dictionary: base } : {}),
  });
}
