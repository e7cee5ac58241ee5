import { attachedAmong, fileHrefs } from '../attachment.ts';
import type { Line } from '../tree/line.ts';
import type { Drop, Step } from './step.ts';

/** Runs of lines that are nothing but links, with the dates and counts between them: related items, tags, paging. */
export const dropLinkLists: Step = (lines) => {
  const attached = attachedAmong(lines);
  const isLink = (line: Line): boolean => line.linked > 0.6 && line.rows === null && !attached.has(line);
  const drops: Drop[] = [];
  let run: Line[] = [];
  const end = (): void => {
    if (run.filter(isLink).length >= 3) drops.push(...run.map((line) => ({ line, reason: 'run of links' })));
    run = [];
  };
  for (const line of lines) {
    if (line.rows !== null && line.linked > 0.5 && !isFiles(line))
      drops.push({ line, reason: 'table of links' });
    if (isLink(line) || (run.length > 0 && line.weight < 12 && line.stops === 0 && line.rows === null))
      run.push(line);
    else end();
  }
  end();
  return drops;
};

/** A table of attached files: every link in it leads to one. */
function isFiles(line: Line): boolean {
  return line.hrefs.length > 0 && fileHrefs(line).length === line.hrefs.length;
}
