import { fileURLToPath } from 'node:url';
import {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { Block } from '../../../core/article.ts';
import { checkLetters } from '../check-letters.ts';
import { encrypted, LIMITS, tooLarge, unreadable } from '../document.ts';
import { layOut } from '../layout/lay-out.ts';
import { toMatrix } from '../layout/matrix.ts';
import type { PrintedPage } from '../layout/page.ts';
import { readDrawing } from './pdf-page.ts';

/** Where the library keeps the tables of encodings that files of Chinese systems name and do not carry. */
const TABLES = new URL('.', import.meta.resolve('pdfjs-dist/package.json'));

/**
 * Read a PDF: paragraphs, headings and tables, by where things stand on its pages.
 *
 * @throws {ExtractError} ATTACHMENT_ENCRYPTED, ATTACHMENT_SCANNED, ATTACHMENT_TOO_LARGE, ATTACHMENT_UNREADABLE
 */
export async function readPdf(bytes: Uint8Array): Promise<Block[]> {
  const document = await open(bytes);
  if (document.numPages > LIMITS.pages) throw tooLarge(`${LIMITS.pages} pages`);
  const pages: PrintedPage[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(await document.getPage(number));
    characters += page.runs.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > LIMITS.characters) throw tooLarge(`${LIMITS.characters} characters`);
    pages.push(page);
  }
  checkLetters(pages);
  return layOut(pages);
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // The library takes the buffer for itself.
      data: Uint8Array.from(bytes),
      cMapUrl: fileURLToPath(new URL('cmaps/', TABLES)),
      cMapPacked: true,
      standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', TABLES)),
      // Pictures are not unpacked: nobody looks at them, and a scan of 300 pages takes gigabytes.
      maxImageSize: 1,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted();
    throw unreadable('it is a broken PDF', error);
  }
}

async function readPage(page: PDFPageProxy): Promise<PrintedPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const drawing = {
    operators: fnArray,
    arguments: argsArray,
    codes: OPS,
    font: (name: string) => fontOf(page, name),
  };
  const drawn = readDrawing(drawing, toMatrix(transform));
  page.cleanup();
  return { width, height, ...drawn };
}

const fontFacts = z.object({ fontMatrix: z.array(z.number()).optional(), vertical: z.boolean().optional() });

function fontOf(page: PDFPageProxy, name: string): { scale: number; vertical: boolean } {
  const facts = page.commonObjs.has(name) ? fontFacts.safeParse(page.commonObjs.get(name)).data : undefined;
  return { scale: facts?.fontMatrix?.[0] ?? 0.001, vertical: facts?.vertical ?? false };
}
