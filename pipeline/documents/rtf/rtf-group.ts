/** What holds up to the end of a group. */
export interface RtfGroup {
  /** It is text of the document, and not hidden. */
  readonly shown: boolean;
  readonly hidden: boolean;
  /** The table it is part of, of those that are read. */
  readonly table: 'fonts' | 'styles' | null;
  /** Numbers of the font in use, and of the style. */
  readonly font: number;
  readonly style: number;
  /** Whether fonts named next are those of wide characters. */
  readonly wide: boolean;
  /** Characters that follow each \u for programs that do not know it. */
  readonly instead: number;
}

export const OUTERMOST: RtfGroup = {
  ...{ shown: true, hidden: false, table: null, font: 0, style: 0, wide: false, instead: 1 },
};

/** Groups that hold no text of the document. */
const ASIDE = new Set(
  '* colortbl info pict nonshppict header headerl headerr headerf footer footerl footerr footerf footnote annotation'.split(
    ' ',
  ),
);

/** The state of a group after one of its words. */
export function groupAfter(group: RtfGroup, word: string, value: number | null): RtfGroup {
  if (ASIDE.has(word)) return { ...group, shown: false };
  if (word === 'fonttbl') return { ...group, shown: false, table: 'fonts' };
  if (word === 'stylesheet') return { ...group, shown: false, table: 'styles' };
  if (word === 's') return { ...group, style: value ?? 0 };
  if (word === 'v' || word === 'deleted') return { ...group, hidden: value !== 0 };
  if (word === 'plain') return { ...group, hidden: false };
  if (word === 'uc') return { ...group, instead: Math.max(0, value ?? 1) };
  if (word === 'loch' || word === 'hich' || word === 'dbch') return { ...group, wide: word === 'dbch' };
  return word === 'f' || (word === 'af' && group.wide) ? { ...group, font: value ?? 0 } : group;
}
