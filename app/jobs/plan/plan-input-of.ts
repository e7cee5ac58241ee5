import type { Article } from '../../../core/article.ts';
import type { PlanInput } from '../../../core/plan.ts';
import { documentTitle } from '../../../pipeline/documents/document-title.ts';
import { readPlanTitle } from '../../../pipeline/plan/identity/plan-title.ts';
import { DOCUMENT } from '../../attachments/document-article.ts';

/** What is known of an article, for reading it as a plan. */
export function planInputOf(
  article: Article,
  around: { region: string | null; url: string | null },
): PlanInput {
  const { text, published, fields, source } = article;
  const publishers = [fields.publisher ?? null, source];
  return { text, title: planTitle(article), published, issuer: fields.issuer ?? null, publishers, ...around };
}

/**
 * The title that says which plan an article is: its own; where that names none, that of an attached file which is most
 * of what was published (公告 with the plan behind it). What only was taken for the title of a document says nothing
 * against its text.
 */
function planTitle(article: Article): string | null {
  const { title, found } = article;
  if (title !== null && readPlanTitle(title) !== null) return title;
  return attachedTitle(article) ?? (found.title === DOCUMENT ? null : title);
}

function attachedTitle({ blocks, text }: Article): string | null {
  const heads = blocks.flatMap((block, at) => (isHead(block) ? [at] : []));
  for (const [i, at] of heads.entries()) {
    const within = blocks.slice(at + 1, heads[i + 1]);
    const size = within.reduce((sum, block) => sum + block.text.length, 0);
    if (2 * size < text.length) continue;
    const names = [bareName(blocks[at]?.text ?? ''), documentTitle(within) ?? ''];
    return names.find((name) => readPlanTitle(name) !== null) ?? null;
  }
  return null;
}

function isHead({ kind, href }: Article['blocks'][number]): boolean {
  return kind === 'heading' && href !== undefined;
}

/** `附件1：…工作要点.docx` as the title it carries. */
function bareName(name: string): string {
  return name
    .replace(/^附\s?件\s?\d{0,2}\s?[:：.．、]?\s?/, '')
    .replace(/\s?\.[a-z]{2,4}(?:\s?[(（].*)?$/i, '');
}
