import { verticalView } from '../pipeline/compare/vertical.ts';
import { serveSite } from '../web/server.ts';
import { createSite } from '../web/site.ts';
import type { WatchedSource } from '../web/visit.ts';
import { type Io, print } from './io.ts';
import { nextMinute } from './jobs/due-sources.ts';
import { startScheduler } from './scheduler.ts';
import type { App } from './wire.ts';

/** Parts of planwatch that can run in one process or in several. */
export const ROLES = ['scheduler', 'web'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Run parts of planwatch until the first SIGTERM or SIGINT; what is in hand is finished.
 *
 * @throws {ConfigError} if the port cannot be had
 */
export async function serveRoles(app: App, io: Io, roles: ReadonlySet<Role>): Promise<void> {
  const stopped = new Promise<void>((resolve) => io.onStop(resolve));
  const { language, timezone, web } = app.config;
  const site = roles.has('web')
    ? await serveSite(
        createSite({
          ...app,
          sideBySide: verticalView,
          watched: () => watchedSources(app),
          settings: { language, timezone },
        }),
        web,
      )
    : null;
  if (site) await print(io, `planwatch listens on ${site.url}\n`);
  const scheduler = roles.has('scheduler') ? await startScheduler(app) : null;
  await stopped;
  await scheduler?.stop();
  await site?.close();
}

/** The declared sources, and when each runs next. */
export function watchedSources({ config, clock }: Pick<App, 'config' | 'clock'>): WatchedSource[] {
  return config.sources.map(({ id, enabled, cron, timezone }) => ({
    id,
    enabled,
    nextRun: enabled ? nextMinute(cron, timezone, clock()) : null,
  }));
}
