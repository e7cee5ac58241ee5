import { unreadable } from '../document.ts';

/** One character of a Word document, and where in the file it stands: looks are told by that place. */
export interface DocCharacter {
  readonly code: number;
  readonly at: number;
}

/** Where the piece table stands ([MS-DOC] 2.5.6, fcClx). */
const FC_CLX = 0x1a2;
const COMPRESSED = 0x40000000;

/**
 * The main text of a Word document, character by character: its pieces lie anywhere in the file, in Unicode or, where
 * one byte does, in Windows-1252 ([MS-DOC] 2.4.1, 2.9.73).
 *
 * @param length characters of the main text; notes and headers follow and are left
 * @throws {ExtractError} ATTACHMENT_UNREADABLE
 */
export function* readPieces(main: Buffer, table: Buffer, length: number): Generator<DocCharacter> {
  const plc = pieceTable(main, table);
  const count = Math.floor((plc.length - 4) / 12);
  const western = new TextDecoder('windows-1252');
  let left = length;
  for (let piece = 0; piece < count && left > 0; piece++) {
    const size = Math.min(left, plc.readUInt32LE(4 * piece + 4) - plc.readUInt32LE(4 * piece));
    const place = plc.readUInt32LE(4 * (count + 1) + 8 * piece + 2);
    const compressed = (place & COMPRESSED) !== 0;
    const start = compressed ? (place & ~COMPRESSED) / 2 : place;
    const width = compressed ? 1 : 2;
    if (size < 0 || start + size * width > main.length) throw unreadable('its pieces lie outside of it');
    const text = compressed
      ? western.decode(main.subarray(start, start + size))
      : main.toString('utf16le', start, start + 2 * size);
    for (let at = 0; at < size; at++) yield { code: text.charCodeAt(at), at: start + at * width };
    left -= size;
  }
}

/** The piece table behind the property changes that may stand before it. */
function pieceTable(main: Buffer, table: Buffer): Buffer {
  let at = main.readUInt32LE(FC_CLX);
  const end = at + main.readUInt32LE(FC_CLX + 4);
  while (at + 5 <= Math.min(end, table.length)) {
    const kind = table[at];
    if (kind === 2) return table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
    if (kind !== 1) break;
    at += 3 + table.readUInt16LE(at + 1);
  }
  throw unreadable('it has no table of its pieces');
}
