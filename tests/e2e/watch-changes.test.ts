/** What changed in the watch, day after day. */
import { expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite } from '../support/built-site.ts';

const open = builtSite();
const PATH = '/financements/changements/';
const COMING = '2027-10-01';

test('an announced day shows when it comes, though the page was made before', async () => {
  await open({}, async (page) => {
    const day = page.locator(`[data-on="${COMING}"]`);
    await page.clock.setFixedTime('2027-09-30T12:00:00Z');
    await page.goto(PATH);
    await page.waitForFunction(() => customElements.get('watch-changes') !== undefined);
    expect(await day.count()).toBe(1);
    expect(await day.isVisible()).toBe(false);
    await page.clock.setFixedTime('2027-10-01T12:00:00Z');
    await page.reload();
    await day.waitFor();
    expect(await day.innerText()).toContain('Tables ouvertes');
  });
});

test('without JavaScript, what is past is there, and what is to come is not', async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.goto(PATH);
    expect(await page.locator('watch-changes h3:visible').count()).toBeGreaterThan(0);
    expect(await page.locator(`[data-on="${COMING}"]`).isVisible()).toBe(false);
  });
});

test('holds at 320 pixels, and axe finds nothing in either theme', async () => {
  await open({ viewport: { width: 320, height: 700 } }, async (page) => {
    await page.goto(PATH);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});
