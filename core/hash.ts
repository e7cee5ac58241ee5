import { createHash } from 'node:crypto';

/** Hex SHA-256 of bytes or of a text in UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * A text id for a natural key: the same parts always give the same id, so saving twice is saving once.
 *
 * Parts are length-prefixed; joining them with a separator would let `a|b` + `c` collide with `a` + `b|c`.
 *
 * @returns 20 hex digits: 80 bits, which keeps a billion rows below one collision in a million archives
 */
export function naturalId(...parts: readonly (string | number)[]): string {
  return sha256(parts.map((part) => `${String(part).length}:${part}`).join('')).slice(0, 20);
}
