import { phraseOf } from '../fold.ts';
import { CREDIT, DOCUMENT_NUMBER, INFO, NOISE, ORIGIN } from '../phrases.ts';
import type { Line, Reading } from '../tree/line.ts';
import { isSecondLine } from './printed-title.ts';
import { findDates } from './read-date.ts';

export interface Subtitles {
  /** 引题, the line above the title. */
  readonly kicker: Line | null;
  /** 副题, the line below it. */
  readonly subtitle: Line | null;
}

const NAMED_KICKER =
  /[\s_-](?:kicker|pre|pretitle|yinti|introtitle|shouldertitle|jianti|eyebrow|uptitle|yt)(?=[\s_-])/;
const NAMED_SUBTITLE = /[\s_-](?:sub|subtitle|sub-title|futi|ft|fbt|downtitle|deck|standfirst|dek)(?=[\s_-])/;

/** Find the lines above and below the title that are set as parts of it: headings beside it, or so named. */
export function readSubtitles({ lines }: Reading, titleLines: readonly Line[]): Subtitles {
  const [first] = titleLines;
  const last = titleLines.at(-1);
  if (first === undefined || last === undefined) return { kicker: null, subtitle: null };
  return {
    kicker: part(lines[first.index - 1], first, NAMED_KICKER),
    subtitle: part(lines[last.index + 1], last, NAMED_SUBTITLE),
  };
}

function part(line: Line | undefined, title: Line, named: RegExp): Line | null {
  if (line === undefined || line.hidden !== null || line.rows !== null || line.linked > 0) return null;
  if (line.weight < 4 || line.weight > 80 || line.text === title.text) return null;
  const setAsHeading = line.heading > 0 && title.heading > 0 && line.box.parent === title.box.parent;
  const isSecond = named === NAMED_SUBTITLE && isSecondLine(line.text);
  if (!setAsHeading && !isSecond && !named.test(line.box.mark)) return null;
  const text = phraseOf(line);
  if (saysWhen(line)) return null;
  const other = [INFO, NOISE, CREDIT, ORIGIN, DOCUMENT_NUMBER].some((pattern) => pattern.test(text));
  return other ? null : line;
}

/** 原创 云川日报 2026-01-05 08:00 says who and when; ——2026年1月5日在云川市人民代表大会上 is a subtitle. */
function saysWhen({ text }: Line): boolean {
  const dates = findDates(text);
  return dates.some(({ timed, end }) => timed || end === text.length);
}
