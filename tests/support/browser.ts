import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { WAIT_MS } from './limits.ts';
import { installDebian, isExecutable, isRoot, onPath } from './programs.ts';

// Chromium without its window: the same engine, a page of which opens three times faster.
const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell'];
const WITH_WINDOW = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where Chrome and Chromium stand when they are not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base ? [join(base, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  }),
];

// A container's small /dev/shm, an update or a first-run page must not decide of a test.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium with an empty profile.
 * @throws Error with one sentence when none is installed nor can be.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = isRoot() ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath: findBrowser(), headless: true, args, timeout: WAIT_MS });
}

/**
 * The path of the browser of the tests: `CHROME_PATH`, else one that is installed, else one that is installed now, on
 * Debian when root, or by Playwright. Two processes must not install at once: tests/support/browser-setup.ts goes
 * first.
 * @throws Error with one sentence when there is none.
 */
export function findBrowser(): string {
  const given = process.env['CHROME_PATH'];
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROME_PATH is « ${given} », which cannot be run: give the path of a Chromium or Chrome.`);
  }
  const found =
    onPath(HEADLESS) ??
    (installDebian(['chromium-headless-shell']) ? onPath(HEADLESS) : undefined) ??
    installed() ??
    (installDebian(['chromium']) ? onPath(WITH_WINDOW) : undefined) ??
    installPlaywright();
  if (found) return found;
  throw new Error('The browser tests found no Chromium and could not install one: install it, or set CHROME_PATH.');
}

const installed = (): string | undefined => onPath(WITH_WINDOW) ?? PLACES.find(isExecutable);

function installPlaywright(): string | undefined {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}
