import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../app/attachments/document-reader.ts';
import { docxOf, pdfOf, zipOf } from '../../helpers/archives.ts';

const reader = createDocumentReader();
const good = readFileSync(join(import.meta.dirname, '../../fixtures/attachments/plan.docx'));
const word = (body: Buffer, claimed?: number) =>
  zipOf([{ name: 'word/document.xml', body, ...(claimed === undefined ? {} : { claimed }) }]);

describe('a file made to harm its reader', () => {
  afterAll(async () => {
    expect((await reader.read(good)).kind).toBe('docx');
  });

  it.each([
    ['a bomb', word(Buffer.alloc(300_000_000)), 'ATTACHMENT_TOO_LARGE'],
    [
      'a bomb that claims to be small',
      word(Buffer.alloc(50_000_000, '<w:p/>'), 100),
      'ATTACHMENT_UNREADABLE',
    ],
    ['ten thousand pages', pdfOf(10_000), 'ATTACHMENT_TOO_LARGE'],
    ['a locked archive', zipOf([{ name: 'a.docx', body: good, encrypted: true }]), 'ATTACHMENT_ENCRYPTED'],
    [
      'six thousand files',
      zipOf(Array.from({ length: 6000 }, (_, n) => ({ name: `${n}`, body: '' }))),
      'ATTACHMENT_TOO_LARGE',
    ],
    ['nesting without end', docxOf('<w:p>'.repeat(5000)), 'ATTACHMENT_UNREADABLE'],
    [
      'noise that begins as a PDF',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50_000)]),
      'ATTACHMENT_UNREADABLE',
    ],
    [
      'noise that begins as a zip',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(50_000)]),
      'ATTACHMENT_UNREADABLE',
    ],
    [
      'noise that begins as a Word file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(50_000)]),
      'ATTACHMENT_UNREADABLE',
    ],
    ['nothing at all', Buffer.alloc(0), 'ATTACHMENT_UNSUPPORTED'],
  ])('is refused: %s', async (_, bytes, code) => {
    await expect(reader.read(bytes)).rejects.toMatchObject({ code });
  });

  it('is stopped where it takes more memory than it may', async () => {
    const small = createDocumentReader({ heapMb: 64, memoryMb: 250 });
    const huge = word(Buffer.from(`<d><body>${'<p><r><t>字</t></r></p>'.repeat(2_000_000)}</body></d>`));
    await expect(small.read(huge)).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE', retryable: false });
    expect((await small.read(good)).kind).toBe('docx');
  });

  it('is stopped where it takes more time than it may, and asked about again', async () => {
    const hasty = createDocumentReader({ timeoutMs: 20 });
    await expect(hasty.read(good)).rejects.toMatchObject({ code: 'ATTACHMENT_TIMEOUT', retryable: true });
  });
});
