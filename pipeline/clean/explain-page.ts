import type { ExtractRules } from '../../core/source.ts';
import { toArticle } from './extract-article.ts';
import { type PageText, type ReadPage, readPage } from './read-page.ts';
import type { Box, Line } from './tree/line.ts';

/**
 * Show a page as the extractor saw it: every line in its boxes, kept lines marked, removed ones labelled with step and
 * reason, the rest pale. The page's own markup, scripts and pictures are not in it, so it is safe to open.
 *
 * @returns a whole HTML page
 * @throws {ExtractError} as {@link readPage}
 */
export function explainPage(page: PageText, rules: ExtractRules = {}): string {
  const read = readPage(page, rules);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>How this page was cleaned</title>
<style>${STYLE}</style>
${facts(read, page.url)}
<main>
${read.ruledOut.map(({ step, reason, text }) => removedLine(text, `${step}: ${reason}`)).join('\n')}
${lines(read)}
</main>
</html>
`;
}

const STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 1rem auto; color: #222; }
th { text-align: left; padding-right: 1rem; font-weight: 600; vertical-align: top; }
small { color: #666; }
section { border-left: 2px solid #eee; padding-left: .5rem; }
section > small { display: block; font-size: .7rem; color: #aaa; }
p { margin: .15rem 0; white-space: pre-wrap; color: #999; }
p.kept { background: #e2f5e5; color: #111; }
p.removed { background: #fdeaea; color: #844; }
p.title { background: #e4edfb; color: #124; }
p > small { margin-left: .5rem; }
`;

function facts(read: ReadPage, url: string | null): string {
  const article = toArticle(read, url);
  const { found, kind, reason, kicker, title, subtitle, published } = article;
  const { updated, source, author, editor, fields } = article;
  const rows = Object.entries({
    kicker,
    title,
    subtitle,
    published,
    updated,
    source,
    author,
    editor,
    ...fields,
  }).flatMap(([name, value]) => (value === null ? [] : [row(name, value, found[name] ?? '')]));
  const kept = read.kept.length;
  const removed = read.removed.length + read.ruledOut.length;
  const count = `${kept} of ${read.reading.lines.length} lines kept, ${removed} removed`;
  return `<table>${row('kind', kind, reason)}${rows.join('')}${row('lines', count, '')}</table>`;
}

function row(name: string, value: string, note: string): string {
  return `<tr><th>${escaped(name)}</th><td>${escaped(value)} <small>${escaped(note)}</small></td></tr>`;
}

function lines({ reading, kept, removed, title }: ReadPage): string {
  const keptLines = new Set(kept);
  const reasons = new Map(removed.map(({ line, step, reason }) => [line, `${step}: ${reason}`]));
  const parts: string[] = [];
  let open: Box[] = [];
  for (const line of reading.lines) {
    const path = pathOf(line.box);
    const shared = open.findIndex((box, at) => box !== path[at]);
    const same = shared < 0 ? open.length : shared;
    parts.push('</section>'.repeat(open.length - same));
    for (const box of path.slice(same)) parts.push(`<section><small>${escaped(label(box))}</small>`);
    open = path;
    parts.push(paragraph(line, keptLines, reasons, title?.line ?? null));
  }
  return `${parts.join('\n')}${'</section>'.repeat(open.length)}`;
}

function paragraph(
  line: Line,
  kept: ReadonlySet<Line>,
  reasons: ReadonlyMap<Line, string>,
  title: Line | null,
): string {
  if (kept.has(line)) return `<p class="kept">${escaped(line.text)}</p>`;
  const reason = reasons.get(line);
  if (line === title) return `<p class="title">${escaped(line.text)}<small>title</small></p>`;
  if (reason === undefined) return `<p>${escaped(line.text)}<small>outside the body</small></p>`;
  return removedLine(line.text, reason);
}

function removedLine(text: string, reason: string): string {
  return `<p class="removed">${escaped(text)}<small>${escaped(reason)}</small></p>`;
}

/** The boxes around a line, outermost first. */
function pathOf(inner: Box): Box[] {
  const path: Box[] = [];
  for (let box: Box | null = inner; box !== null && box.parent !== null; box = box.parent) path.unshift(box);
  return path;
}

function label({ element, mark }: Box): string {
  const names = mark.trim().replace(/\s+/g, '.');
  return names === '' ? element.name : `${element.name}.${names.slice(0, 80)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
