import type { AnyNode, Element } from 'domhandler';
import type { FoundDate } from '../fields/read-date.ts';
import { tidy } from './measure.ts';
import type { Role } from './roles.ts';

/** A block element with the stretch of lines that stand in it. Boxes are listed in document order. */
export interface Box {
  readonly index: number;
  readonly element: Element;
  readonly parent: Box | null;
  /** Class names and id in lower case, between spaces. */
  readonly mark: string;
  readonly role: Role;
  readonly first: number;
  /** One behind the last line of the box and all boxes in it. */
  end: number;
}

/** A stretch of text that a reader sees as one line or paragraph: what no block border and no `<br>` divides. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly box: Box;
  /** The node its first character stands in. */
  readonly origin: AnyNode;
  /** The text as gathered, with marks where inline elements begin and end: see {@link partsOf}. */
  readonly raw: string;
  readonly weight: number;
  readonly stops: number;
  readonly commas: number;
  /** Share of the text that stands in links with an address, 0 to 1. */
  readonly linked: number;
  /** Addresses of those links. */
  readonly hrefs: readonly string[];
  /** Share of the text that is bold, 0 to 1. */
  readonly strong: number;
  /** 1 to 6 in h1 to h6, else 0. */
  readonly heading: number;
  /** Nesting depth of lists, 0 outside. */
  readonly item: number;
  readonly quote: boolean;
  readonly caption: boolean;
  /** Cells, when the line is a whole data table. */
  readonly rows: readonly (readonly string[])[] | null;
  /** Why no reader sees it, else null. */
  readonly hidden: string | null;
  readonly asked: Asked;
}

/** What step after step asks of a line, kept once it was answered: see datesOn, phraseOf and namesOn. */
interface Asked {
  dates: readonly FoundDate[] | null;
  phrase: string | null;
  names: readonly string[] | null;
}

export interface Reading {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** What images say in a few words (a stamp 已废止), and the index of the line that follows. */
  readonly images: readonly { readonly text: string; readonly at: number }[];
}

/** Stands in the gathered text where an inline element begins or ends. */
export const PART = '\u0001';

/** Pieces of a short line as inline elements divide them: date and source often touch without a space between. */
export function partsOf({ raw, text }: Line): string[] {
  return raw.includes(PART) && text.length < 300 ? raw.split(PART).map(tidy).filter(Boolean) : [text];
}
