import type { Element } from 'domhandler';

/**
 * Why a reader does not see an element, by its own attributes; null if it is seen.
 *
 * `visibility` and `opacity` are not taken for hiding: pages of the WeChat kind hide the article so and show it by script.
 */
export function hiddenBy({ attribs }: Element): string | null {
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return 'hidden attribute';
  const { style } = attribs;
  if (style === undefined || style.length > 4000) return null;
  return HIDING.exec(style)?.[0].replace(/\s+/g, '').toLowerCase() ?? null;
}

const HIDING =
  /display\s*:\s*none|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|em|pt)/i;

/** Whether inline style makes an element bold. */
export function isBold({ attribs }: Element): boolean {
  const { style } = attribs;
  return style !== undefined && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
}

/** Whether an element or what it holds is centred, by attribute or inline style. */
export function isCentred({ name, attribs }: Element): boolean {
  if (name === 'center' || attribs.align?.toLowerCase() === 'center') return true;
  return attribs.style !== undefined && /text-align\s*:\s*center/i.test(attribs.style);
}
