import type { Statement } from '../../core/plan.ts';
import { indicatorName } from './names/indicator-name.ts';

/** 降至13% and 控制在13%以内 state where a fall ends; 下降13% states how far it goes. */
const ENDS_AT = /[降减压缩调低](?:少|低|减|缩)?[至到为]|控制在/;

/**
 * Whether readers welcome a higher number (1) or a lower one (-1); 0 where that is not known or depends.
 *
 * 单位GDP能耗 is better lower, but of 单位GDP能耗下降3% a higher number is better: there it measures the fall.
 */
export function wishFor(statement: Statement): 1 | -1 | 0 {
  const polarity = indicatorName(statement.indicator).standing?.polarity ?? 0;
  if (polarity === 0 || !measuresFall(statement)) return polarity;
  return polarity === 1 ? -1 : 1;
}

/** Whether the number says how far something is to fall, so that more of it is less of the thing. */
export function measuresFall({ direction, quote }: Statement): boolean {
  return direction === 'down' && !ENDS_AT.test(quote);
}

/** Whether readers welcome that a target's number went up or down; null where that is not known or depends. */
export function isBetter(change: 'raised' | 'lowered', after: Statement): boolean | null {
  const wish = wishFor(after);
  return wish === 0 ? null : (change === 'raised') === (wish === 1);
}
