import { attachedAmong, fileHrefs } from '../attachment.ts';
import { phraseOf } from '../fold.ts';
import { TAIL_HEADING } from '../phrases.ts';
import type { Line } from '../tree/line.ts';
import type { Drop, Step } from './step.ts';

/** Runs of lines that are nothing but links, with the dates and counts between them: related items, tags, paging. */
export const dropLinkLists: Step = (lines) => {
  const attached = attachedAmong(lines);
  const isLink = (line: Line): boolean => line.linked > 0.6 && line.rows === null && !attached.has(line);
  const drops: Drop[] = [];
  let run: Line[] = [];
  let above: Line | undefined;
  const end = (below?: Line): void => {
    const last = run.findLastIndex(isLink);
    if (run.filter(isLink).length >= 3) {
      const heading = above !== undefined && isHeading(above) ? [above] : [];
      // A date behind the last link belongs to it only where the others have one: else a text ends so.
      const whole = run.slice(0, last).every(isLink) ? run.slice(0, last + 1) : run;
      drops.push(...[...heading, ...whole].map((line) => ({ line, reason: 'run of links' })));
    } else if (isParagraph(above) && isParagraph(below) && run.every(isInset)) {
      drops.push(...run.map((line) => ({ line, reason: 'link between paragraphs' })));
    }
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (line.rows !== null && line.linked > 0.5 && !isFiles(line))
      drops.push({ line, reason: 'table of links' });
    if (isLink(line) || (run.length > 0 && line.weight < 12 && line.stops === 0 && line.rows === null)) {
      if (run.length === 0) above = lines[at - 1];
      run.push(line);
    } else end(line);
  }
  end();
  return drops;
};

function isParagraph(line: Line | undefined): boolean {
  return line !== undefined && line.box.element.name === 'p' && line.stops > 0;
}

/** The headline of another story, set in an element of its own between paragraphs; 《…》 is what the text speaks of. */
function isInset(line: Line): boolean {
  if (line.text.includes('《')) return false;
  return line.box.element.name === 'div' && line.linked > 0.95 && line.stops === 0 && line.weight >= 8;
}

/** What such a run is headed: 相关报道. */
function isHeading(line: Line): boolean {
  return line.weight <= 12 && line.rows === null && TAIL_HEADING.test(phraseOf(line));
}

/** A table of attached files: every link in it leads to one. */
function isFiles(line: Line): boolean {
  return line.hrefs.length > 0 && fileHrefs(line).length === line.hrefs.length;
}
