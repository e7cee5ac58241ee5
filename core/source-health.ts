import type { Fault, ProblemRecord, RunRecord, SourceRecord, TicketRecord } from './archive.ts';

/**
 * How a source fares. `new`: never crawled. `well`. `ailing`: something is wrong with it, or with some of its pages.
 * `broken`: nothing new can be expected of it. `off`: switched off.
 */
export type SourceHealth = 'off' | 'new' | 'well' | 'ailing' | 'broken';

/** What is to blame when several sources are in trouble at once; null if each has a trouble of its own. */
export type FleetVerdict =
  /** Nothing can be reached: the machine's network, or the proxy. */
  | { readonly kind: 'network'; readonly since: string; readonly sources: readonly string[] }
  /** They went well under one release of ours and went ill under the next. */
  | {
      readonly kind: 'release';
      readonly release: string;
      readonly before: string;
      readonly sources: readonly string[];
    }
  | null;

/** One source and how it fares. */
export interface SourceStatus {
  readonly source: SourceRecord;
  readonly health: SourceHealth;
  readonly run: RunRecord | null;
  /** The open one. */
  readonly ticket: TicketRecord | null;
  /** Open ones, the newest first. */
  readonly problems: readonly ProblemRecord[];
  /** Why it is not well: its ticket's fault, else its newest problem; null if it is. */
  readonly why: Fault | null;
  /** When it last brought a new article. */
  readonly lastArticle: string | null;
  /** Null for one that is switched off. */
  readonly nextRun: string | null;
}

/** All sources, the worst first, and what the troubles of several have in common. */
export interface Fleet {
  readonly sources: readonly SourceStatus[];
  readonly verdict: FleetVerdict;
}

/** A source and its trouble. */
export interface Troubled {
  readonly source: SourceRecord;
  readonly ticket: TicketRecord;
}

/** What operators are told: which sources broke, and which are well again. */
export interface Letter {
  readonly id: string;
  readonly broken: readonly Troubled[];
  readonly healed: readonly Troubled[];
  readonly verdict: FleetVerdict;
}

/** Sources that must be in trouble before it is taken for one trouble. */
const SEVERAL = 3;
/** Part of the sources that ran under a release that must have gone ill under it. */
const PART = 1 / 4;

/** Faults of a host that did not answer at all. */
const NO_ANSWER = new Set(['FETCH_DNS', 'FETCH_UNREACHABLE', 'FETCH_TIMEOUT', 'FETCH_RESET', 'FETCH_FAILED']);

/** Judge one source by its last run, its open ticket and the number of its open problems. */
export function healthOf(
  source: { readonly enabled: boolean },
  run: RunRecord | null,
  ticket: TicketRecord | null,
  openProblems: number,
): SourceHealth {
  if (!source.enabled) return 'off';
  if (ticket !== null) return ticket.brokenAt === null ? 'ailing' : 'broken';
  if (openProblems > 0) return 'ailing';
  return run === null ? 'new' : 'well';
}

/**
 * Look for one cause behind several troubles. Eighteen sites do not change their layout in the same hour.
 *
 * @param tickets open ones
 * @param runs the last run of each source
 * @param lastGood the last run of any source that went well, null if there is none
 * @source dgtlmoon/changedetection.io#4437, where nobody could tell
 */
export function judgeFleet(
  tickets: readonly TicketRecord[],
  runs: readonly RunRecord[],
  lastGood: RunRecord | null,
): FleetVerdict {
  return unreachable(tickets, lastGood === null ? runs : [...runs, lastGood]) ?? regression(tickets, runs);
}

/** Silence since the last time that anybody answered: a site that was dead before is no part of it. */
function unreachable(tickets: readonly TicketRecord[], runs: readonly RunRecord[]): FleetVerdict {
  const answers = runs.filter(({ judged, fault }) => judged && !NO_ANSWER.has(fault?.code ?? ''));
  const lastAnswer =
    answers
      .map(({ startedAt }) => startedAt)
      .toSorted()
      .at(-1) ?? '';
  const silent = tickets
    .filter(({ fault, openedAt }) => NO_ANSWER.has(fault.code) && openedAt > lastAnswer)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const [first] = silent;
  if (first === undefined || silent.length < SEVERAL) return null;
  return { kind: 'network', since: first.openedAt, sources: silent.map(({ sourceId }) => sourceId) };
}

function regression(tickets: readonly TicketRecord[], runs: readonly RunRecord[]): FleetVerdict {
  const moved = tickets.filter(
    (ticket) => ticket.releaseBefore !== null && ticket.release !== ticket.releaseBefore,
  );
  const groups = [...Map.groupBy(moved, ({ release }) => release)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const [release, broken] = groups[0] ?? [];
  if (release === undefined || broken === undefined || broken.length < SEVERAL) return null;
  const ran = runs.filter((run) => run.release === release).length;
  if (broken.length < ran * PART) return null;
  const before = broken[0]?.releaseBefore ?? '';
  return { kind: 'release', release, before, sources: broken.map(({ sourceId }) => sourceId) };
}
