import { load } from 'cheerio/slim';
import { CronExpressionParser } from 'cron-parser';
import { compile } from 'css-select';
import { z } from 'zod';
import type { Hours } from '../../core/source.ts';
import { isWithinHours } from '../../crawlers/polite/hours.ts';

/** A cron expression as node-cron and cron-parser both read it: five fields. */
export const cron = z.string().refine(isCron, {
  error: 'is not a cron expression; write five fields, minute hour day month weekday, such as "15 8 * * *"',
});

/** An IANA zone. */
export const timezone = z.string().refine(isZone, {
  error: 'is not a time zone; write an IANA name such as Asia/Shanghai',
});

/** A whole web address. */
export const httpUrl = z.string().refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
  error: 'is not a web address; write it whole, such as https://www.example.gov.cn/zwgk/index.html',
});

/** A whole number from 1. */
export const positive = z.int().min(1);

/** `22:00-06:00` as minutes after midnight. */
export const hours = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d\s*[-–]\s*(([01]?\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: 'is not a stretch of hours; write from and to, such as "22:00-06:00"',
  })
  .transform((text) => {
    const [from = 0, to = 0] = text.split(/[-–]/).map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return hour * 60 + minute;
    });
    return { from, to };
  });

/** Minutes of a cron expression that are looked at: more than a day of those that name every minute. */
const MOST_MINUTES = 1500;

/** Whether a cron expression ever names a minute at which the site may be asked; true also if one of these cannot be read. */
export function meetsHours(expression: string, zone: string, open: Hours | null): boolean {
  if (open === null || !isCron(expression) || !isZone(zone)) return true;
  const minutes = CronExpressionParser.parse(expression, { tz: zone });
  for (let i = 0; i < MOST_MINUTES; i++) if (isWithinHours(open, zone, minutes.next().toDate())) return true;
  return false;
}

/** One mail address, perhaps with a name before it. */
export const email = z
  .string()
  .refine((text) => /^[^\s@<>]+@[^\s@<>]+$|^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$/.test(text), {
    error: 'is not a mail address; write name@example.org or "Name <name@example.org>"',
  });

/** A selector of article links, in the dialect of cheerio: `li:eq(0)` and the like count too. */
export const linkSelector = z
  .string()
  .min(1)
  .refine((text) => passes(() => load('').root().find(text)), {
    error: 'is not a selector that can be read: write CSS, such as "ul.list li > a"',
  });

/** A selector within an article. */
export const selector = z
  .string()
  .min(1)
  .refine((text) => passes(() => compile(text)), {
    error: 'is not a selector that can be read: write CSS, such as "div.content > p"',
  });

const selection = z.union([
  selector,
  z.strictObject({
    startBefore: selector.exactOptional(),
    startAfter: selector.exactOptional(),
    endBefore: selector.exactOptional(),
    endAfter: selector.exactOptional(),
  }),
]);

/** One piece of a page or several. */
export const selections = z.union([selection.transform((one) => [one]), z.array(selection)], {
  error:
    'is neither a CSS selector that can be read, nor a range {startBefore | startAfter, endBefore | endAfter}, nor a list of these',
});

/** A label of an encoding, as browsers know them. */
export const charset = z.string().refine((label) => passes(() => new TextDecoder(label)), {
  error: 'is not an encoding; write gb18030, utf-8, big5 …',
});

function isCron(text: string): boolean {
  return text.trim().split(/\s+/).length === 5 && passes(() => CronExpressionParser.parse(text));
}

function isZone(text: string): boolean {
  return passes(() => new Intl.DateTimeFormat('en', { timeZone: text }));
}

/** Whether a reader takes a text: those of the platform and of packages throw at what they cannot read. */
function passes(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
