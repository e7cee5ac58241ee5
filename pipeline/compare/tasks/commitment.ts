/**
 * Verbs by how firmly they commit, weakest first: 研究 < 探索 < 推进 < 加快 < 必须 < 确保.
 *
 * A rung holds the words readers of plans take to be as firm as its first.
 */
const LADDER: readonly string[] = [
  '研究 谋划 论证 酝酿 考虑',
  '探索 试点 鼓励 引导 稳妥 适时 争取',
  '推进 推动 促进 开展 实施 支持 加强 强化 加大 落实 完善 健全 优化 深化 做好 组织',
  '加快 大力 抓紧 狠抓 尽快 全力',
  '必须 严格 严禁 不得 务必 坚决',
  '确保 严守 守住 守牢 保证',
];

const RUNGS: ReadonlyMap<string, number> = new Map(
  LADDER.flatMap((words, rung) => words.split(' ').map((word) => [word, rung] as const)),
);
/** Not before what makes them parts of a noun: 研究生, 试点城市, 实施方案, 组织部. */
const NOUN =
  '(?<!研究(?=[生院所员室会])|试点(?=[城地单区项名])|实施(?=方案|细则|意见|办法)|组织(?=[部者机])|保证(?=金)|支持(?=率))';
const ANY = [...RUNGS.keys()].join('|');
const VERB = new RegExp(`(?:${ANY})${NOUN}`, 'g');
/** Clauses end at marks, and at 、 where another verb begins, unless that only joins verbs (鼓励、支持、引导). */
const CLAUSE_END = new RegExp(`[，。；：]|(?<!${ANY})、(?=${ANY})`);
/** What stands between verbs of one object. */
const JOINS = /^[、和与并]?$/;
/** A clause that says what for, with or under what something is done, governs nothing. */
const CIRCUMSTANCE = /^(?:为|以|在|随着|围绕|通过|对照|按照|针对|结合|根据)/;
/** 加大…力度 and 加强… are about the same. */
const MEASURE = /(?:力度|步伐|进度|进程|工作)$/;

/** Verbs stand at the head of their clause; 研究 further in is the noun (研究经费, 研究院). */
const HEAD = 6;

/** How firmly one clause commits to what. */
export interface Commitment {
  /** The word that decides: the firmest of those heading the clause, as 加快推进 is firmer than 推进. */
  readonly verb: string;
  /** 0 for 研究 to 5 for 确保. */
  readonly rung: number;
  /** What is committed to: the clause without its verbs. */
  readonly object: string;
}

/**
 * The commitments of a sentence, clause by clause; clauses without a verb of the ladder give none.
 *
 * The verb that governs counts, not any verb anywhere: 加快建设重点研究基地 is 加快.
 */
export function commitmentsOf(sentence: string): Commitment[] {
  return sentence.split(CLAUSE_END).flatMap((clause) => {
    if (CIRCUMSTANCE.test(clause)) return [];
    const verbs = governing(clause);
    const firmest = verbs
      .map(({ verb }) => ({ verb, rung: RUNGS.get(verb) ?? 0 }))
      .sort((a, b) => b.rung - a.rung)[0];
    const last = verbs.at(-1);
    if (firmest === undefined || last === undefined) return [];
    return [{ ...firmest, object: clause.slice(last.end).replace(MEASURE, '') }];
  });
}

/** The verbs that head a clause: the first, and those that follow it without anything of their own. */
function governing(clause: string): { readonly verb: string; readonly end: number }[] {
  const verbs: { verb: string; end: number }[] = [];
  for (const { 0: verb, index } of clause.matchAll(VERB)) {
    const before = verbs.at(-1);
    const heads = before === undefined ? index <= HEAD : JOINS.test(clause.slice(before.end, index));
    if (!heads) break;
    verbs.push({ verb, end: index + verb.length });
  }
  return verbs;
}
