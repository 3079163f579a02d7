import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Backend, Workflow } from '#admin/backend.ts';
import { siteStateOf } from '#publication/site-state.ts';
import { launchBrowser } from './browser.ts';
import { fieldOf } from './cms-page.ts';
import { copyNetwork } from './folders.ts';
import type { ForgeHttp } from './forge-http.ts';
import { commitAll, git } from './git.ts';
import { WAIT_MS } from './limits.ts';
import { startLiveSite, type LiveSite } from './live-site.ts';

/** Where the CMS writes. */
interface Forge extends Pick<ForgeHttp, 'url' | 'close'> {
  backend: Backend;
}

/** The CMS online, and the forge that it writes to. */
export interface ForgeDesk<F extends Forge> {
  forge: () => F;
  /** What Git says in the repository of the forge. */
  git: (...args: string[]) => string;
  /** A page on the front door of the CMS, of an editor whom the forge and the browser know, or of a new one. */
  open: (workflow: Workflow, who?: 'new') => Promise<Page>;
}

const AT_A_DESK = { locale: 'fr-FR', viewport: { width: 1280, height: 900 } };

/** Starts a forge over a copy of the frozen network, its CMS and a browser, for the tests of a file. */
export function forgeDesk<F extends Forge>(start: (repository: string) => Promise<F>): ForgeDesk<F> {
  let started: { folder: string; forge: F; site: LiveSite; browser: Browser; known: BrowserContext } | undefined;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forge-'));
    await copyNetwork(join(folder, 'site'));
    git(join(folder, 'site'), 'init', '--quiet');
    commitAll(join(folder, 'site'), 'Start');
    git(folder, 'clone', '--quiet', '--bare', 'site', 'site.git');
    const forge = await start(join(folder, 'site.git'));
    const nothing = siteStateOf({ commit: undefined, committedAt: undefined, commits: [] }, new Map(), new Date());
    const [site, browser] = await Promise.all([startLiveSite(forge.backend, nothing), launchBrowser()]);
    const known = await browser.newContext(AT_A_DESK);
    // What waits to be online is of the test before.
    await known.addInitScript(() => localStorage.removeItem('publication-en-attente'));
    started = { folder, forge, site, browser, known };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.site.close();
    await started?.forge.close();
    if (started) rmSync(started.folder, { recursive: true, force: true });
  });
  const running = () => {
    if (!started) throw new Error('The forge is reached from within a test.');
    return started;
  };
  return {
    forge: () => running().forge,
    git: (...args) => git(join(running().folder, 'site.git'), ...args),
    open: async (workflow, who) => {
      const { site, browser, known } = running();
      site.workflow = workflow;
      const page = await (who === 'new' ? browser.newPage(AT_A_DESK) : known.newPage());
      page.setDefaultTimeout(WAIT_MS);
      await page.goto(`${site.url}/admin/#/`);
      return page;
    },
  };
}

/** Opens the form of a cantine. */
export async function openFiche(page: Page, slug: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/collections/cantines/entries/${slug}`);
  await fieldOf(page, 'summary').waitFor();
}

/** What the messages and the bar of the CMS say, with plain spaces. */
export async function toldBy(page: Page): Promise<string> {
  const told = await page.locator('.Toastify__toast, #publication').allInnerTexts();
  return told.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** Waits until the CMS says so. */
export const says = (page: Page, words: RegExp): Promise<void> => expect.poll(() => toldBy(page)).toMatch(words);

/** « Enregistrer le brouillon ». */
export const saveDraft = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();

/** Another state of the draft that is open. */
export async function setState(page: Page, state: 'Brouillon' | 'À relire' | 'Prête'): Promise<void> {
  await page.getByRole('button', { name: /^État/ }).click();
  await page.getByRole('menuitem', { name: state }).click();
}

/** The fiche that the tests write. */
export const FICHE = 'lyon-vaise';
export const FILE = `content/cantines/${FICHE}.md`;
export const BRANCH = `cms/cantines/${FICHE}`;

/** What the repository of a desk holds of that fiche. */
export const fileIn = ({ git: said }: Pick<ForgeDesk<Forge>, 'git'>) => ({
  online: () => said('show', `main:${FILE}`),
  drafted: () => said('show', `${BRANCH}:${FILE}`),
  branches: () => said('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n'),
});

/** Logs an editor in, unless they are, who agrees to whatever is asked. */
export async function logIn(page: Page, forge: string): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  const login = page.getByRole('button', { name: `Se connecter avec ${forge}` });
  const list = page.getByRole('link', { name: /Lyon Vaise/ }).first();
  await login.or(list).first().waitFor();
  if (await login.isVisible()) await login.click();
  await list.waitFor();
}
