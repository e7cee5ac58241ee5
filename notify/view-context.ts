import type { PlanContext, TargetAbove, VersionRef } from '../core/digest.ts';
import type { PlanIdentity } from '../core/plan.ts';
import { formatQuantity } from '../core/quantity.ts';
import { words } from '../core/words.ts';
import { clip } from './clip.ts';
import { indicatorOf, type Reader } from './reader.ts';
import { siteLinks } from './site-links.ts';
import type { LineView, PartView } from './view.ts';

const MOST_ABOVE = 5;
const MOST_REPORTS = 3;
const LONGEST_LINE = 110;
const STANDINGS = ['above', 'equal', 'below'] as const;
const MARKS = { above: '▲', equal: '＝', below: '▼' } as const;

/** What the archive knows around a plan: how its targets stand to those of the region above, and who reports on it. */
export function viewContext(reader: Reader, plan: PlanIdentity, { above, reports }: PlanContext): PartView[] {
  return [...viewAbove(reader, plan, above), ...viewReports(reader, reports)];
}

function viewAbove(reader: Reader, plan: PlanIdentity, above: PlanContext['above']): PartView[] {
  if (above === null || above.targets.length === 0) return [];
  const { site, text, language } = reader;
  const { region, targets } = above;
  const counts = STANDINGS.flatMap((standing) => {
    const count = targets.filter(({ toParent }) => toParent === standing).length;
    return count === 0 ? [] : [text.standing(count, words[language].toParent[standing])];
  });
  const told = targets.filter(({ headline, toParent }) => headline && toParent !== 'equal');
  const label = `${text.comparedAbove(clip(region, 30))}${text.colon}${counts.join(text.comma)}`;
  return [
    {
      title: { label, href: siteLinks.regions(site, plan.year) },
      lines: told.slice(0, MOST_ABOVE).map((target) => aboveLine(reader, target)),
    },
  ];
}

function aboveLine(
  { site, text, language }: Reader,
  { own, above, toParent, version }: TargetAbove,
): LineView {
  const numbers = text.beside(formatQuantity(own, language), formatQuantity(above, language));
  return {
    mark: MARKS[toParent],
    text: clip(`${indicatorOf(own)}${text.colon}${numbers}`, LONGEST_LINE),
    href: siteLinks.quote(site, version, above),
  };
}

function viewReports({ site, text }: Reader, reports: readonly VersionRef[]): PartView[] {
  if (reports.length === 0) return [];
  return [
    {
      title: { label: text.reports, href: null },
      lines: reports.slice(0, MOST_REPORTS).map((report) => ({
        mark: '·',
        text: clip([report.title, report.published?.slice(0, 10) ?? ''].join(' '), LONGEST_LINE),
        href: siteLinks.version(site, report),
      })),
    },
  ];
}
