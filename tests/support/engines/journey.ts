import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAsked, type EngineName } from './asked.ts';
import type { Tab } from './tab.ts';
import { visitorOf, type Visitor } from './visitor.ts';
import { startWatchedSite, type WatchedSite } from './watched-site.ts';

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
    /** Opens a site of its own for a test. */
    const onSite = async (run: (page: Tab, site: WatchedSite) => Promise<void>) => {
      if (!tab) throw new Error(`${name} is open before its journeys.`);
      const site = await startWatchedSite();
      try {
        await run(tab, site);
      } finally {
        // What the page would still ask of a site that is gone is no trouble of the next journey.
        await tab.open('about:blank');
        await site.close();
      }
    };
    // Without this, « no trouble » would prove nothing.
    test('what goes wrong in a page is heard', () =>
      onSite(async (page, site) => {
        await page.open(`${site.url}/cantines/`);
        for (const wrong of [
          `setTimeout(() => { throw new Error('thrown') })`,
          `void Promise.reject(new Error('rejected'))`,
          `console.error('told')`,
          `document.body.append(Object.assign(new Image(), { src: '/absent.png' }))`,
          `document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`,
        ])
          await page.run(`(() => { ${wrong} })()`);
        for (const heard of ['thrown', 'rejected', 'told', 'absent.png', 'script-src'])
          await expect.poll(() => site.troubles.join('\n')).toContain(heard);
      }));
    test.each(Object.entries(journeys))('%s', (_, journey) =>
      onSite(async (page, site) => {
        await journey(visitorOf(page, site));
        expect([...site.troubles]).toEqual([]);
      }),
    );
  });
}
