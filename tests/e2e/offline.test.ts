/** The list kept on a device, in a real browser, on a server that can be changed and cut. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removalWorker } from '#offline/served.ts';
import { startPreview } from '#build/preview/server.ts';
import { launchBrowser } from '../support/browser.ts';
import { distDir } from '../support/dist.ts';
import { WAIT_MS } from '../support/limits.ts';

let browser: Browser;
let preview: Awaited<ReturnType<typeof startPreview>>;

beforeAll(async () => {
  preview = await startPreview({ dir: distDir, port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});

/**
 * The built site behind a door: `marks` are words added to a page, by path; `down` is a network that does not answer,
 * `trouble` a status that every page has.
 */
async function door() {
  const marks = new Map<string, string>();
  const replaced = new Map<string, string>();
  const state: { down: boolean; trouble?: number | undefined } = { down: false };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', preview.url).pathname;
    if (state.down) {
      request.socket.destroy();
      return;
    }
    if (state.trouble !== undefined) {
      response.writeHead(state.trouble, { 'Content-Type': 'text/html' }).end(`<h1>En panne (${state.trouble})</h1>`);
      return;
    }
    const text = replaced.get(path);
    if (text !== undefined) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(text);
      return;
    }
    void fetch(preview.url + path, { headers: { 'accept-encoding': 'identity' } }).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      const mark = marks.get(path);
      response.statusCode = answer.status;
      response.setHeader('Content-Type', answer.headers.get('content-type') ?? 'text/plain');
      response.setHeader('Cache-Control', answer.headers.get('cache-control') ?? 'no-cache');
      response.end(mark ? body.toString('utf8').replace('</main>', `<p>${mark}</p></main>`) : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    marks,
    replaced,
    cut: (down: boolean) => {
      state.down = down;
    },
    trouble: (status?: number) => {
      state.trouble = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function visit(run: (page: Page, site: Awaited<ReturnType<typeof door>>) => Promise<void>): Promise<void> {
  const site = await door();
  const context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR' });
  context.setDefaultTimeout(WAIT_MS);
  try {
    await run(await context.newPage(), site);
  } finally {
    await context.close();
    await site.close();
  }
}

const button = (page: Page) => page.locator('keep-offline').getByRole('button');
const workers = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const title = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent())?.trim();

/**
 * Presses the button by the keyboard: it stands below cards that are measured once they are scrolled to, and a click
 * whose button moves between its press and its release is none.
 */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

async function keep(page: Page): Promise<void> {
  await page.goto('/cantines/');
  await press(page, 'Garder la liste hors ligne');
  await page.locator('keep-offline').getByText('est gardée sur cet appareil').waitFor();
}

describe('the list kept offline', () => {
  test('nothing is kept before one asks', async () => {
    await visit(async (page) => {
      await page.goto('/cantines/', { waitUntil: 'networkidle' });
      await page.goto('/cantines/lyon-vaise/', { waitUntil: 'networkidle' });
      expect(await workers(page)).toBe(0);
      expect(await cacheNames(page)).toEqual([]);
    });
  });

  test('without a network: the list, the fiches opened, and for the rest all the cantines', async () => {
    await visit(async (page, site) => {
      await keep(page);
      await page.goto('/cantines/macon/');
      site.cut(true);
      await page.goto('/cantines/?lieu=71270');
      expect(await page.getByRole('link', { name: 'Lyon Vaise', exact: true }).count()).toBeGreaterThan(0);
      expect(await button(page).textContent()).toBe('Ne plus la garder');
      await page.goto('/cantines/macon/');
      expect(await title(page)).toBe('Mâcon');
      await page.goto('/cantines/metz/');
      expect(await title(page)).toBe('Les cantines, même sans réseau');
      expect(await page.locator('#metz').isVisible()).toBe(true);
      await page.goto('/financements/');
      expect(await title(page)).toBe('Les cantines, même sans réseau');
      const fonts = await page.evaluate(async () => [...(await document.fonts.ready)].map(({ status }) => status));
      expect(fonts).not.toContain('error');
      site.cut(false);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.waitForURL('**/financements/?');
      expect(await title(page)).not.toBe('Les cantines, même sans réseau');
    });
  });

  describe('without a network, a place', () => {
    const field = (page: Page) => page.getByRole('combobox', { name: 'Votre commune ou votre code postal' });
    const found = (page: Page) => page.locator('.found li a').first();
    const look = async (page: Page) => {
      await field(page).fill('Clamecy');
      await page.getByRole('option').filter({ hasText: 'Nièvre' }).click();
      await found(page).waitFor();
    };

    test('that was looked up is answered the same, typed or in the address; another is told to be unknown', async () => {
      await visit(async (page, site) => {
        await keep(page);
        await look(page);
        const nearest = await found(page).textContent();
        site.cut(true);
        await page.reload();
        await found(page).waitFor();
        expect(await field(page).inputValue()).toBe('Clamecy (58)');
        expect(await found(page).textContent()).toBe(nearest);
        await page.goto('/cantines/');
        await look(page);
        expect(await found(page).textContent()).toBe(nearest);
        await field(page).fill('Bordeaux');
        await page.getByText('Sans réseau, seuls les lieux déjà cherchés').waitFor();
        expect(await page.getByText('vérifiez votre connexion').filter({ visible: true }).count()).toBe(0);
        site.cut(false);
        await page.getByRole('button', { name: 'Réessayer', exact: true }).press('Enter');
        await page.getByRole('option').first().waitFor();
      });
    });

    test('that was looked up before the list was kept is known too', async () => {
      await visit(async (page, site) => {
        await page.goto('/cantines/');
        await look(page);
        await press(page, 'Garder la liste hors ligne');
        await page.locator('keep-offline').getByText('est gardée sur cet appareil').waitFor();
        site.cut(true);
        await page.goto('/cantines/');
        await look(page);
      });
    });
  });

  test('with a network, a page that has changed is shown as it is now', async () => {
    await visit(async (page, site) => {
      await keep(page);
      for (const path of ['/cantines/', '/cantines/macon/', '/hors-ligne/']) {
        for (const mark of ['changée une fois', 'changée deux fois']) {
          site.marks.set(path, mark);
          await page.goto(path);
          expect(await page.getByText(mark).count(), `${path} ${mark}`).toBe(1);
        }
      }
      site.cut(true);
      await page.goto('/cantines/');
      expect(await page.getByText('changée deux fois').count(), 'and that is what is kept').toBe(1);
    });
  });

  test('a server in trouble: what was kept, and its own words where nothing was; a page that is gone is gone', async () => {
    await visit(async (page, site) => {
      await keep(page);
      await page.goto('/cantines/macon/');
      for (const status of [500, 503]) {
        site.trouble(status);
        await page.goto('/cantines/macon/');
        expect(await title(page)).toBe('Mâcon');
        await page.goto('/cantines/');
        expect(await page.getByRole('link', { name: 'Lyon Vaise', exact: true }).count()).toBeGreaterThan(0);
        await page.goto('/cantines/metz/');
        expect(await title(page)).toBe(`En panne (${status})`);
      }
      for (const status of [404, 410]) {
        site.trouble(status);
        await page.goto('/cantines/macon/');
        expect(await title(page)).toBe(`En panne (${status})`);
      }
    });
  });

  test('the same button removes it all', async () => {
    await visit(async (page) => {
      await keep(page);
      await press(page, 'Ne plus la garder');
      await page.locator('keep-offline').getByText('n’est plus gardée').waitFor();
      expect(await workers(page)).toBe(0);
      expect(await cacheNames(page)).toEqual([]);
    });
  });

  test('the way back of the site removes it too, at the next visit', async () => {
    await visit(async (page, site) => {
      await keep(page);
      site.replaced.set('/sw.js', await removalWorker());
      await page.goto('/cantines/');
      // The browser looks for a new worker after it has shown the page.
      await page.waitForFunction(async () => (await caches.keys()).length === 0);
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    });
  });

  test('when it cannot be kept, it says so', async () => {
    await visit(async (page, site) => {
      await page.goto('/cantines/', { waitUntil: 'networkidle' });
      site.cut(true);
      await press(page, 'Garder la liste hors ligne');
      await page.locator('keep-offline').getByText('n’a pas pu être gardée : vérifiez votre connexion').waitFor();
      site.cut(false);
      await page.reload();
      await press(page, 'Garder la liste hors ligne');
      await page.locator('keep-offline').getByText('est gardée sur cet appareil').waitFor();
    });
  });
});
