import type { Language, News } from '../core/digest.ts';
import type { Statement } from '../core/plan.ts';
import { clip } from './clip.ts';
import type { MailSite } from './site-links.ts';
import type { MailText } from './text.ts';

/** What every part of a mail needs to know of its reader. */
export interface Reader {
  readonly site: MailSite;
  readonly language: Language;
  readonly text: MailText;
}

/** News of a plan set beside another. */
export type ComparedNews = Extract<News, { kind: 'plan_compared' | 'plan_revised' }>;

/** What is measured, and of whom, on one line of a mail. */
export function indicatorOf({ indicator, entity }: Pick<Statement, 'indicator' | 'entity'>): string {
  return clip(entity === null ? indicator : `${entity} · ${indicator}`, 60);
}
