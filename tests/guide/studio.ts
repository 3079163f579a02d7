import type { Browser, Page } from 'playwright-core';
import { startBuiltCms, type BuiltCms } from '../support/built-cms.ts';
import { launchBrowser } from '../support/browser.ts';
import { WAIT_MS } from '../support/limits.ts';
import type { Take } from './camera.ts';

/** A CMS on a copy of the frozen network, and the screens that the scenes of the guide are walked on. */
export interface Studio {
  cms: BuiltCms;
  /** An editor with a browser of their own, whom the CMS does not know yet, in November 2026. */
  editor: (size: keyof typeof SCREENS, site?: string) => Promise<Page>;
  close: () => Promise<void>;
}

/** Walks some scenes, and takes their pictures. */
export type Walk = (studio: Studio, take: Take) => Promise<void>;

/** A Tuesday on which the frozen network has sessions ahead; the clock runs from there. */
const NOW = '2026-11-24T09:30:00+01:00';

const SCREENS = {
  phone: { viewport: { width: 390, height: 800 }, hasTouch: true },
  desk: { viewport: { width: 1180, height: 620 } },
} as const;

export async function openStudio(): Promise<Studio> {
  const [cms, browser]: [BuiltCms, Browser] = await Promise.all([startBuiltCms(), launchBrowser()]);
  return {
    cms,
    editor: async (size, site = cms.url) => {
      const context = await browser.newContext({
        ...SCREENS[size],
        baseURL: site,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        deviceScaleFactor: 2,
      });
      context.setDefaultTimeout(WAIT_MS);
      await context.clock.install({ time: NOW });
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await cms.close();
    },
  };
}
