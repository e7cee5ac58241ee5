import { html } from 'hono/html';
import type { Article, Block } from '../../core/article.ts';
import type { Statement } from '../../core/plan.ts';
import { formatQuantity } from '../../core/quantity.ts';
import type { Html, Visit } from '../visit.ts';
import { outwardLink } from './outward-link.ts';
import { cutAtStatements, type Segment } from './segments.ts';

/** The anchor mails and tables link to. */
function anchorOf({ start, end }: Statement): string {
  return `s${start}-${end}`;
}

function explain(visit: Visit, statement: Statement): string {
  const { indicator, entity, kind } = statement;
  const whom = entity === null ? indicator : `${entity} · ${indicator}`;
  return `${visit.words.statement[kind]}${visit.text.colon}${whom} ${formatQuantity(statement, visit.language)}`;
}

function segment(visit: Visit, { text, statements, starting }: Segment): Html {
  const [most] = statements;
  if (most === undefined) return html`${text}`;
  const [own, ...others] = [...new Set(starting.map(anchorOf))];
  const anchors = others.map((anchor) => html`<span id="${anchor}"></span>`);
  const title = statements.map((statement) => explain(visit, statement)).join('; ');
  return html`${anchors}<mark class="${most.kind}"${own === undefined ? '' : html` id="${own}"`} title="${title}">${text}</mark>`;
}

/** The text of a version, block by block, with everything read out of it marked where it stands. */
export function articleText(visit: Visit, article: Article, read: readonly Statement[]): Html {
  // Quotes are offsets into this very text; one that does not fit was read from another and would mark nonsense.
  const statements = read.filter(({ start, end, quote }) => article.text.slice(start, end) === quote);
  const marked = (text: string, offset: number): Html[] =>
    cutAtStatements(text, offset, statements).map((part) => segment(visit, part));

  let offset = 0;
  const blocks = article.blocks.map((block) => {
    const body = blockHtml(block, offset, marked);
    offset += block.text.length + 1;
    return body;
  });
  return html`<div class="text" lang="zh-CN">${blocks}</div>`;
}

type Mark = (text: string, offset: number) => Html[];

function blockHtml(block: Block, offset: number, marked: Mark): Html {
  switch (block.kind) {
    case 'heading':
      // The name of an attached file, whose text follows.
      if (block.href !== undefined)
        return html`<h2 class="attachment">${outwardLink(block.href, block.text)}</h2>`;
      return (block.level ?? 2) <= 2
        ? html`<h2>${marked(block.text, offset)}</h2>`
        : html`<h3>${marked(block.text, offset)}</h3>`;
    case 'quote':
      return html`<blockquote>${marked(block.text, offset)}</blockquote>`;
    case 'table':
      return tableHtml(block.text, offset, marked);
    case 'attachment':
      return html`<p class="attachment">${block.href === undefined ? block.text : outwardLink(block.href, block.text)}</p>`;
    default:
      return html`<p class="${block.kind}">${marked(block.text, offset)}</p>`;
  }
}

function tableHtml(text: string, offset: number, marked: Mark): Html {
  let at = offset;
  const cell = (content: string): Html => {
    const body = html`<td>${marked(content, at)}</td>`;
    at += content.length + 1;
    return body;
  };
  const rows = text.split('\n').map((row) => html`<tr>${row.split('\t').map(cell)}</tr>`);
  return html`<div class="scroll"><table class="inset"><tbody>${rows}</tbody></table></div>`;
}
