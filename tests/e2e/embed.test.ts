/** The list of the cantines in the page of another site. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUrl } from '../support/dist.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const visit = builtSite();
let host: Server;
let hostUrl = '';
let hostPage = '';

beforeAll(async () => {
  host = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="fr"><title>Une mairie</title><body>${hostPage}</body></html>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
afterAll(() => {
  host.close();
  host.closeAllConnections();
});

const visible = (frame: Page | FrameLocator) => frame.locator('li[data-region]:visible h2 a');

describe('the embedded list', () => {
  test('takes the height of its content in the page of another site, with the code of the snippet maker', async () => {
    await visit({}, async (page, origin) => {
      const found = troubles(page);
      await page.goto('/donnees-ouvertes/');
      await page.getByLabel('Quelles cantines').selectOption({ label: 'Auvergne-Rhône-Alpes' });
      await page.getByLabel('Combien au plus').fill('2');
      const code = await page.getByLabel('Le code à copier').inputValue();
      expect(code).toContain(`${siteUrl}/embed/cantines/?region=84&amp;n=2`);
      const preview = page.frameLocator('iframe');
      await expect.poll(() => visible(preview).count()).toBe(2);

      hostPage = `<h1>Une mairie</h1>${code.replaceAll(siteUrl, origin)}`;
      await page.goto(hostUrl);
      const frame = page.frameLocator('iframe');
      await expect.poll(() => visible(frame).count()).toBe(2);
      const heights = () =>
        page.evaluate(() => Number.parseFloat(document.querySelector('iframe')?.style.height ?? '0'));
      await expect.poll(heights).toBeGreaterThan(200);
      const wide = await heights();
      expect(await page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
      await page.setViewportSize({ width: 340, height: 700 });
      await expect.poll(heights).toBeGreaterThan(wide);
      expect(found).toEqual([]);
    });
  });

  test('opens a fiche in a window of its own', async () => {
    await visit({}, async (page) => {
      await page.goto('/embed/cantines/?commune=71270');
      const [opened] = await Promise.all([page.waitForEvent('popup'), visible(page).first().click()]);
      await opened.waitForURL('**/cantines/macon/');
      expect(await opened.evaluate(() => window.opener === null)).toBe(true);
    });
  });

  test.each([
    ['', /./, 10],
    ['?departement=69', /Lyon|Oullins|Villefranche/, 2],
    ['?commune=69123', /Lyon/, 2],
    ['?n=3', /./, 3],
  ])('%s', async (search, names, least) => {
    await visit({}, async (page) => {
      await page.goto(`/embed/cantines/${search}`);
      await page.locator('embed-list:defined').waitFor();
      const shown = await visible(page).allTextContents();
      expect(shown.length).toBeGreaterThanOrEqual(least);
      expect(shown.filter((name) => !names.test(name))).toEqual([]);
      expect(await page.locator('.absence').isVisible()).toBe(false);
    });
  });

  test('nonsense is told, and hides nothing', async () => {
    await visit({}, async (page) => {
      const found = troubles(page, { warnings: true });
      await page.goto('/embed/cantines/?ville=<b>Lyon&n=beaucoup&region=84');
      expect(await page.locator('.notes li').allTextContents()).toHaveLength(2);
      expect(await visible(page).count()).toBeGreaterThan(2);
      await page.goto('/embed/cantines/?commune=01053&titre=non');
      expect(await page.getByText('Pas encore de cantine par ici').isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: 'Chercher la plus proche' }).getAttribute('href')).toBe('/cantines/');
      expect(await visible(page).count()).toBeGreaterThan(10);
      expect(found).toEqual([]);
    });
  });

  test('a département without a cantine, chosen in the snippet maker, shows the nearest first', async () => {
    await visit({}, async (page) => {
      await page.goto('/donnees-ouvertes/');
      await page.getByLabel('Quelles cantines').selectOption({ label: 'Haut-Rhin (68)' });
      await page.getByLabel('Combien au plus').fill('1');
      const preview = page.frameLocator('iframe');
      await preview.getByText('Pas encore de cantine par ici').waitFor();
      await expect
        .poll(() => visible(preview).allTextContents())
        .toMatchObject([expect.stringContaining('Strasbourg')]);
    });
  });

  test('questions are asked by the snippet maker, and of the clock', async () => {
    await visit({}, async (page) => {
      // A Tuesday morning.
      await page.clock.setFixedTime(new Date('2026-11-17T09:00:00+01:00'));
      await page.goto('/donnees-ouvertes/');
      await page.getByLabel('Ce midi').check();
      await page.getByLabel('Je veux cuisiner').check();
      expect(await page.getByLabel('Le code à copier').inputValue()).toContain('questions=midi,cuisiner&amp;n=6');
      const names = async (search: string) => {
        await page.goto(`/embed/cantines/${search}`);
        await page.locator('embed-list:defined').waitFor();
        await page.waitForLoadState('networkidle');
        return (await visible(page).allTextContents()).map((name) => name.trim());
      };
      const all = await names('');
      // Only now: leaving the snippet maker breaks off the fetches of its preview.
      const found = troubles(page, { warnings: true });
      const lunch = await names('?questions=midi');
      expect(lunch).toContain('Aix-en-Provence');
      expect(lunch.length).toBeLessThan(all.length);
      expect(await page.locator('.no-answer').isVisible()).toBe(false);
      await page.clock.setFixedTime(new Date('2026-11-17T16:00:00+01:00'));
      expect(await names('?questions=midi,piscine')).toEqual(all);
      expect(await page.getByText('À notre connaissance, aucune').isVisible()).toBe(true);
      expect(await page.locator('.notes li').allTextContents()).toMatchObject([expect.stringContaining('piscine')]);
      expect(found).toEqual([]);
    });
  });

  test('the rules of opening hours are fetched only for questions', async () => {
    await visit({}, async (page) => {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      await page.goto('/embed/cantines/?region=84', { waitUntil: 'networkidle' });
      expect(scripts.filter((url) => /answering|finder/.test(url))).toEqual([]);
      await page.goto('/embed/cantines/?questions=ouverte', { waitUntil: 'networkidle' });
      expect(scripts.some((url) => url.includes('answering'))).toBe(true);
      await page.route('**/answering*', (route) => route.abort());
      await page.goto('/embed/cantines/?questions=midi');
      await page.getByText('rechargez la page').waitFor();
      expect(await visible(page).count()).toBeGreaterThan(10);
    });
  });

  test('without JavaScript, it shows them all', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/embed/cantines/?n=1');
      expect(await visible(page).count()).toBeGreaterThan(10);
    });
  });

  test('no other page lets itself be framed', async () => {
    await visit({}, async (page, origin) => {
      hostPage = `<iframe src="${origin}/cantines/" title="x"></iframe>`;
      await page.goto(hostUrl, { waitUntil: 'networkidle' });
      expect(page.frames()[1]?.url()).not.toContain('/cantines/');
    });
  });
});

test('the code is copied, and one is told', async () => {
  await visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto('/donnees-ouvertes/');
    await page.getByLabel('Avec le titre').uncheck();
    await page.getByRole('button', { name: 'Copier le code' }).click();
    await page.locator('embed-maker').getByText('Copié').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.getByLabel('Le code à copier').inputValue());
    expect(copied).toContain('titre=non');
  });
});
