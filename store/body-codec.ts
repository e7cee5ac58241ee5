import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Room for a window that reaches back over a whole earlier page and the new one: 2^27 bytes.
 * The default window of a fast level would not see the start of a large dictionary.
 */
const WINDOW_LOG = 24;
/** Refuse to unpack more than this: the largest body a crawl may bring is far below. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Compress a page body, with an earlier body of the same page as dictionary if there is one.
 *
 * A page whose template and text hardly changed then takes some dozens of bytes instead of tens of kilobytes.
 */
export function packBody(body: Uint8Array, base: Uint8Array | null): Buffer {
  return zstdCompressSync(body, {
    params: { [constants.ZSTD_c_compressionLevel]: 6, [constants.ZSTD_c_windowLog]: WINDOW_LOG },
    ...(base ? { dictionary: base } : {}),
  });
}

/** The body that {@link packBody} packed; `base` must be the same bytes as then. */
export function unpackBody(packed: Uint8Array, base: Uint8Array | null): Buffer {
  return zstdDecompressSync(packed, {
    maxOutputLength: MAX_BYTES,
    params: { [constants.ZSTD_d_windowLogMax]: 27 },
    ...(base ? { dictionary: base } : {}),
  });
}
