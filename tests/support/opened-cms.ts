import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { checkContent } from '#content/check/index.ts';
import { launchBrowser } from './browser.ts';
import { startBuiltCms, type BuiltCms } from './built-cms.ts';
import { projectRoot } from './folders.ts';
import { WAIT_MS } from './limits.ts';

/** The CMS of a file of tests, and the browser that opens it. */
interface OpenCms {
  /** The folder of content that it writes. */
  content: () => string;
  /** What the build would say of it now. */
  refused: () => ReturnType<typeof checkContent>;
  /** A page of an editor whom the CMS does not know yet, of a desk unless told, in French. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts the CMS of the built site and a browser for the tests of a file. */
export function builtCms(): OpenCms {
  let cms: BuiltCms | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    cms = await startBuiltCms();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cms?.close();
  });
  const started = (): BuiltCms => {
    if (!cms) throw new Error('The CMS is opened from within a test.');
    return cms;
  };
  return {
    content: () => started().content,
    refused: () =>
      checkContent({
        root: started().content,
        publicDir: join(projectRoot, 'public'),
        uploadsDir: join(started().content, '../public/uploads'),
        pagesDir: join(projectRoot, 'src/pages'),
        whole: true,
      }),
    newPage: async (options) => {
      if (!browser) throw new Error('The CMS is opened from within a test.');
      const desk = { baseURL: started().url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } };
      const page = await browser.newPage({ ...desk, ...options });
      page.setDefaultTimeout(WAIT_MS);
      return page;
    },
  };
}
