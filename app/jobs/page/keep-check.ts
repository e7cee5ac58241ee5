import { heldCheckAt, missingCheckAt, nextCheckAt } from '../../../crawlers/next-check.ts';
import type { Store, StoredPage } from '../../../store/store.ts';
import type { App } from '../../wire.ts';
import type { Derived } from './derive.ts';
import type { Suspicion, Trust } from './doubt-reading.ts';
import type { KeptPage } from './keep-page.ts';
import { lossesIn } from './text-faults.ts';

/** Note when to ask again, and what the operator should look at, or need not any more. */
export async function keepCheck(
  { clock }: Pick<App, 'clock'>,
  store: Store,
  page: StoredPage,
  kept: KeptPage,
  { article, faults, reading }: Derived,
  trust: Trust,
): Promise<void> {
  const now = clock();
  const at = now.toISOString();
  const since = kept.outcome === 'changed' ? at : article.published;
  const held = kept.outcome === 'held';
  // An article is there: it has just been noted as such.
  const asked = kept.outcome === 'not_article' ? await store.document(page.documentId) : null;
  const missing = asked?.missingChecks ?? 0;
  const lasting = trust.kind === 'unlike' || kept.suspect?.code === 'TEXT_GARBLED';
  const soon = held ? heldCheckAt(now, lasting) : missing > 0 ? missingCheckAt(missing, now) : null;
  await store.saveCheck(page.url, { at, nextCheckAt: soon ?? nextCheckAt(since, now) });
  const problems = [
    ...problemsOf(page.url, reading?.identity ? faults : faults.filter(mayPass)),
    ...(kept.suspect === null ? [] : [suspected(page.url, kept.suspect)]),
    ...(kept.suspect?.code === 'TEXT_GARBLED' ? [] : lossesIn(page.url, article)),
  ];
  await store.resolveProblems(
    page.sourceId,
    page.url,
    at,
    problems.map((problem) => problem.code),
  );
  for (const problem of problems)
    await store.saveProblem({ sourceId: page.sourceId, url: page.url, at, ...problem });
}

interface Problem {
  readonly code: string;
  readonly message: string;
}

/**
 * Whether a fault of a file may pass. What a file is for good (a scan, locked, of another kind) asks for nobody's
 * attention, unless the article is a plan: then its targets may stand there.
 */
function mayPass({ code }: Derived['faults'][number]): boolean {
  return code === 'ATTACHMENT_NOT_FETCHED' || code === 'ATTACHMENT_TIMEOUT';
}

/** What is wrong with the attached files of a page, one problem for all of a kind. */
function problemsOf(url: string, faults: Derived['faults']): Problem[] {
  return [...Map.groupBy(faults, ({ code }) => code)].map(([code, some]) => ({
    code,
    message: `${url}: ${some.map(({ message }) => message).join(' ')}`,
  }));
}

const ADVICE: Readonly<Record<Suspicion['code'], string>> = {
  EXTRACT_HELD:
    'It is published once it reads the same at a later check, or by "planwatch accept" with this address; rules.remove cuts what differs each time',
  EXTRACT_SUSPECT: 'Look at the page; if the site changed, set rules.select in the source',
  TEXT_GARBLED:
    'Set rules.charset in the source to the encoding of the page; "planwatch accept" with this address publishes it as it is',
};

function suspected(url: string, { code, why }: Suspicion): Problem {
  return { code, message: `${url}: ${why}. ${ADVICE[code]}.` };
}
