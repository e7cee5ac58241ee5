import type { Line } from './tree/line.ts';

const ENDING = '(?:pdf|docx?|odt|xlsx?|ods|pptx?|wps|et|ofd|rtf|zip|rar|7z|csv)';
const FILE = new RegExp(`\\.${ENDING}(?:[?#]|$)`, 'i');
/** A link to a script that hands out a file is told by what it is called. */
const NAMED = new RegExp(`\\.${ENDING}(?=$|[\\s(（【[，,。；;])`, 'i');

/** A script that hands out a file of no name, and a line that calls what it links to an annex, or counts it as one. */
const HANDED_OUT = /(?:download|downfile|attach|file_?id)/i;
const PAGE = /\.s?html?(?:[?#]|$)/i;
const ANNEX = /^[\s【[(（]{0,3}(?:附\s{0,2}件|附\s{0,2}表|\d{1,2}\s{0,2}[.．、])/;

/** The addresses of the files a line links to, as the page writes them. */
export function fileHrefs(line: Line): readonly string[] {
  const files = line.hrefs.filter((href) => FILE.test(href));
  if (files.length > 0 || line.linked <= MOSTLY) return files;
  if (NAMED.test(line.text)) return line.hrefs.slice(0, 1);
  if (!ANNEX.test(line.text)) return [];
  return line.hrefs.filter((href) => HANDED_OUT.test(href) && !PAGE.test(href)).slice(0, 1);
}

/** Whether a page's text may link to files: cheap, for pages that are not read otherwise. */
export function mayLinkToFiles(html: string): boolean {
  // Few pages have these words at all, and looking for addresses that have them takes ten times as long.
  return ANYWHERE.test(html) || (HANDED_OUT.test(html) && SCRIPTS.test(html));
}

const ANYWHERE = new RegExp(`\\.${ENDING}(?=["'?#<\\s(（【[，,。；;])`, 'i');
const SCRIPTS = new RegExp(`href\\s?=\\s?["'][^"'<>]{0,200}${HANDED_OUT.source}`, 'i');

/** The part of a line that is link where the line is the link. */
const MOSTLY = 0.3;

/** Whether a line is the link to an attached file: government pages end with them, and they are part of the text. */
export function isAttachment(line: Line): boolean {
  return line.linked > MOSTLY && fileHrefs(line).length > 0;
}

/** Whether a line says that attached files follow, or is the first of them: 附件：, 相关附件, 附件1：…. */
export function isAnnexLabel({ text }: Line): boolean {
  return /^[\s【[(（]{0,3}(?:相关)?附\s{0,2}件/.test(text);
}

/** 附件：, 相关附件. */
const LABEL_WEIGHT = 6;

/** Whether a line is such a label and nothing more: what it names stands on other lines, if anywhere. */
export function isBareLabel({ linked, text }: Line): boolean {
  return linked === 0 && /^[【[(（]?(?:相关)?附\s{0,2}件(?:下载|列表)?[】\])）]?\s?[:：]?$/.test(text);
}

/** The lines that link to attached files, and lists of them whose addresses only a script knows: 附件：1.清单, 2.分配表. */
export function attachedAmong(lines: readonly Line[]): ReadonlySet<Line> {
  const attached = new Set<Line>();
  let listed = false;
  for (const line of lines) {
    const isLink = line.linked > MOSTLY;
    // A label on a line of its own links to nothing.
    listed = isAnnexLabel(line)
      ? isLink || line.weight <= LABEL_WEIGHT
      : isLink && listed && ANNEX.test(line.text);
    if (isLink && (listed || isAttachment(line))) attached.add(line);
  }
  return attached;
}

/** What a file is called by its address: the last piece, as people read it. */
export function nameInUrl(url: string): string {
  const piece = (url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
