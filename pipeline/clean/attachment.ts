import type { Line } from './read-lines.ts';

const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|zip|rar|7z|csv)(?:[?#]|$)/i;

/** The address of the file a line links to, as the page writes it; null for other lines. */
export function attachmentHref(line: Line): string | null {
  return line.hrefs.find((href) => ATTACHMENT.test(href)) ?? null;
}

/** Whether a line is the link to an attached file: government pages end with them, and they are part of the text. */
export function isAttachment(line: Line): boolean {
  return line.linked > 0.3 && attachmentHref(line) !== null;
}
