import { normalForm } from '../normal/normal-form.ts';
import { versionKey } from '../normal/version-key.ts';
import { diffParagraphs, type Hunk } from './diff-paragraphs.ts';

/**
 * What a copy of a text says otherwise than the text it copies.
 *
 * Compared and shown in normal form: a mirror in traditional characters with pinyin between them would else differ in
 * every paragraph, and hide the one number that somebody changed. Paragraphs that would make no new version are shown as the
original has them.
 *
 * @param original text of the primary source
 * @param copy text of the copy
 */
export function diffCopies(original: string, copy: string): Hunk[] {
  const [own, other] = [normalForm(original).text, normalForm(copy).text];
  const said = new Map(own.split('\n').map((line) => [versionKey(line), line]));
  const told = other.split('\n').map((line) => said.get(versionKey(line)) ?? line);
  return diffParagraphs(own, told.join('\n'));
}
