import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import { WAIT_MS } from '../limits.ts';
import { pageTab } from './page-tab.ts';
import type { Tab } from './tab.ts';

export async function openChromium(): Promise<Tab> {
  const browser = await launchBrowser();
  const downloads = await mkdtemp(join(tmpdir(), 'chromium-'));
  const page = await browser.newPage({ locale: 'fr-FR' });
  page.setDefaultTimeout(WAIT_MS);
  page.on('download', (download) => void download.saveAs(join(downloads, download.suggestedFilename())));
  return pageTab(page, {
    downloads,
    resize: (size) => page.setViewportSize(size),
    close: async () => {
      await browser.close().finally(() => rm(downloads, { recursive: true, force: true }));
    },
  });
}
