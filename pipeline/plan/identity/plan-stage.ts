import type { PlanStage } from '../../../core/plan.ts';

/** Days between delivery and adoption of a report; a copy printed later than this is the adopted one. */
const SESSION_DAYS = 5;

/**
 * How far a plan has come: asked for comment, read out, or adopted.
 *
 * A report to a congress is delivered on the day its head names, and amended before it is adopted; the copy that
 * agencies publish days later is the adopted one. Everything a body issues by itself is adopted when published.
 *
 * @param report    whether it is a report to a people's congress
 * @param title     its title
 * @param head      the first lines, with the day of delivery
 * @param text      the whole text, whose end may carry the agency's date line
 * @param published ISO date of the page, or null
 */
export function planStage(
  report: boolean,
  title: string,
  head: string,
  text: string,
  published: string | null,
): PlanStage {
  if (/征求意见|公开征求|讨论稿|送审稿|意见稿/.test(title) || (!report && /草案(?!的?报告)/.test(title)))
    return 'draft';
  if (!report) return 'adopted';
  if (/（20\d\d年.{4,40}(?:通过|批准)）/.test(head)) return 'adopted';
  const delivered = dayIn(/(20\d\d)年(\d{1,2})月(\d{1,2})日/.exec(head));
  const wire =
    /新华社.{1,6}?(\d{1,2})月(\d{1,2})日电/.exec(head.slice(0, 300)) ??
    /新华社.{1,6}?(\d{1,2})月(\d{1,2})日电/.exec(text.slice(-300));
  const printed =
    wire === null
      ? published
      : `${delivered?.slice(0, 4) ?? published?.slice(0, 4) ?? '2000'}-${pad(wire[1])}-${pad(wire[2])}`;
  if (delivered === null) return wire === null ? 'delivered' : 'adopted';
  if (printed === null) return 'delivered';
  const days = (Date.parse(printed.slice(0, 10)) - Date.parse(delivered)) / 86_400_000;
  return days >= SESSION_DAYS ? 'adopted' : 'delivered';
}

function dayIn(match: RegExpExecArray | null): string | null {
  return match === null ? null : `${match[1]}-${pad(match[2])}-${pad(match[3])}`;
}

function pad(part: string | undefined): string {
  return (part ?? '1').padStart(2, '0');
}
