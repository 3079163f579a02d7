/** A visitor looks for a cantine among thousands. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';
import { distDir } from '../support/dist.ts';
import { manyCantines } from '../support/many-cantines.ts';

const open = builtSite();
const CANTINES = 2000;

/** How many elements the browser styles again until what an act shows is there. */
async function styledBy(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let styled = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as { name?: string; args?: { elementCount?: number } }[])
      if (event.name === 'UpdateLayoutTree') styled += event.args?.elementCount ?? 0;
  });
  const told = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await act();
  // Two frames: the second one comes once the first is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await session.send('Tracing.end');
  await told;
  await session.detach();
  return styled;
}

test('an answer costs the cards that it shows, not all those of the list', async () => {
  const html = (await manyCantines(distDir))(CANTINES);
  await open({}, async (page) => {
    const found = troubles(page);
    await page.route('/cantines/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto('/cantines/');
    await page.evaluate(() =>
      document
        .querySelector('cantine-finder')
        ?.dispatchEvent(new CustomEvent('place-change', { detail: { name: 'Ici', latitude: 45, longitude: 4 } })),
    );
    await page.locator('.found li').nth(23).waitFor({ state: 'attached' });
    const question = page.getByRole('checkbox', { name: /Je veux cuisiner/ });
    const asked = await styledBy(page, async () => {
      await question.check({ force: true });
      await page.locator('.sum').filter({ hasText: 'questions' }).waitFor();
    });
    const cleared = await styledBy(page, async () => {
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      await page.locator('.answer').waitFor({ state: 'hidden' });
    });
    // The trace has counted something, and nothing that grows with the list.
    expect(Math.min(asked, cleared)).toBeGreaterThan(0);
    expect(Math.max(asked, cleared)).toBeLessThan(CANTINES);
    expect(found).toEqual([]);
  });
});
