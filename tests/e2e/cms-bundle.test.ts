/** The CMS as a build bundles it: what it weighs for each backend, and that nothing it needs was left out. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBackend, type Backend } from '#admin/backend.ts';
import { compressed } from '#build/compression.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { launchBrowser } from '../support/browser.ts';
import { startBuiltCms } from '../support/built-cms.ts';
import { openCms } from '../support/cms-page.ts';
import { cmsScreens } from '../support/cms-walk.ts';
import { WAIT_MS } from '../support/limits.ts';
import { startLiveSite } from '../support/live-site.ts';

/** The main script as it travels. */
const BUDGET = 750_000;

const FORGES: readonly [CMS_BACKEND: Backend['name'], login: string][] = [
  ['gitlab', 'GitLab'],
  ['forgejo', 'Forgejo'],
  ['gitea', 'Gitea'],
  ['github', 'GitHub'],
];

const NOTHING_BUILT = siteStateOf({ commit: undefined, committedAt: undefined, commits: [] }, new Map(), new Date());

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page in French, what its console complains of, and a promise that an error of its scripts breaks. */
async function open(url: string): Promise<{ page: Page; complaints: string[]; broken: Promise<never> }> {
  const page = await browser.newPage({ baseURL: url, locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(WAIT_MS);
  const complaints: string[] = [];
  const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${page.url()})`);
  });
  // Heard by those who wait for something on the page.
  broken.catch(() => undefined);
  return { page, complaints, broken };
}

/** The bytes of the script that the page of the CMS asks for. */
async function weigh(url: string): Promise<number> {
  const html = await (await fetch(`${url}/admin/`)).text();
  const [path] = /\/_astro\/cms\.[\w.]+\.js/.exec(html) ?? [];
  expect(path).toBeDefined();
  const script = Buffer.from(await (await fetch(url + String(path))).arrayBuffer());
  const forms = new Map(await compressed(script, 'lasting'));
  return forms.get('.br')?.length ?? script.length;
}

test('the local CMS keeps to the budget, and opens every list and every form', async () => {
  const cms = await startBuiltCms();
  try {
    expect(await weigh(cms.url)).toBeLessThan(BUDGET);
    const { page, complaints, broken } = await open(cms.url);
    page.on('dialog', (dialog) => void dialog.accept());
    const screens: string[] = [];
    const walk = async () => {
      await openCms(page);
      for await (const screen of cmsScreens(page)) {
        screens.push(screen);
        expect(await page.getByText('Aucun champ de saisie').count(), screen).toBe(0);
        expect(await page.getByText('Quelque chose s’est mal passé').count(), screen).toBe(0);
      }
    };
    await Promise.race([walk(), broken]);
    expect(screens.filter((screen) => screen.endsWith('/new')).length).toBeGreaterThan(5);
    expect(complaints).toEqual([]);
    await page.close();
  } finally {
    await cms.close();
  }
});

describe.each(FORGES)('%s', (name, login) => {
  test('keeps to the budget, and offers to log in', async () => {
    const env = {
      CMS_BACKEND: name,
      CMS_REPO: 'reseau/site',
      CMS_APP_ID: 'cantines',
      CMS_BASE_URL: 'https://forge.exemple.org',
    };
    const site = await startLiveSite(readBackend(env), NOTHING_BUILT);
    try {
      expect(await weigh(site.url)).toBeLessThan(BUDGET);
      const { page, complaints, broken } = await open(site.url);
      await page.goto('/admin/#/');
      await Promise.race([page.getByRole('button', { name: `Se connecter avec ${login}` }).waitFor(), broken]);
      expect(complaints).toEqual([]);
      await page.close();
    } finally {
      await site.close();
    }
  });
});
