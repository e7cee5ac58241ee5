import type { html } from 'hono/html';
import type { Language } from '../core/digest.ts';
import type { OutlineClaim, Section } from '../core/plan.ts';
import type { Fleet } from '../core/source-health.ts';
import { type Clock, dayIn, minuteIn } from '../core/time.ts';
import type { IndicatorView, RegionPlan } from '../core/vertical.ts';
import { type Words, words } from '../core/words.ts';
import type { Store } from '../store/store.ts';
import { type WebText, webText } from './text.ts';

/** What the pages ask of the archive: reading, and one write, unsubscribing. */
export type WebStore = Pick<
  Store,
  | 'latestVersion'
  | 'presentComparison'
  | 'comparisons'
  | 'document'
  | 'documents'
  | 'events'
  | 'ledger'
  | 'mentionsOf'
  | 'plan'
  | 'planDates'
  | 'plans'
  | 'plansMentioned'
  | 'saveSubscriber'
  | 'sources'
  | 'statementsOf'
  | 'subscriberByToken'
  | 'tasks'
  | 'version'
  | 'versions'
>;

/** Sets the targets of several regions side by side; the site is handed it, since it lies in another room. */
export type SetSideBySide = (plans: readonly RegionPlan[]) => IndicatorView[];

/** Names a region with all that it lies in; the site is handed it, since the register of divisions lies in another room. */
export type FullRegion = (region: string) => string;

/** Holds a plan's outline against what its text says of itself; the site is handed it for the same reason. */
export type CheckOutline = (text: string, outline: readonly Section[]) => readonly OutlineClaim[];

/** Reads how the sources fare; the site is handed it, since schedules are no part of the archive. */
export type ReadFleet = () => Promise<Fleet>;

/** A piece of escaped HTML. */
export type Html = ReturnType<typeof html>;

/** What a page function returns: the shell around it is the same for all. */
export interface Page {
  readonly title: string;
  readonly body: Html;
}

/** One request, as far as pages care for it. */
export interface Visit {
  readonly store: WebStore;
  readonly sideBySide: SetSideBySide;
  readonly fullRegion: FullRegion;
  readonly checkOutline: CheckOutline;
  readonly fleet: ReadFleet;
  /** `YYYY-MM-DD` where the site is read. */
  readonly today: string;
  readonly language: Language;
  readonly text: WebText;
  readonly words: Words;
  /** Path and query as asked for. */
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** An address on this site that keeps the reader's language. */
  readonly link: (path: string, query?: Readonly<Record<string, string | undefined>>) => string;
  readonly minute: (iso: string) => string;
  readonly day: (iso: string) => string;
}

/** Settings of the site that shape a visit. */
export interface SiteSettings {
  /** Used where the reader has not chosen. */
  readonly language: Language;
  readonly timezone: string;
  readonly title?: string;
}

/** What every visit draws on. */
export interface VisitDeps {
  readonly store: WebStore;
  readonly sideBySide: SetSideBySide;
  readonly fullRegion: FullRegion;
  readonly checkOutline: CheckOutline;
  readonly fleet: ReadFleet;
  readonly settings: SiteSettings;
  readonly clock: Clock;
}

/** Make a visit from a request; the language is `?lang=` where it names one. */
export function visitOf(
  { store, sideBySide, fullRegion, checkOutline, fleet, settings, clock }: VisitDeps,
  url: URL,
  params: Readonly<Record<string, string>>,
): Visit {
  const asked = url.searchParams.get('lang');
  const language = asked === 'zh' || asked === 'en' ? asked : settings.language;
  return {
    store,
    sideBySide,
    fullRegion,
    checkOutline,
    fleet,
    today: dayIn(settings.timezone, clock()),
    language,
    text: webText[language],
    words: words[language],
    url,
    params,
    link(path, query = {}) {
      const [place = '', fragment] = path.split('#', 2);
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
      if (language !== settings.language) search.set('lang', language);
      return `${place}${search.size > 0 ? `?${search}` : ''}${fragment === undefined ? '' : `#${fragment}`}`;
    },
    minute: (iso) => minuteIn(settings.timezone, new Date(iso)),
    day: (iso) => dayIn(settings.timezone, new Date(iso)),
  };
}
