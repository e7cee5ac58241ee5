import type { Article, Block } from '../../core/article.ts';

/** An article as Markdown: what a reader of the archive gets, for a quick look. */
export function previewArticle(article: Article): string {
  const { title, kicker, subtitle, published, source, author, blocks, kind, reason } = article;
  const facts = [published, source, author].filter((fact) => fact !== null).map(escaped);
  const head = [
    kicker === null ? '' : `*${escaped(kicker)}*`,
    title === null ? '' : `# ${escaped(title)}`,
    subtitle === null ? '' : `*${escaped(subtitle)}*`,
    facts.join(' · '),
  ];
  const body = kind === 'article' ? blocks.map(blockText) : [`(${kind}: ${escaped(reason)})`];
  return `${[...head, ...body].filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  const text = escaped(block.text);
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, (block.level ?? 1) + 1))} ${text}`;
    case 'item':
      return `${'  '.repeat((block.level ?? 1) - 1)}- ${text}`;
    case 'quote':
      return `> ${text}`;
    case 'caption':
      return `*${text}*`;
    case 'table':
      return tableText(block.rows ?? []);
    case 'attachment':
      return block.href === undefined ? `- ${text}` : `- [${text}](<${block.href}>)`;
    default:
      return text;
  }
}

function tableText(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => cellText(row[at])).join(' | ')} |`,
  );
  return [lines[0] ?? '', `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

function cellText(cell: string | undefined): string {
  return escaped(cell ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
}

/** Text of a page is text: its stars, brackets and references must not become markup, nor its first number or dash a list. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#&~]/g, '\\$&')
    .replace(/^[-+=](?=[\s=-]|$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
