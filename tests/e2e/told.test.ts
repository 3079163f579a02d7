/** The pages that tell the network, on a phone and on a wide screen. */
import { expect, test } from 'vitest';
import { builtSite } from '../support/built-site.ts';

const visit = builtSite();
const PHONE = { viewport: { width: 360, height: 740 } };

test('the three activities stand together on the screen of a phone', async () => {
  await visit(PHONE, async (page) => {
    await page.goto('/qui-sommes-nous/');
    const cards = page.locator('.doors').first().locator('.door');
    expect(await cards.count()).toBe(3);
    const boxes = await Promise.all([cards.first().boundingBox(), cards.last().boundingBox()]);
    const [first, last] = boxes;
    if (!first || !last) throw new Error('A card is not shown.');
    expect(last.y + last.height - first.y).toBeLessThan(740);
  });
});

test('the first screen of a phone says when to come, to cook or to eat, and that one pays what one wants', async () => {
  await visit(PHONE, async (page) => {
    await page.goto('/premiere-fois/');
    for (const said of ['9 h 30', 'midi', 'ce que vous voulez'])
      await expect.poll(() => page.locator('.lead').innerText().then(plain)).toContain(said);
    const last = await page.locator('.glance li').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 740)).toBeLessThan(740);
  });
});

test('a line of the glance leads to its step, by keyboard, without scripts', async () => {
  await visit({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto('/premiere-fois/');
    const line = page.getByRole('navigation', { name: 'En un coup d’œil' }).getByRole('link').nth(4);
    await line.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#etape-/);
    const step = page.locator('h3:target');
    expect(plain(await line.innerText())).toContain(plain(await step.innerText()));
  });
});

test('the line of years is a list of years, from the first, each date at its address', async () => {
  await visit({}, async (page) => {
    await page.goto('/qui-sommes-nous/#premiere-cantine');
    const years = await page.locator('.year > h3').allInnerTexts();
    expect(years[0]).toBe('2015');
    expect(years).toEqual([...new Set(years)].toSorted());
    const opened = page.locator('.year', { hasText: '2018' }).first();
    expect(await opened.getByRole('link', { name: 'Croix' }).getAttribute('href')).toBe('/cantines/croix/');
    expect(await page.locator('#premiere-cantine').isVisible()).toBe(true);
    // Where a milestone tells an opening, it is not told twice.
    expect(await page.locator('.years').getByRole('link', { name: 'Lyon Vaise' }).count()).toBe(0);
  });
});

test('a link that leaves the site says whose site it opens', async () => {
  await visit({}, async (page) => {
    await page.goto('/soutenir/');
    const outside = page.locator('.leads a[href^="http"]');
    expect(await outside.count()).toBeGreaterThan(0);
    for (const link of await outside.all()) {
      const host = new URL((await link.getAttribute('href')) ?? '').hostname.replace(/^www\./, '');
      expect(await link.innerText()).toContain(host);
    }
  });
});

test('what the network must supply is said before the way to write to it', async () => {
  await visit({}, async (page) => {
    await page.goto('/soutenir/');
    const main = plain(await page.locator('main').innerText());
    expect(main.indexOf('à fournir par le réseau')).toBeGreaterThan(0);
    expect(main.indexOf('à fournir par le réseau')).toBeLessThan(main.indexOf('Nous écrire'));
  });
});

test('a fiche leads to the first time', async () => {
  await visit(PHONE, async (page) => {
    await page.goto('/cantines/lyon-perrache/');
    await page.locator('.first-time').getByRole('link').click();
    await page.waitForURL('**/premiere-fois/');
  });
});

test.each([1152, 1280, 1440])('the menu is one line at %i px, with letters a little wider too', async (width) => {
  await visit({ viewport: { width, height: 800 } }, async (page) => {
    await page.goto('/');
    // Before our letters come, or where a system rounds them to whole pixels, words take a little more.
    await page.locator('.site-header').evaluate((header) => {
      header.style.letterSpacing = '0.01em';
    });
    const tops = await page
      .getByRole('navigation', { name: 'Menu principal' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
    expect(tops.length).toBeGreaterThan(4);
    expect(new Set(tops).size).toBe(1);
    const header = await page.locator('.site-header').boundingBox();
    expect(header?.height).toBeLessThan(80);
  });
});

/** No-break spaces are read as spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\s]+/g, ' ');
