import type { ComparisonRecord } from '../../core/archive.ts';
import type { TargetChange } from '../../core/change.ts';
import { orderChanges } from '../../core/change-order.ts';
import type { Language } from '../../core/digest.ts';
import { formatQuantity, formatStep } from '../../core/quantity.ts';
import { CHANGE_MARKS, words } from '../../core/words.ts';
import { table } from '../print/table.ts';

type Kind = ComparisonRecord['kind'];

const HEADS: Readonly<Record<Language, Readonly<Record<Kind, readonly string[]>>>> = {
  zh: { year: ['指标', '去年', '今年', '变化'], revision: ['指标', '修订前', '修订后', '变化'] },
  en: {
    year: ['indicator', 'last year', 'this year', 'change'],
    revision: ['indicator', 'before', 'after', 'change'],
  },
};

const MORE: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) => `另有 ${count} 项，见邮件与网页`,
  en: (count) => `${count} more in the mail and on the web page`,
};

/**
 * The targets that changed, a row each: indicator, before, after, what it amounts to. Unchanged ones are left out.
 *
 * @param most rows; what is left out is said in a line below
 */
export function changeTable(
  changes: readonly TargetChange[],
  { kind, language, most }: { kind: Kind; language: Language; most: number },
): string {
  const moved = orderChanges(changes).filter(({ change }) => change !== 'same');
  const rows = moved.slice(0, most).map((change) => {
    const { before, after } = change;
    const step = formatStep(change, language);
    const label = `${CHANGE_MARKS[change.change]} ${words[language].change[change.change]}`;
    return [
      change.entity === null ? change.indicator : `${change.entity} ${change.indicator}`,
      before === null ? '' : formatQuantity(before, language),
      after === null ? '' : formatQuantity(after, language),
      step === null ? label : `${label} ${step}`,
    ];
  });
  const more = moved.length > most ? `${MORE[language](moved.length - most)}\n` : '';
  return `${table(HEADS[language][kind], rows)}${more}`;
}
