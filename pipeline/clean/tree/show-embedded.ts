import { type Document, Element, Text } from 'domhandler';
import { findAll } from 'domutils';
import { nameInUrl } from '../attachment.ts';

/** Elements that show a file within the page. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'embed', 'object']);
const FILE = /\.(?:pdf|docx?|odt|xlsx?|ods|wps|ofd)$/i;

/**
 * Turn files that a page shows in a frame (a PDF, or a viewer with the PDF as a parameter) into links, in place: they are
 * what the page is about, and often all of it.
 */
export function showEmbedded(document: Document): void {
  for (const frame of findAll(({ name }) => FRAMES.has(name), document.children)) {
    const href = fileIn(frame.attribs.src ?? frame.attribs.data ?? '');
    if (href === null) continue;
    const link = new Element('a', { href }, [new Text(nameInUrl(href))]);
    frame.name = 'p';
    frame.attribs = {};
    frame.children = [link];
    link.parent = frame;
  }
}

/** Whether a page may show a file in a frame. Nearly none does, and the others need not keep all their attributes. */
export function mayEmbedFiles(html: string): boolean {
  return /<(?:iframe|embed|object)\b[^<>]{0,1000}\.(?:pdf|docx?|odt|xlsx?|ods|wps|ofd)\b/i.test(html);
}

/** The file that an address leads to: itself, or a parameter of a viewer. */
function fileIn(address: string): string | null {
  const url = URL.parse(address, 'http://page.invalid/');
  if (url === null) return null;
  if (FILE.test(url.pathname)) return address;
  return [...url.searchParams.values()].find((value) => FILE.test(value.split(/[?#]/)[0] ?? '')) ?? null;
}
