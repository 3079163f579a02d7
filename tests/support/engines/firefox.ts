import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { WAIT_MS } from '../limits.ts';
import { findFirefox, tied } from './find.ts';
import { pageTab } from './page-tab.ts';
import type { Tab } from './tab.ts';

/** Firefox by WebDriver BiDi, which it speaks itself. */
export async function openFirefox(): Promise<Tab> {
  const firefox = findFirefox();
  if (!firefox) throw new Error('Firefox is gone.');
  const downloads = await mkdtemp(join(tmpdir(), 'firefox-'));
  const forget = () => rm(downloads, { recursive: true, force: true });
  const [program, ...before] = [...(tied() ?? []), firefox];
  const browser = await launch({
    browser: 'firefox',
    executablePath: program,
    // Puppeteer's own would come before those of the tie.
    ignoreDefaultArgs: true,
    args: [...before, '--headless', 'about:blank'],
    timeout: WAIT_MS,
    protocolTimeout: WAIT_MS,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'intl.accept_languages': 'fr-FR, fr',
    },
  }).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  return pageTab(page, {
    downloads,
    resize: (size) => page.setViewport(size),
    close: async () => {
      await browser.close().finally(forget);
    },
  });
}
