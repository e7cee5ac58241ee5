import type { TargetChange } from '../../core/change.ts';
import { orderChanges } from '../../core/change-order.ts';
import type { Language } from '../../core/digest.ts';
import { formatQuantity, formatStep } from '../../core/quantity.ts';
import { CHANGE_MARKS, words } from '../../core/words.ts';
import { table } from '../table.ts';

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['指标', '去年', '今年', '变化'],
  en: ['indicator', 'before', 'after', 'change'],
};

/** The targets that changed, a row each: indicator, before, after, what it amounts to. Unchanged ones are left out. */
export function changeTable(changes: readonly TargetChange[], language: Language): string {
  const moved = orderChanges(changes).filter(({ change }) => change !== 'same');
  const rows = moved.map((change) => {
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
  return table(HEADS[language], rows);
}
