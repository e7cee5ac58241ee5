import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Fast, and with a dictionary as small as any: from 3 to 6 takes twice the time for a twentieth of the room. */
const LEVEL = 3;
/** Room for a window that reaches back over a whole earlier page and the new one; that of the level would not. */
const WINDOW_LOG = 24;
/** Refuse to unpack more than this: the largest body a crawl may bring is far below. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Compress a page body, with another body as dictionary if there is one, off the main thread.
 *
 * A page whose template and text hardly changed then takes some dozens of bytes instead of tens of kilobytes.
 */
export function packBody(body: Uint8Array, base: Uint8Array | null): Promise<Buffer> {
  return compress(body, {
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_windowLog]: WINDOW_LOG },
    ...(base ? { dictionary: base } : {}),
  });
}

/** The body that {@link packBody} packed; `base` must be the same bytes as then. */
export function unpackBody(packed: Uint8Array, base: Uint8Array | null): Promise<Buffer> {
  return decompress(packed, {
    maxOutputLength: MAX_BYTES,
    params: { [constants.ZSTD_d_windowLogMax]: 27 },
    ...(base ? { dictionary: base } : {}),
  });
}
