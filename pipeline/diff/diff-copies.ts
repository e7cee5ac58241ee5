import { normalForm } from '../normal/normal-form.ts';
import { diffParagraphs, type Hunk } from './diff-paragraphs.ts';

/**
 * What a copy of a text says otherwise than the text it copies.
 *
 * Compared and shown in normal form: a mirror in traditional characters with pinyin between them would else differ in
 * every paragraph, and hide the one number that somebody changed.
 *
 * @param original text of the primary source
 * @param copy text of the copy
 */
export function diffCopies(original: string, copy: string): Hunk[] {
  return diffParagraphs(normalForm(original).text, normalForm(copy).text);
}
