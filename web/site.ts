import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { codeOf, messageOf } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { isoTime } from '../core/time.ts';
import { layout } from './layout.ts';
import { copyPage } from './pages/copy-page.ts';
import { diffPage } from './pages/diff-page.ts';
import { documentPage } from './pages/document-page.ts';
import { latestPage } from './pages/latest-page.ts';
import { planPage } from './pages/plan-page.ts';
import { plansPage } from './pages/plans-page.ts';
import { regionsPage } from './pages/regions-page.ts';
import { sourcesPage } from './pages/sources-page.ts';
import { unsubscribe, unsubscribePage } from './pages/unsubscribe-page.ts';
import { versionPage } from './pages/version-page.ts';
import { summarize } from './parts/health-line.ts';
import { STYLE_PATH, style } from './style.ts';
import { type Page, type Visit, type VisitDeps, visitOf } from './visit.ts';

/** What the site is made of. */
export interface SiteDeps extends VisitDeps {
  readonly log: Log;
}

/** Null means that there is no such page. */
type ReadPage = (visit: Visit) => Promise<Page | null>;

/** Every page for readers, in the order of the navigation. */
const PAGES: readonly (readonly [string, ReadPage])[] = [
  ['/', latestPage],
  ['/plans', plansPage],
  ['/plans/:id', planPage],
  ['/regions', regionsPage],
  ['/documents/:id', documentPage],
  ['/documents/:id/versions/:seq', versionPage],
  ['/documents/:id/diff/:range', diffPage],
  ['/documents/:id/copies/:copy', copyPage],
  ['/sources', sourcesPage],
  ['/unsubscribe/:token', unsubscribePage],
];

/**
 * The researchers' site: server-rendered pages over the archive, without scripts. Reading only, but for unsubscribing.
 */
export function createSite({ log, ...deps }: SiteDeps): Hono {
  const { settings, clock } = deps;
  const site = new Hono();
  const visitFor = (c: Context): Visit => visitOf(deps, new URL(c.req.url), c.req.param());
  const show = async (
    c: Context,
    visit: Visit,
    page: Page,
    status: 200 | 400 | 404 | 500 = 200,
  ): Promise<Response> => c.html(await layout(visit, settings, page), status);
  const missing = (c: Context, visit: Visit): Promise<Response> =>
    show(c, visit, problemPage(visit.text.notFound, visit.text.notFoundWhy), 404);
  /** The route, not the address: addresses of the unsubscribe page hold tokens. */
  const logFault = (c: Context, error: unknown): void =>
    log('error', 'web.failed', { route: c.req.routePath, code: codeOf(error), message: messageOf(error) });
  const answer =
    (read: ReadPage) =>
    async (c: Context): Promise<Response> => {
      const visit = visitFor(c);
      const page = await read(visit);
      return page === null ? missing(c, visit) : show(c, visit, page);
    };

  site.use(securityHeaders);
  for (const [path, read] of PAGES) site.get(path, answer(read));
  site.post('/unsubscribe/:token', answer(unsubscribe));
  site.get(STYLE_PATH, (c) =>
    c.body(style, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  site.get('/favicon.ico', (c) => c.body(null, 204));
  site.get('/healthz', async (c) => {
    try {
      return c.json({ status: 'ok', at: isoTime(clock()), ...summarize(await deps.fleet()) });
    } catch (error) {
      logFault(c, error);
      return c.json({ status: 'failing', at: isoTime(clock()), code: codeOf(error) }, 503);
    }
  });

  site.notFound((c) => missing(c, visitFor(c)));
  site.onError((error, c) => {
    const visit = visitOf(deps, new URL(c.req.url), {});
    if (error instanceof HTTPException && error.status === 400)
      return show(c, visit, problemPage(visit.text.badRequest, visit.text.badRequestWhy), 400);
    logFault(c, error);
    return show(c, visit, problemPage(visit.text.failed, visit.text.failedWhy), 500);
  });
  return site;
}

function problemPage(title: string, why: string): Page {
  return { title, body: html`<h1>${title}</h1><p>${why}</p>` };
}

/** Archived words are shown as text; should one ever get through as markup, nothing of it may run, load or frame. */
const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Whether readers come over TLS is for the proxy in front to know.
  strictTransportSecurity: false,
});
