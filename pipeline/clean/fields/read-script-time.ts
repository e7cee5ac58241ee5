import type { Found } from './found.ts';
import { firstDate } from './read-date.ts';

const TIME =
  /\b(?:publish_?(?:time|date)|pub_?(?:time|date)|create_?time|var ct)["']?\s{0,3}[:=]\s{0,3}(?:[a-z_$]{1,20}\()?["']?((?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?|1\d{9}(?!\d))/gi;
const CHINA = 8 * 3600;

/**
 * When a page was published, as its scripts say: the pages of WeChat and of some portals print the date only when they
 * run. Null where they tell of several days, for then they list other pages too.
 *
 * @param html the page as sent: the tree keeps no scripts of large pages
 */
export function readScriptTime(html: string): Found | null {
  const times = [...html.matchAll(TIME)].flatMap(([, written = '']) => {
    const time = /^\d{10}$/.test(written) ? fromSeconds(Number(written)) : firstDate(written);
    return time === null ? [] : [time];
  });
  const days = new Set(times.map((time) => time.slice(0, 10)));
  const [value] = times;
  return days.size === 1 && value !== undefined ? { value, found: 'script', line: null } : null;
}

/** A Unix time as China's clocks showed it. */
function fromSeconds(seconds: number): string {
  return `${new Date((seconds + CHINA) * 1000).toISOString().slice(0, 19)}+08:00`;
}
