import { verticalView } from '../../pipeline/compare/vertical.ts';
import { fullRegion } from '../../pipeline/plan/identity/full-region.ts';
import { checkOutline } from '../../pipeline/plan/outline/check-outline.ts';
import { serveSite } from '../../web/server.ts';
import { createSite } from '../../web/site.ts';
import { type Io, print } from '../io.ts';
import { readFleet } from '../jobs/mail/read-fleet.ts';
import type { App } from '../wire.ts';
import { startScheduler } from './scheduler.ts';

/** Parts of planwatch that can run in one process or in several. */
export const ROLES = ['scheduler', 'web'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Run parts of planwatch until the first SIGTERM or SIGINT; what is in hand is finished.
 *
 * @throws {ConfigError} if the port cannot be had, or the password of the mail server is not there
 */
export async function serveRoles(app: App, io: Io, roles: ReadonlySet<Role>): Promise<void> {
  const stopped = new Promise<void>((resolve) => io.onStop(resolve));
  // Closed whatever happens, the last first: a site that still listened would keep a failed process alive.
  await using open = new AsyncDisposableStack();
  if (roles.has('web')) {
    const site = open.adopt(await serveSite(siteOf(app), app.config.web), (served) => served.close());
    await print(io, `planwatch listens on ${site.url}\n`);
  }
  if (roles.has('scheduler')) open.adopt(await startScheduler(app), (scheduler) => scheduler.stop());
  await stopped;
}

/** The researchers' site over an installation. */
export function siteOf(app: App): ReturnType<typeof createSite> {
  const { language, timezone } = app.config;
  return createSite({
    ...app,
    sideBySide: verticalView,
    fullRegion,
    checkOutline,
    fleet: () => readFleet(app),
    settings: { language, timezone },
  });
}
