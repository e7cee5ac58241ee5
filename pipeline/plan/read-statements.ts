import type { PlanIdentity, PlanInput, Section, Statement } from '../../core/plan.ts';
import { type NormalForm, normalForm } from '../normal/normal-form.ts';
import { readParagraphs } from './clauses.ts';
import { readOutline } from './outline.ts';
import { readQuantities } from './quantity.ts';
import { openSections, readSectionTenses } from './sections.ts';
import { readSentence, type SentenceScene } from './sentence.ts';
import { OPEN_FRAME } from './tense.ts';

/**
 * Read every quantity a text states of an indicator: targets, achievements, and context.
 *
 * @param input    the text, and what is known of it; `issuer` and `year` are taken as given
 * @param identity the plan the text is, null for news and other prose
 * @returns in document order; offsets are into `input.text`
 */
export function readStatements(input: PlanInput, identity: PlanIdentity | null): Statement[] {
  const form = normalForm(input.text);
  return readNormalized(form, readOutline(form.text), input, identity);
}

/** As {@link readStatements}, for a caller that has the normal form and the outline already. */
export function readNormalized(
  form: NormalForm,
  outline: readonly Section[],
  input: PlanInput,
  identity: PlanIdentity | null,
): Statement[] {
  const { text } = form;
  const year = input.year ?? identity?.year ?? null;
  const endYear = Math.max(identity?.endYear ?? 0, year ?? 0);
  const quantities = readQuantities(text);
  const tenses = readSectionTenses(outline, year, identity !== null);
  const statements: Statement[] = [];
  let next = 0;
  for (const paragraph of readParagraphs(text)) {
    const open = openSections(outline, tenses, paragraph.start);
    let frame = OPEN_FRAME;
    for (const sentence of paragraph.sentences) {
      while ((quantities[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
      let last = next;
      while ((quantities[last]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) last++;
      const scene: SentenceScene = {
        text,
        sentence,
        quantities: quantities.slice(next, last),
        section: open.path,
        tense: open.tense,
        year,
        endYear,
        issuer: input.issuer ?? identity?.issuer ?? null,
        frame,
      };
      const read = readSentence(scene);
      statements.push(...read.statements.map((statement) => toOriginal(statement, form)));
      frame = read.frame;
      next = last;
    }
  }
  return statements;
}

/** Put a statement's offsets back into the text as it was given, and take its quote from there. */
function toOriginal(statement: Statement, form: NormalForm): Statement {
  const start = form.toOriginal(statement.start);
  const end = form.toOriginal(statement.end - 1) + 1;
  return { ...statement, start, end, quote: form.original.slice(start, end) };
}
