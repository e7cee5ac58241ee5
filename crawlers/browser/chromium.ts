import { access } from 'node:fs/promises';
import type { LaunchOptions } from 'playwright';
import { FetchError } from '../../core/errors.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Find a Chromium: the one the operator names, the system's, or the one that comes as an npm package.
 *
 * @param named value of PLANWATCH_CHROMIUM
 * @throws {FetchError} BROWSER_MISSING if there is none, or the named one is not there
 */
export async function findChromium(named: string | undefined): Promise<LaunchOptions> {
  if (named !== undefined && named !== '') {
    if (await exists(named)) return { executablePath: named };
    throw missing(`PLANWATCH_CHROMIUM names ${named}, which is not there.`);
  }
  for (const path of SYSTEM) if (await exists(path)) return { executablePath: path };
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    // Not its arguments: they are for a cloud function and switch off what keeps pages apart.
    return { executablePath: await packaged.executablePath() };
  } catch (cause) {
    throw missing('No Chromium was found on this machine.', cause);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** There is no Chromium, or none that works. */
export function missing(what: string, cause?: unknown): FetchError {
  return new FetchError(
    'BROWSER_MISSING',
    `${what} Install one (Debian: apt-get install chromium; or npx playwright install chromium) and name it in PLANWATCH_CHROMIUM, or set fetcher: http in the source.`,
    { cause },
  );
}
