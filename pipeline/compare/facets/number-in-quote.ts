import type { Statement } from '../../../core/plan.ts';

const NUMBER = /\d+(?:\.\d+)?/g;
/** 从380元提高到420元: the number it starts from. */
const FROM = /[从由][^，；\d]{0,12}(\d+(?:\.\d+)?)[^，；\d]{0,12}[至到为]/;
/** Quotes are looked at this far; a longer one is a page without stops. */
const MAX_LENGTH = 160;

/**
 * The words a number stands behind, back to the stop before it; the whole quote if it is not written in digits.
 *
 * 、 is a stop only behind another number: 新建24座公厕、改造2座水厂 says two things, 新建幼儿园、小学20所 one.
 */
export function wordsBefore(statement: Statement): string {
  const clause = clauseBefore(statement);
  return /\d[^、]*、(.*)$/.exec(clause)?.[1] ?? clause;
}

/** The clause a number stands in, up to it, with the things that are named before and the verb they share. */
export function clauseBefore(statement: Statement): string {
  const quote = plain(statement);
  const own = ownNumber(statement, quote);
  return own === null
    ? quote
    : (quote
        .slice(0, own.at)
        .split(/[，；]/)
        .at(-1) ?? '');
}

/** The quote without what stands behind the number's own clause: that is said of the next number. */
export function quoteThrough(statement: Statement): string {
  const quote = plain(statement);
  const own = ownNumber(statement, quote);
  const stop = own === null ? -1 : quote.slice(own.at).search(/[、，；]/);
  return own === null || stop < 0 ? quote : quote.slice(0, own.at + stop);
}

/** What stands behind a number in its own clause: 的20个项目建成 of 投资60亿元的20个项目建成、…. */
export function wordsBehind(statement: Statement): string {
  const quote = plain(statement);
  const own = ownNumber(statement, quote);
  return own === null ? '' : (quote.slice(own.at).split(/[、，；]/)[0] ?? '');
}

/** All that is said of a number: its indicator's name, and the words it stands behind. */
export function saidOf(statement: Statement): string {
  return `${statement.indicator}，${wordsBefore(statement)}`;
}

/**
 * The number that a rise or fall starts from, in the statement's unit: of 由380元提高到420元 the 380.
 *
 * Of what is set anew every year it is last year's target, whatever name that stood under.
 */
export function startOf(statement: Statement): number | null {
  const quote = plain(statement);
  const own = ownNumber(statement, quote);
  const from = FROM.exec(quote)?.[1];
  return own === null || from === undefined ? null : Number(from) * own.factor;
}

/** Where the statement's number stands in the quote, and what its 万 or 亿 comes to. */
function ownNumber(
  { value }: Statement,
  quote: string,
): { readonly at: number; readonly factor: number } | null {
  for (const match of quote.matchAll(NUMBER)) {
    const factor = value / Number(match[0]);
    const power = Math.round(Math.log10(factor));
    if (power >= 0 && power <= 13 && Math.abs(factor / 10 ** power - 1) < 1e-9)
      return { at: match.index, factor: 10 ** power };
  }
  return null;
}

function plain({ quote }: Statement): string {
  // 新建、改扩建 are two verbs of one thing, no two things.
  return quote
    .slice(0, MAX_LENGTH)
    .normalize('NFKC')
    .replace(/新建[、和及与](?=[改扩])/g, '新建')
    .replace(/新\(([改扩])[、/]?([改扩]?)\)建/g, '新$1$2建');
}
