import type { Paragraph } from './clauses.ts';
import { startsVerb } from './indicator/noun-lead.ts';

/** A longer line is no line of verse, as posts for telephones are set. */
const LONGEST_LINE = 30;

/** What no sentence ends with, and no head of a column: 四川将力争 ⏎ 开工高速公路1000公里. */
const OPEN = /(?:将|力争|拟)(?:新增|新建|建成|完成|实现|达到)?$/;

const ENDED = /[。！？；：…]$/;

/** Put the clauses of a sentence together that a post sets one a line, where a line breaks off before its object. */
export function joinBroken(paragraphs: readonly Paragraph[], text: string): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  let open = false;
  for (const paragraph of paragraphs) {
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LINE + 1));
    const short = words.length <= LONGEST_LINE && !ENDED.test(words);
    const last = joined.at(-1);
    const breaks = OPEN.test(words);
    open = short && open && (breaks || startsVerb(words) || OPEN.test(endOf(last, text)));
    if (open && last !== undefined) joined[joined.length - 1] = join(last, paragraph);
    else joined.push(paragraph);
    open ||= short && breaks;
  }
  return joined;
}

function endOf(paragraph: Paragraph | undefined, text: string): string {
  return paragraph === undefined
    ? ''
    : text.slice(Math.max(paragraph.start, paragraph.end - 4), paragraph.end);
}

/** Both lines as one sentence. */
function join({ start, sentences }: Paragraph, next: Paragraph): Paragraph {
  const { end } = next;
  const before = sentences.slice(0, -1);
  const from = sentences.at(-1)?.start ?? start;
  const clauses = [sentences.at(-1), ...next.sentences].flatMap((sentence) => sentence?.clauses ?? []);
  return { start, end, sentences: [...before, { start: from, end, clauses }] };
}
