import type { ArticleKind } from '../../core/article.ts';
import { fold } from './fold.ts';
import { LEGAL } from './phrases.ts';
import { weigh } from './steps/step.ts';
import type { Line } from './tree/line.ts';

export interface Verdict {
  readonly kind: ArticleKind;
  /** In words for the operator. */
  readonly reason: string;
}

/** What was found beside the text. */
export interface Signs {
  /** The body stands in a footer or the like. */
  readonly chrome: boolean;
  /** The page prints its title. */
  readonly titled: boolean;
  /** It prints it as a heading. */
  readonly headed: boolean;
  /** The text stands right below it. */
  readonly follows: boolean;
  readonly dated: boolean;
  /** It is declared when the page was published, or printed when and by whom: servers' notices have none of it. */
  readonly signed: boolean;
  /** Attached files that lines link to, those behind the text among them. */
  readonly files: number;
}

/** What remained as the body of a page, and what it says. */
export interface Said {
  readonly body: readonly Line[];
  /** Of these, the lines that are sentences. */
  readonly sentences: readonly Line[];
  /** Weight of the sentences, those in cells of tables among them. */
  readonly said: number;
  /** Weight of all lines. */
  readonly text: number;
}

/** Find the sentences of a body. */
export function whatIsSaid(body: readonly Line[]): Said {
  const sentences = body.filter(isSentence);
  const cells = body.flatMap((line) => line.rows?.flat() ?? []).filter((cell) => /[。？！]$/.test(cell));
  const inCells = new Set(cells).values().reduce((sum, cell) => sum + cell.length, 0);
  return { body, sentences, said: weigh(sentences) + inCells, text: weigh(body) };
}

/** A line that stops in the middle, as summaries do. */
export const CUT_OFF = /(?:\.{3}|…)$/;
const DATED_ITEM = /^[([（【]{0,2}(?:19|20)\d\d[-/.年]\d/;
const ENDED = /[。！？；：.!?;:”"」』）)，,]$/;

/**
 * A line that says something: it ends as sentences do, or has clauses, and is no link, table row or legal notice; or it
 * is one of a program.
 */
function isSentence(line: Line): boolean {
  if (line.linked > (line.stops > 1 ? 0.7 : 0.4) || line.rows !== null || CUT_OFF.test(line.text))
    return false;
  if (DATED_ITEM.test(line.text) && line.weight < 60) return false;
  if (line.box.element.name === 'pre') return true;
  const ended = ENDED.test(line.text) && line.stops + line.commas > 0;
  if (!ended && !(line.commas >= 2 && line.weight >= 40)) return false;
  return !LEGAL.test(fold(line.text.slice(0, 300)));
}
