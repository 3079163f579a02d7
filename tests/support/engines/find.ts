import { globSync } from 'node:fs';
import { findBrowser } from '../browser.ts';
import { installDebian, isExecutable, onPath } from '../programs.ts';
import { readAsked, sortFound, type EngineName, type Found } from './asked.ts';

/** Firefox: `FIREFOX_PATH`, else the long-lived one, else another. */
export function findFirefox(): string | undefined {
  const given = process.env['FIREFOX_PATH'];
  return given ? (isExecutable(given) ? given : undefined) : onPath(['firefox-esr', 'firefox']);
}

/**
 * The start of a command that ends when the process which started it ends, however that one is ended: a worker of
 * Vitest is killed without a word. Linux has it.
 */
export function tied(): readonly [program: string, ...args: string[]] | undefined {
  const program = onPath(['setpriv']);
  return program === undefined ? undefined : [program, '--pdeathsig', 'KILL'];
}

/** WebKitGTK: its driver, its small browser, and a screen in memory. */
export interface WebKit {
  driver: string;
  browser: string;
  screen: string;
}

export function findWebKit(): WebKit | undefined {
  const [driver, screen] = [['WebKitWebDriver'], ['Xvfb']].map(onPath);
  // That of GTK 3 first, which asks less of the machine.
  const [browser] = globSync(['/usr/lib/*/webkit*/MiniBrowser', '/usr/libexec/webkit*/MiniBrowser']).toSorted();
  return driver && screen && browser && tied() ? { driver, screen, browser } : undefined;
}

/** A machine that only tests gives its packages to whoever may ask; a person's own is asked as root alone. */
const sudo = Boolean(process.env['CI']);

const MISSING: Readonly<Record<EngineName, () => string | undefined>> = {
  chromium: () => {
    try {
      process.env['CHROME_PATH'] = findBrowser();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
  firefox: () =>
    findFirefox() || (installDebian(['firefox-esr'], { sudo }) && findFirefox())
      ? undefined
      : 'Firefox is not tried: none is here, nor could be installed (Debian’s firefox-esr, or set FIREFOX_PATH).',
  webkit: () =>
    findWebKit() || (installDebian(['webkit2gtk-driver', 'xvfb'], { sudo }) && findWebKit())
      ? undefined
      : 'WebKitGTK is not tried: none is here, nor could be installed (Debian’s webkit2gtk-driver and xvfb).',
};

/**
 * Finds the engines that `ENGINES` asks for, or installs them, one after the other.
 * @throws Error with a sentence for each that is missing and required.
 */
export const findEngines = (): Found => sortFound(readAsked(process.env['ENGINES']), (name) => MISSING[name]());
