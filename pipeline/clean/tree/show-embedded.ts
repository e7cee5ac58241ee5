import { Element, Text } from 'domhandler';
import { nameInUrl } from '../attachment.ts';
import { FRAME_TAGS } from './tags.ts';

const FILE = /\.(?:pdf|docx?|odt|xlsx?|ods|wps|ofd)$/i;

/**
 * Turn files that a page shows in a frame (a PDF, or a viewer with the PDF as a parameter) into links, in place: they are
 * what the page is about, and often all of it.
 *
 * @param noted elements that parsing the page has noted, frames among them
 */
export function showEmbedded(noted: readonly Element[]): void {
  for (const frame of noted) {
    if (!FRAME_TAGS.has(frame.name)) continue;
    const href = fileIn(frame.attribs.src ?? frame.attribs.data ?? '');
    if (href === null) continue;
    const link = new Element('a', { href }, [new Text(nameInUrl(href))]);
    frame.name = 'p';
    frame.attribs = {};
    frame.children = [link];
    link.parent = frame;
  }
}

/** The file that an address leads to: itself, or a parameter of a viewer. */
function fileIn(address: string): string | null {
  const url = URL.parse(address, 'http://page.invalid/');
  if (url === null) return null;
  if (FILE.test(url.pathname)) return address;
  return [...url.searchParams.values()].find((value) => FILE.test(value.split(/[?#]/)[0] ?? '')) ?? null;
}
