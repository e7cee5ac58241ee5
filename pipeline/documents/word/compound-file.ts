import { CFB } from '@e965/xlsx';
import { z } from 'zod';
import { unreadable } from '../document.ts';

/** A compound file ([MS-CFB]): a small file system of named streams, in which Office kept documents until 2007. */
export interface CompoundFile {
  /** Bytes of a stream, null where there is none of that name. */
  readonly stream: (name: string) => Buffer | null;
}

const container = z.object({
  FileIndex: z.array(z.object({ name: z.string(), content: z.unknown().optional() })),
});

/** @throws {ExtractError} ATTACHMENT_UNREADABLE */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const streams = new Map<string, Buffer>();
  try {
    // The library has no types for this part.
    for (const { name, content } of container.parse(CFB.read(bytes, { type: 'array' })).FileIndex)
      if (content instanceof Uint8Array || Array.isArray(content)) streams.set(name, Buffer.from(content));
  } catch (error) {
    throw unreadable('it is a broken compound file', error);
  }
  return { stream: (name) => streams.get(name) ?? null };
}
