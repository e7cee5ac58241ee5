import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { encrypted, LIMITS, tooLarge, unreadable } from './document.ts';

/** One file of an archive. */
export interface ZipEntry {
  /** As the archive has it, decoded: for looking up and for showing, never a path to write to. */
  readonly name: string;
  readonly bytes: () => Promise<Buffer>;
}

/**
 * The files of a zip archive, by name.
 *
 * Nothing is unpacked before it is asked for. What entries say they unpack to is believed for the limit, and held
 * against what comes out (a bomb that lies breaks off there).
 *
 * @throws {ExtractError} ATTACHMENT_TOO_LARGE, ATTACHMENT_ENCRYPTED, ATTACHMENT_UNREADABLE
 */
export async function openZip(bytes: Uint8Array): Promise<ReadonlyMap<string, ZipEntry>> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await listEntries(zip);
  let left: number = LIMITS.unpacked;
  const files = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    left -= entry.uncompressedSize;
    if (left < 0) throw tooLarge(`${LIMITS.unpacked} bytes unpacked`);
    if (!files.has(name)) files.set(name, { name, bytes: () => unpack(zip, entry) });
  }
  return files;
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((done, fail) => {
    // Names are decoded by us: most archives of Chinese systems have them in GBK without saying so.
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) fail(unreadable('the archive is broken', error));
      else done(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > LIMITS.entries) throw tooLarge(`${LIMITS.entries} files inside`);
  return new Promise((done, fail) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => done(entries));
    zip.on('error', (error) => fail(unreadable('the archive is broken', error)));
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted()) throw encrypted();
  return new Promise((done, fail) => {
    const broken = (error: unknown) => fail(unreadable('the archive is broken', error));
    zip.openReadStream(entry, (error, stream) => {
      if (error) return broken(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', broken);
      stream.on('end', () => done(Buffer.concat(chunks)));
    });
  });
}

const UTF8_FLAG = 0x800;

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const utf8 = decode(raw, 'utf-8');
  const name =
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || utf8 !== null
      ? (utf8 ?? '')
      : (decode(raw, 'gb18030') ?? '');
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function decode(raw: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(raw);
  } catch {
    return null;
  }
}
