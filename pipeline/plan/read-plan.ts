import type { PlanInput, PlanReading, Section } from '../../core/plan.ts';
import { type NormalForm, normalForm } from '../normal/normal-form.ts';
import { recognizeNormal } from './identity/recognize-plan.ts';
import { readOutline } from './outline/outline.ts';
import { readStatements } from './read-statements.ts';

/**
 * Read a text as a plan: which one it is, how it is divided, what it states.
 *
 * Any text can be read; `identity` is null where it is no plan, and its statements are then those of prose.
 */
export function readPlan(input: PlanInput): PlanReading {
  const form = normalForm(input.text);
  const outline = readOutline(form.text);
  const identity = recognizeNormal(input, form.text);
  return {
    identity,
    outline: outline.map((section) => toOriginal(section, form)),
    statements: readStatements(form, outline, input, identity),
  };
}

function toOriginal(section: Section, form: NormalForm): Section {
  return { ...section, start: form.toOriginal(section.start), end: form.toOriginal(section.end) };
}
