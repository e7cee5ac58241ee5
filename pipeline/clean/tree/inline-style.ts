import type { Element } from 'domhandler';

/** What an element's own attributes say of how its text looks. */
export interface Look {
  /** Why a reader does not see it; null if it is seen. */
  readonly hidden: string | null;
  readonly bold: boolean;
  /** Whether an inline element stands on lines of its own. */
  readonly block: boolean;
}

const PLAIN: Look = { hidden: null, bold: false, block: false };
const HIDDEN: Look = { hidden: 'hidden attribute', bold: false, block: false };

/** Longer styles are not read. */
const LONGEST = 4000;

/**
 * How an element looks, by the `hidden` attribute and inline style.
 *
 * What `visibility` and `opacity` hide may be faded in by a script: see {@link isFaded}.
 */
export function lookOf({ attribs }: Element): Look {
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return HIDDEN;
  const { style } = attribs;
  if (style === undefined || style.length > LONGEST || !TELLING.test(style)) return PLAIN;
  return {
    hidden:
      (HIDING.exec(style) ?? shrunkIn(style) ?? FADED.exec(style))?.[0].replace(/\s+/g, '').toLowerCase() ??
      null,
    block: /display\s*:\s*block/i.test(style),
    bold: /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style),
  };
}

/**
 * Whether a reason for being hidden is one that scripts take back: pages of the WeChat kind send the whole article so
 * and then show it.
 */
export function isFaded(hidden: string | null): boolean {
  return hidden !== null && FADED.test(hidden);
}

const FADED = /visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0{1,4})?(?=\s*(?:;|!|$))/i;

/** A box without height or width that shows nothing beyond it. `max-height` is left out: what unfolds at a click is read. */
function shrunkIn(style: string): RegExpExecArray | null {
  return /overflow\s*:\s*hidden/i.test(style)
    ? /(?<![\w-])(?:height|width)\s*:\s*(?:0(?:px)?|1px)(?=\s*(?:;|!|$))/i.exec(style)
    : null;
}

/** A quick look for styles worth reading: most only set margins and fonts. */
const TELLING = /none|block|size\s*:\s*(?:0|1px)|-\d\d|weight|overflow|clip|scale|visib|opac/i;
const HIDING =
  /display\s*:\s*none|font-size\s*:\s*(?:0(?:px|pt|em|%)?|[01](?:\.\d+)?px)\s*(?:;|!|$)|clip\s*:\s*rect\((?:[01](?:px)?[\s,]*){4}\)|scale\(0\)|(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|em|pt|%|vw|vh)/i;

/** Whether an element or what it holds is centred, by attribute or inline style. */
export function isCentred({ name, attribs }: Element): boolean {
  if (name === 'center' || attribs.align?.toLowerCase() === 'center') return true;
  return attribs.style !== undefined && /text-align\s*:\s*center/i.test(attribs.style);
}
