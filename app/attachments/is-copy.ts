/** Sentences shorter than this say too little to tell texts by. */
const SHORTEST = 8;
/** The part of a text that must stand elsewhere for it to be a copy; tables and letterheads of another format may differ. */
const MOST = 0.8;

/** The sentences of a text, without white space and signs: what the same text in another format has in common. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/[。；！？\n\t]/)
    .map((sentence) => sentence.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((sentence) => sentence.length >= SHORTEST);
}

/** Whether nearly all that a text says was said before: notices carry their plan as PDF beside Word, or beside the page. */
export function isCopy(sentences: readonly string[], said: ReadonlySet<string>): boolean {
  const size = (some: readonly string[]) => some.reduce((sum, sentence) => sum + sentence.length, 0);
  return (
    sentences.length > 0 && size(sentences.filter((sentence) => said.has(sentence))) >= MOST * size(sentences)
  );
}
