import { html, raw } from 'hono/html';
import type { DiffPart } from '../core/change.ts';
import type { Language } from '../core/digest.ts';
import { inline, styleBlock } from './mail-style.ts';
import type { MailText } from './text.ts';
import type { HunkView, ItemView, LinkView, MailView, PartView, RowView, SideView } from './view.ts';

type Html = ReturnType<typeof html>;

function link({ label, href }: LinkView, style: string = inline.link, cssClass = 'm-link'): Html {
  return href === null
    ? html`${label}`
    : html`<a class="${cssClass}" href="${href}" style="${style}">${label}</a>`;
}

function value(side: SideView | null, text: MailText): Html {
  if (side === null) return html`<span class="m-dim" style="${inline.small}">${text.none}</span>`;
  const due =
    side.due === null ? '' : html`<br /><span class="m-dim" style="${inline.small}">${side.due}</span>`;
  return html`${side.value}${due}`;
}

function quoteLine(head: string, side: SideView | null, text: MailText): Html | string {
  if (side === null) return '';
  const quoted = { label: text.quoted(side.quote), href: side.href };
  return html`<div>${head}${text.colon}${link(quoted, inline.quote, 'm-dim')}</div>`;
}

function change(row: RowView): Html | string {
  if (row.change === null) return '';
  const { kind, mark, label, step } = row.change;
  const tone = kind === 'raised' || kind === 'lowered' ? kind : 'other';
  const size = step === null ? '' : html`<br /><span class="m-dim" style="${inline.small}">${step}</span>`;
  return html`<span class="m-${tone}" style="${inline[tone]}">${mark} ${label}</span>${size}`;
}

function rowHtml(row: RowView, item: ItemView, text: MailText): Html {
  const cell = (content: Html | string): Html =>
    html`<td class="m-td" style="${inline.td}" valign="top">${content}</td>`;
  const compared = item.columns.before !== null;
  const star = row.headline
    ? html`<br /><span class="m-dim" style="${inline.small}">${text.headline}</span>`
    : '';
  return html`<tr>
<th scope="row" class="m-td" style="${inline.td}" align="left" valign="top">${row.indicator}${star}</th>
${compared ? cell(value(row.before, text)) : ''}${cell(value(row.after, text))}${compared ? cell(change(row)) : ''}
</tr>
<tr><td colspan="${compared ? 4 : 2}" class="m-dim m-line" style="${inline.quotes}">
${item.columns.before === null ? '' : quoteLine(item.columns.before, row.before, text)}${quoteLine(item.columns.after, row.after, text)}
</td></tr>`;
}

function table(item: ItemView, text: MailText): Html | string {
  if (item.rows.length === 0) return '';
  const heads =
    item.columns.before === null
      ? [text.indicator, item.columns.after]
      : [text.indicator, item.columns.before, item.columns.after, text.change];
  const widths = heads.length === 2 ? ['50%', '50%'] : ['31%', '23%', '23%', '23%'];
  return html`<table class="m-ink" width="100%" cellpadding="0" cellspacing="0" border="0" style="${inline.table}">
<tr>${heads.map(
    (head, index) =>
      html`<th scope="col" width="${widths[index]}" align="left" class="m-dim m-line" style="${inline.th}">${head}</th>`,
  )}</tr>
${item.rows.map((row) => rowHtml(row, item, text))}
</table>`;
}

function part({ kind, text }: DiffPart): Html {
  if (kind === 'added') return html`<ins class="m-ins" style="${inline.ins}">${text}</ins>`;
  if (kind === 'removed') return html`<del class="m-del" style="${inline.del}">${text}</del>`;
  return html`${text}`;
}

function hunk({ kind, parts }: HunkView, text: MailText): Html {
  const note =
    kind === 'moved' ? html`<span class="m-dim" style="${inline.small}">${text.moved} </span>` : '';
  return html`<div class="m-hunk m-ink" style="${inline.hunk}">${note}${parts.map(part)}</div>`;
}

function note(content: string | null): Html | string {
  return content === null ? '' : html`<p class="m-dim" style="${inline.note}">${content}</p>`;
}

function partHtml({ title, lines }: PartView): Html {
  return html`<p class="m-ink" style="${inline.part}">${link(title, inline.titleLink, 'm-ink')}</p>
${lines.map(
  ({ mark, text, href }) =>
    html`<p class="m-dim" style="${inline.fact}">${mark} ${link({ label: text, href }, inline.quote, 'm-dim')}</p>`,
)}`;
}

function separated(links: readonly LinkView[]): Html[] {
  return links.map((entry, index) => html`${index === 0 ? '' : ' · '}${link(entry)}`);
}

function itemHtml(item: ItemView, text: MailText): Html {
  const copies =
    item.copies.length === 0
      ? ''
      : html`<div class="m-dim" style="${inline.links}">${text.copies}${text.colon}${separated(item.copies)}</div>`;
  return html`<tr><td class="m-card" style="${inline.card}${inline.font}">
<div class="m-link" style="${inline.label}">${item.label}</div>
<h2 class="m-title m-ink" style="${inline.title}">${link({ ...item.open, label: item.title }, inline.titleLink, 'm-ink')}</h2>
<p class="m-ink" style="${inline.summary}">${item.summary}</p>
${item.facts.map((fact) => html`<p class="m-dim" style="${inline.fact}">${fact}</p>`)}
${table(item, text)}
${item.hunks.map((entry) => hunk(entry, text))}
${note(item.more)}${note(item.unchanged)}${item.parts.map(partHtml)}
<div>${link(item.open, inline.button, 'm-button')}</div>
<div class="m-dim" style="${inline.links}">${separated(item.links)}</div>
${copies}
</td></tr>
<tr><td style="${inline.gap}">&nbsp;</td></tr>`;
}

/** The HTML body: tables and inline styles for old clients, readable on a phone and on a dark screen. */
export function renderHtml(view: MailView, text: MailText, language: Language, subject: string): string {
  const { footer } = view;
  const site = { label: text.site, href: footer.site };
  const more =
    view.more === null ? '' : html`<p class="m-ink" style="${inline.summary}">${view.more} ${link(site)}</p>`;
  return String(html`<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="supported-color-schemes" content="light dark" />
<title>${subject}</title>
<style>${raw(styleBlock)}</style>
</head>
<body class="m-bg" style="${inline.body}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" class="m-bg" style="${inline.outer}">
<!--[if mso]><table role="presentation" width="720" align="center"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" align="center" style="${inline.frame}">
<tr><td class="m-dim" style="${inline.head}${inline.font}"><span class="m-ink" style="${inline.brand}">planwatch</span> &nbsp; ${view.period}${view.part}</td></tr>
${view.items.map((item) => itemHtml(item, text))}
<tr><td class="m-dim" style="${inline.foot}${inline.font}">
${more}<p style="margin:0 0 8px">${footer.numbers}</p>
<p style="margin:0">${footer.why} ${link({ label: text.unsubscribe, href: footer.unsubscribe })} · ${link(site)}</p>
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`);
}
