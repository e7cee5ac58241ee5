import { type Element, isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { unreadable } from './document.ts';
import type { ZipEntry } from './unzip.ts';

/** Elements a document may nest; deeper is an attack on the stack. */
const DEEPEST = 256;

/**
 * Parse an XML part of a document. Document types are not read, so entities cannot grow, and nothing is loaded.
 *
 * @throws {ExtractError} ATTACHMENT_UNREADABLE where there is no root element, or nesting without end
 */
function parseXml(bytes: Uint8Array): Element {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const root = parseDocument(text, { xmlMode: true }).children.find(isTag);
  if (root === undefined) throw unreadable('one of its parts is no XML');
  if (isDeeper(root, DEEPEST)) throw unreadable('its parts are nested without end');
  return root;
}

/** The parsed part of an archive; null where it has none of that name. */
export async function partOf(files: ReadonlyMap<string, ZipEntry>, name: string): Promise<Element | null> {
  const entry = files.get(name.replace(/^\//, ''));
  return entry === undefined ? null : parseXml(await entry.bytes());
}

/** Name of an element without its namespace prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Child elements, of one name if given. Prefixes do not count: writers choose them freely. */
export function children(element: Element, name?: string): Element[] {
  return element.children.filter(
    (node): node is Element => isTag(node) && (name === undefined || localName(node) === name),
  );
}

/** The first element down a path of names, or null. */
export function down(element: Element | null, ...names: readonly string[]): Element | null {
  let at = element;
  for (const name of names) at = at === null ? null : (children(at, name)[0] ?? null);
  return at;
}

/** An attribute by its name without prefix. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null;
  for (const [key, value] of Object.entries(element.attribs))
    if (key === name || key.endsWith(`:${name}`)) return value;
  return null;
}

/** All text inside. */
export function textOf(element: Element | null): string {
  return element === null ? '' : textContent(element);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  return /encoding=["'](?:gb|GB)/.test(head) ? 'gb18030' : 'utf-8';
}

/** Walked level by level: recursion is what nesting attacks. */
function isDeeper(root: Element, most: number): boolean {
  let level: Element[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((element) => children(element));
  }
  return false;
}
