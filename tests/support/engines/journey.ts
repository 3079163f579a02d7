import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAsked, type EngineName } from './asked.ts';
import type { Tab } from './tab.ts';
import { visitorOf, type Visitor } from './visitor.ts';
import { startWatchedSite } from './watched-site.ts';

export type Journeys = Readonly<Record<string, (visitor: Visitor) => Promise<void>>>;

/** Makes the journeys in an engine, each on a site of its own and without a word of trouble; none when it is not tried. */
export function travel(name: EngineName, open: () => Promise<Tab>, journeys: Journeys): void {
  describe.skipIf(!readAsked(process.env['ENGINES']).names.includes(name))(name, () => {
    let tab: Tab | undefined;
    beforeAll(async () => {
      tab = await open();
    });
    afterAll(() => tab?.close());
    beforeEach(() => tab?.resize({ width: 1200, height: 800 }));
    test.each(Object.entries(journeys))('%s', async (_, journey) => {
      if (!tab) throw new Error(`${name} is open before its journeys.`);
      const site = await startWatchedSite();
      try {
        await journey(visitorOf(tab, site));
        expect([...site.troubles]).toEqual([]);
      } finally {
        // What the page would still ask of a site that is gone is no trouble of the next journey.
        await tab.open('about:blank');
        await site.close();
      }
    });
  });
}
