import type { Statement } from '../../core/plan.ts';
import { indicatorName } from './indicator-name.ts';

/** 降至13% and 控制在13%以内 state where a fall ends; 下降13% states how far it goes. */
const ENDS_AT = /[降减压缩调低](?:少|低|减|缩)?[至到为]|控制在/;

/**
 * Whether readers welcome that a target's number went up or down; null where that is not known or depends.
 *
 * 单位GDP能耗 is better lower, but 单位GDP能耗下降3% raised to 3.5% is better: there the number measures the fall.
 */
export function isBetter(change: 'raised' | 'lowered', after: Statement): boolean | null {
  const polarity = indicatorName(after.indicator).standing?.polarity ?? 0;
  if (polarity === 0) return null;
  const measuresFall = after.direction === 'down' && !ENDS_AT.test(after.quote);
  const rises = (change === 'raised') !== measuresFall;
  return rises === polarity > 0;
}
