import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from './browser.ts';
import { distDir } from './dist.ts';
import { WAIT_MS } from './limits.ts';

type Visit = (options: BrowserContextOptions, run: (page: Page, origin: string) => Promise<void>) => Promise<void>;

/** Serves dist/ and opens a browser for the tests of a file; returns how to visit the site, each time as a stranger. */
export function builtSite(): Visit {
  let browser: Browser | undefined;
  let preview: Awaited<ReturnType<typeof startPreview>> | undefined;
  beforeAll(async () => {
    preview = await startPreview({ dir: distDir, port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });
  return async (options, run) => {
    if (!browser || !preview) throw new Error('The site is visited from within a test.');
    const context = await browser.newContext({ baseURL: preview.url, locale: 'fr-FR', ...options });
    context.setDefaultTimeout(WAIT_MS);
    try {
      await run(await context.newPage(), preview.url);
    } finally {
      await context.close();
    }
  };
}

/** What went wrong in a page from now on, as its console tells; warnings too when asked. */
export function troubles(page: Page, { warnings = false } = {}): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('requestfailed', (request) => {
    // A page that one leaves gives up what it still waits for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`failed: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || (warnings && message.type() === 'warning')) found.push(message.text());
  });
  return found;
}
