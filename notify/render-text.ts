import type { MailText } from './text.ts';
import type { HunkView, ItemView, LinkView, MailView, PartView, RowView, SideView } from './view.ts';

function linkLine({ label, href }: LinkView): string {
  return href === null ? label : `${label}: ${href}`;
}

function sideLines(head: string, side: SideView | null, text: MailText): string[] {
  if (side === null) return [`    ${head}${text.colon}${text.none}`];
  const value = side.due === null ? side.value : `${side.value} (${side.due})`;
  return [`    ${head}${text.colon}${value}  ${text.quoted(side.quote)}`, `      ${side.href}`];
}

function rowLines(
  { indicator, headline, before, after, change }: RowView,
  item: ItemView,
  text: MailText,
): string[] {
  const star = headline ? ` (${text.headline})` : '';
  const said =
    change === null ? '' : `${change.mark} ${change.label}${change.step === null ? '' : ` ${change.step}`}  `;
  return [
    `  ${said}${indicator}${star}`,
    ...(item.columns.before === null ? [] : sideLines(item.columns.before, before, text)),
    ...sideLines(item.columns.after, after, text),
    '',
  ];
}

function hunkLines({ kind, parts }: HunkView, text: MailText): string[] {
  const side = (other: 'added' | 'removed'): string =>
    parts.flatMap((part) => (part.kind === other ? [] : [part.text])).join('');
  switch (kind) {
    case 'added':
      return [`  + ${side('removed')}`];
    case 'removed':
      return [`  - ${side('added')}`];
    case 'moved':
      return [`  ~ (${text.moved}) ${side('removed')}`];
    default:
      return [`  - ${side('added')}`, `  + ${side('removed')}`, ''];
  }
}

function partLines({ title, lines }: PartView): string[] {
  return [
    '',
    title.label,
    ...lines.flatMap(({ mark, text, href }) => [`  ${mark} ${text}`, `      ${href}`]),
    ...(title.href === null ? [] : [`  ${title.href}`]),
    '',
  ];
}

function itemLines(item: ItemView, text: MailText): string[] {
  return [
    `[${item.label}] ${item.title}`,
    item.summary,
    ...item.facts,
    '',
    ...item.rows.flatMap((row) => rowLines(row, item, text)),
    ...item.hunks.flatMap((hunk) => hunkLines(hunk, text)),
    ...[item.more, item.unchanged].flatMap((line) => (line === null ? [] : [line])),
    ...item.parts.flatMap(partLines),
    linkLine(item.open),
    ...item.links.map(linkLine),
    ...(item.copies.length === 0
      ? []
      : [`${text.copies}${text.colon}`, ...item.copies.map((copy) => `  ${linkLine(copy)}`)]),
    '',
  ];
}

/** The text body: what the HTML body says, line by line, with every link written out. */
export function renderText(view: MailView, text: MailText): string {
  const rule = '-'.repeat(60);
  return [
    `planwatch  ${view.period}${view.part}`,
    rule,
    ...view.items.flatMap((item) => [...itemLines(item, text), rule]),
    ...(view.more === null ? [] : [view.more, view.footer.site, rule]),
    view.footer.numbers,
    view.footer.why,
    `${text.unsubscribe}: ${view.footer.unsubscribe}`,
    '',
  ].join('\n');
}
