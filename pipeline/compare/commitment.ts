/**
 * Verbs by how firmly they commit, weakest first: 研究 < 探索 < 推进 < 加快 < 必须 < 确保.
 *
 * A rung holds the words readers of plans take to be as firm as its first.
 */
const LADDER: readonly string[] = [
  '研究 谋划 论证 酝酿 考虑',
  '探索 试点 鼓励 引导 稳妥 适时 争取',
  '推进 推动 促进 开展 实施 支持 加强 强化 落实 完善 健全 优化 深化 做好 组织',
  '加快 大力 加大 抓紧 狠抓 尽快 全力',
  '必须 严格 严禁 不得 务必 坚决',
  '确保 严守 守住 守牢 保证',
];

const RUNGS: ReadonlyMap<string, number> = new Map(
  LADDER.flatMap((words, rung) => words.split(' ').map((word) => [word, rung] as const)),
);
const VERB = new RegExp([...RUNGS.keys()].join('|'), 'g');

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
  return sentence.split(/[，。；：、]/).flatMap((clause) => {
    const verbs = [...clause.matchAll(VERB)].filter(({ index, 0: verb }, i, all) => {
      const before = all[i - 1];
      return before === undefined
        ? index <= HEAD
        : index <= before.index + before[0].length && index <= HEAD + verb.length;
    });
    const firmest = verbs
      .map(([verb]) => ({ verb, rung: RUNGS.get(verb) ?? 0 }))
      .sort((a, b) => b.rung - a.rung)[0];
    const last = verbs.at(-1);
    if (firmest === undefined || last === undefined) return [];
    return [{ ...firmest, object: clause.slice(last.index + last[0].length) }];
  });
}
