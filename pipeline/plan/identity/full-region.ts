import { divisionNames } from '../../../core/plan-mention.ts';
import { divisionsOf } from '../../../core/region.ts';
import { cityOf, provinceOf } from '../places.ts';

/**
 * A region's name with all that it lies in, as far as the register of divisions knows: 青岛市 is 山东省青岛市.
 *
 * Sources and texts name a division as they like; only by one name can it be found below its province. A district whose
 * name several cities have (鼓楼区) stays as it is.
 */
export function fullRegion(region: string): string {
  const divisions = divisionsOf(region);
  const last = divisions.at(-1) ?? region;
  const city = divisions.length < 3 ? cityOf(last) : null;
  const named =
    city === null || divisions.includes(city) ? divisions : [...divisions.slice(0, -1), city, last];
  const province = provinceOf(named[0] ?? region);
  return [...(province === null ? [] : [province]), ...named].join('');
}

/** All names under which sources and texts may have named a region: 青岛市, 山东省青岛市. */
export function regionNames(region: string): string[] {
  const full = fullRegion(region);
  return [...new Set([region, ...divisionNames(full).filter((name) => fullRegion(name) === full)])];
}
