/** An editor opens /admin/: the board of the day, then an entry of it. */
import { expect, test } from 'vitest';
import { dayLines, type DayFacts } from '#admin/day/lines.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { attr, readPages } from '../support/dist.ts';

const open = builtSite();
const facts = readPages()
  .filter(({ path }) => path === '/admin/jour/')
  .flatMap(({ elements }) => elements.flatMap((element) => attr(element, 'data-facts') ?? []))
  .map((json) => JSON.parse(json) as DayFacts)[0];
if (!facts?.opportunities.length) throw new Error('These tests need the board of the built site.');

// Apart from the days: a page whose clock is set does not know how one came to it.
test('/admin/ opens on the board of the day', async () => {
  await open({}, async (page) => {
    await page.goto('/admin/');
    await page.waitForURL('**/admin/jour/');
    await page.locator('day-board ol a').first().waitFor();
  });
});

test.each(['2026-11-21', '2027-03-01'])('on %s, it says what is to be done that day', async (today) => {
  await open({}, async (page) => {
    const found = troubles(page);
    await page.clock.setFixedTime(`${today}T10:00:00Z`);
    await page.goto('/admin/jour/');
    const { first } = dayLines(facts, today);
    expect(first.length).toBeGreaterThan(5);
    const links = page.locator('day-board h3 a');
    expect(await links.evaluateAll((each) => each.map((link) => link.getAttribute('href')))).toEqual(
      first.map(({ href }) => href),
    );
    await page.getByText(/Le site en ligne a été construit le/).waitFor();
    expect(found).toEqual([]);
  });
});

test('by keyboard, from the board to an entry in the CMS, and not back to the board', async () => {
  await open({}, async (page) => {
    await page.goto('/admin/jour/');
    await page.locator('day-board ol a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/#\/collections\/[a-z]+/);
    // The preview has no server to write with: the CMS says so, in place.
    await page.getByText('Cette copie du site ne peut rien enregistrer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/');
  });
});

test('a reload stays with the CMS, whose address may have lost its hash', async () => {
  await open({}, async (page) => {
    await page.goto('/admin/#/collections/cantines');
    await page.getByText('Cette copie du site ne peut rien enregistrer').waitFor();
    await page.evaluate(() => {
      history.replaceState(null, '', '/admin/');
    });
    await page.reload();
    await page.getByText('Cette copie du site ne peut rien enregistrer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/');
  });
});

test('the answer of a forge to a login stays with the CMS', async () => {
  await open({}, async (page) => {
    await page.goto('/admin/?code=abc&state=def');
    await page.getByText('Cette copie du site ne peut rien enregistrer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/');
  });
});

test('no axe violation, and nothing wider than 320 px', async () => {
  await open({ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/admin/jour/');
    await page.locator('day-board ol a').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
