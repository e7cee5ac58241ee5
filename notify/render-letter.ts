import { html } from 'hono/html';
import type { Email, Language } from '../core/digest.ts';
import { faultAdvice } from '../core/fault-advice.ts';
import { faultInWords } from '../core/fault-words.ts';
import { naturalId } from '../core/hash.ts';
import type { FleetVerdict, Letter, Troubled } from '../core/source-health.ts';
import { minuteIn } from '../core/time.ts';
import { clip, oneLine } from './clip.ts';
import { domainOf, type MailSite, siteLinks } from './site-links.ts';

/** Sources named one by one in a letter; the web page has the others. */
const MOST_NAMED = 60;
const LONGEST_REASON = 400;

/** Every sentence of a letter, in one language. */
interface LetterText {
  readonly broken: (count: number) => string;
  readonly healed: (count: number) => string;
  readonly and: string;
  readonly brokenHead: string;
  readonly healedHead: string;
  readonly network: (count: number, since: string) => string;
  readonly release: (count: number, before: string, after: string) => string;
  readonly since: (at: string, runs: number) => string;
  readonly until: (from: string, to: string) => string;
  readonly more: (count: number) => string;
  readonly details: string;
}

const TEXT: Readonly<Record<Language, LetterText>> = {
  zh: {
    broken: (count) => `${count}个来源出现故障`,
    healed: (count) => `${count}个来源恢复正常`,
    and: '，',
    brokenHead: '出现故障',
    healedHead: '恢复正常',
    network: (count, since) =>
      `自 ${since} 起没有任何网站回应（${count}个来源）。多半是本机网络或代理的问题，不是各网站的问题。`,
    release: (count, before, after) =>
      `${count}个来源在程序 ${before} 下正常，换成 ${after} 后出错。多半是本程序更新造成的，不是各网站改版。`,
    since: (at, runs) => `自 ${at}，连续${runs}次`,
    until: (from, to) => `${from} 至 ${to}`,
    more: (count) => `另有${count}个，见网页`,
    details: '详情',
  },
  en: {
    broken: (count) => `${count} ${count === 1 ? 'source is' : 'sources are'} broken`,
    healed: (count) => `${count} ${count === 1 ? 'source is' : 'sources are'} well again`,
    and: ', ',
    brokenHead: 'Broken',
    healedHead: 'Well again',
    network: (count, since) =>
      `No site has answered since ${since} (${count} sources). It is most likely the network or proxy of this machine, not the sites.`,
    release: (count, before, after) =>
      `${count} sources were well under release ${before} and went ill under ${after}. It is most likely our own upgrade, not the sites.`,
    since: (at, runs) => `since ${at}, ${runs} ${runs === 1 ? 'run' : 'runs in a row'}`,
    until: (from, to) => `${from} to ${to}`,
    more: (count) => `${count} more, see the web page`,
    details: 'Details',
  },
};

/**
 * Write a letter to one operator: which sources broke and why, which are well again.
 *
 * The same letter, operator and site give the same mail.
 */
export function renderLetter(letter: Letter, to: string, language: Language, site: MailSite): Email {
  const text = TEXT[language];
  const { broken, healed, verdict } = letter;
  const id = naturalId(letter.id, to);
  const domain = domainOf(site);
  const said = [
    broken.length > 0 ? text.broken(broken.length) : '',
    healed.length > 0 ? text.healed(healed.length) : '',
  ].filter((part) => part !== '');
  const first = broken[0] ?? healed[0];
  const name = broken.length + healed.length === 1 ? ` – ${clip(first?.source.publisher ?? '', 30)}` : '';
  const subject = oneLine(`planwatch: ${said.join(text.and)}${name}`);
  const cause = verdict === null || broken.length === 0 ? null : causeOf(verdict, text, site);
  const parts = [
    part(text.brokenHead, broken, text, (one) => brokenLines(one, language, site)),
    part(text.healedHead, healed, text, (one) => healedLines(one, language, site)),
  ].filter(({ items }) => items.length > 0);
  const link = siteLinks.sources(site);
  return {
    id,
    from: oneLine(site.from),
    to: oneLine(to),
    subject,
    text: [
      ...(cause === null ? [] : [cause, '']),
      ...parts.flatMap(({ head, items, more }) => [
        head,
        ...items.flatMap(([title, ...lines]) => [`- ${title}`, ...lines.map((line) => `    ${line}`)]),
        ...(more === null ? [] : [more]),
        '',
      ]),
      `${text.details}: ${link}`,
      '',
    ].join('\n'),
    html: String(html`<!DOCTYPE html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font-family:sans-serif;font-size:15px;line-height:23px">${cause === null ? '' : html`<p><b>${cause}</b></p>`}
${parts.map(
  ({ head, items, more }) =>
    html`<h2 style="font-size:17px">${head}</h2><ul>${items.map(([title, ...lines]) => html`<li><b>${title}</b>${lines.map((line) => html`<br>${line}`)}</li>`)}</ul>${more === null ? '' : html`<p>${more}</p>`}`,
)}<p><a href="${link}">${text.details}</a></p></body></html>`),
    messageId: `<${id}@${domain}>`,
    date: site.now,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

function part(
  head: string,
  troubled: readonly Troubled[],
  text: LetterText,
  lines: (one: Troubled) => readonly string[],
): { head: string; items: readonly (readonly string[])[]; more: string | null } {
  const rest = troubled.length - MOST_NAMED;
  return { head, items: troubled.slice(0, MOST_NAMED).map(lines), more: rest > 0 ? text.more(rest) : null };
}

function causeOf(verdict: NonNullable<FleetVerdict>, text: LetterText, site: MailSite): string {
  const count = verdict.sources.length;
  return verdict.kind === 'network'
    ? text.network(count, minuteIn(site.timezone, new Date(verdict.since)))
    : text.release(count, verdict.before, verdict.release);
}

function brokenLines({ source, ticket }: Troubled, language: Language, site: MailSite): readonly string[] {
  const at = minuteIn(site.timezone, new Date(ticket.openedAt));
  return [
    `${oneLine(source.publisher)} (${source.id})`,
    `${faultInWords(ticket.fault.code, language)} (${ticket.fault.code}), ${TEXT[language].since(at, ticket.runs)}`,
    ...[faultAdvice(ticket.fault.code, language) ?? []].flat(),
    clip(ticket.fault.message, LONGEST_REASON),
  ];
}

function healedLines({ source, ticket }: Troubled, language: Language, site: MailSite): readonly string[] {
  const minute = (iso: string) => minuteIn(site.timezone, new Date(iso));
  const span = TEXT[language].until(minute(ticket.openedAt), minute(ticket.closedAt ?? site.now));
  return [
    `${oneLine(source.publisher)} (${source.id})`,
    `${faultInWords(ticket.fault.code, language)}, ${span}`,
  ];
}
