/** The CMS online, on a GitLab: what it says between « Publier » and the page. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { publish } from '../support/cms-page.ts';
import { startGitlabCms, type GitlabCms } from '../support/gitlab-cms.ts';
import type { GitlabServer } from '../support/gitlab-server.ts';
import { WAIT_MS } from '../support/limits.ts';
import type { LiveSite } from '../support/live-site.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const MINUTES = 60_000;

let cms: GitlabCms;
let gitlab: GitlabServer;
let site: LiveSite;
let browser: Browser;
let written: string[] = [];
/** What the page asked and has no answer to yet. */
let asked: Set<Request>;

beforeAll(async () => {
  cms = await startGitlabCms();
  ({ gitlab, site } = cms);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cms.close();
});

/** The CMS of a live site, logged in, on the fiche of a cantine. */
async function withCms(size: { width: number; height: number }, run: (page: Page) => Promise<void>): Promise<void> {
  gitlab.down = false;
  gitlab.pipelines.clear();
  written = [];
  gitlab.onCommit = (commit) => written.push(commit);
  site.state = cms.servedAt('main');
  const context = await browser.newContext({ baseURL: site.url, locale: 'fr-FR', viewport: size });
  context.setDefaultTimeout(WAIT_MS);
  try {
    const page = await context.newPage();
    asked = new Set();
    page.on('request', (request) => asked.add(request));
    const answered = (request: Request) => asked.delete(request);
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
    await page.clock.install();
    await cms.logIn(page);
    await openEntry(page);
    await run(page);
  } finally {
    await context.close();
  }
}

async function openEntry(page: Page): Promise<void> {
  await page.goto('/admin/#/collections/cantines/entries/lyon-vaise');
  await summary(page).waitFor();
}

const summary = (page: Page) => page.getByLabel(/^Résumé/);

let times = 0;

/** Changes the summary and publishes; the commit that was written. */
async function save(page: Page): Promise<string> {
  times += 1;
  const many = written.length;
  await summary(page).fill(`On y mange ensemble, ${times} fois.`);
  await publish(page);
  await expect.poll(() => written.length).toBe(many + 1);
  const commit = written.at(-1) ?? '';
  expect(cms.git('log', '-1', '--format=%s', commit)).toBe('Modifie Cantine : lyon-vaise');
  return commit;
}

const bar = (page: Page) => page.locator('#publication');
const says = (page: Page) => page.getByRole('status').filter({ has: page.locator('strong') });
const plain = async (page: Page) => (await bar(page).innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('on %s', (name, size) => {
  test('« enregistré », then « en ligne » once the served commit contains it', async () => {
    await withCms(size, async (page) => {
      expect(await bar(page).innerText()).toBe('');
      const commit = await save(page);
      await says(page).waitFor();
      expect(await plain(page)).toMatch(/^Enregistré · « Lyon Vaise » : le site se construit/);
      // What « Publier » is called once there is nothing left to publish.
      const publish = page.getByRole('button', { name: 'Enregistré' });
      const [over, under] = [await bar(page).boundingBox(), await publish.boundingBox()];
      expect((over?.y ?? 0) > (under?.y ?? 0) + (under?.height ?? 0)).toBe(true);

      gitlab.pipelines.set(commit, { status: 'running' });
      await page.clock.runFor(10_000);
      expect(await plain(page)).toMatch(/^Enregistré/);
      gitlab.pipelines.set(commit, { status: 'success' });
      site.state = cms.servedAt(commit);
      await expect
        .poll(async () => {
          await page.clock.runFor(5_000);
          return plain(page);
        })
        .toMatch(/^En ligne · « Lyon Vaise »/);
      await bar(page).getByRole('button', { name: 'Fermer' }).press('Enter');
      expect(await bar(page).innerText()).toBe('');
    });
  });

  test('« refusé : fichier, champ, remède », which opens the fiche', async () => {
    await withCms(size, async (page) => {
      const commit = await save(page);
      site.state = { ...site.state, refused: cms.refusalOf(commit) };
      await expect
        .poll(async () => {
          await page.clock.runFor(5_000);
          return plain(page);
        })
        .toMatch(/^Refusé/);
      const told = await plain(page);
      expect(told).toContain(
        'content/cantines/lyon-vaise.md, « Téléphone » (ligne 12) : Écrivez le numéro à dix chiffres',
      );
      const link = bar(page).getByRole('link', { name: 'Ouvrir la fiche' });
      expect(await link.getAttribute('href')).toBe('#/collections/cantines/entries/lyon-vaise');
      expect(await axeFaults(page, name, '#publication')).toEqual([]);
    });
  });
});

/** Lets time pass in the page, whose clock is ours. What it asks is answered meanwhile, in real time: no wait runs out. */
async function pass(page: Page, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await page.clock.runFor(STEP_MS);
    await expect.poll(() => asked.size, { interval: 5 }).toBe(0);
  }
}

/** Well below what the CMS waits for an answer. */
const STEP_MS = 5_000;

/** Looks until the bar says it. */
async function until(page: Page, words: RegExp, step = STEP_MS): Promise<void> {
  await expect
    .poll(async () => {
      await pass(page, step);
      return plain(page);
    })
    .toMatch(words);
}

test('it survives a reload, and a second save takes along the first', async () => {
  await withCms(DESK, async (page) => {
    const first = await save(page);
    gitlab.pipelines.set(first, { status: 'running' });
    await page.reload();
    await until(page, /^Enregistré · « Lyon Vaise »/);
    await openEntry(page);
    const second = await save(page);
    await until(page, /^Enregistré · 2 enregistrements/);
    // The forge gives up the first pipeline for the second.
    gitlab.pipelines.set(first, { status: 'canceled' });
    gitlab.pipelines.set(second, { status: 'running' });
    site.state = cms.servedAt(second);
    await until(page, /^En ligne · 2 enregistrements/);
    // Nothing is left to follow.
    expect(await page.evaluate(() => localStorage.getItem('publication-en-attente'))).toBeNull();
  });
});

test('a refusal that GitLab keeps as an artifact, where nothing is written beside the site', async () => {
  await withCms(DESK, async (page) => {
    const commit = await save(page);
    gitlab.pipelines.set(commit, { status: 'failed', refusal: cms.refusalOf(commit) });
    await until(page, /^Refusé/);
    expect(await plain(page)).toContain('Écrivez le numéro à dix chiffres');
    const log = bar(page).getByRole('link', { name: 'Voir le journal' });
    expect(await log.getAttribute('href')).toMatch(/^https:\/\/gitlab\.exemple\/reseau\/site\/-\/pipelines\/\d+$/);
  });
});

test('a pipeline that never starts, and a forge that is down, are said after a while', async () => {
  await withCms(DESK, async (page) => {
    await save(page);
    await says(page).waitFor();
    await pass(page, 9 * MINUTES);
    expect(await plain(page)).toMatch(/^Enregistré · « Lyon Vaise »/);
    await until(page, /^Enregistré, mais pas en route · Rien ne construit le site depuis dix minutes/, 15_000);
    gitlab.down = true;
    await until(page, /^Enregistré · La forge ne répond plus/, 15_000);
    gitlab.down = false;
    await until(page, /^Enregistré, mais pas en route/, 15_000);
  });
});

test('every editor is told that the last publication failed, until the next one', async () => {
  await withCms(DESK, async (page) => {
    site.state = { ...site.state, refused: cms.refusalOf(site.state.commit ?? '') };
    await page.reload();
    await until(page, /^La dernière publication a échoué · Le site garde sa dernière bonne version/);
    const { refused: _, ...right } = site.state;
    site.state = right;
    await page.clock.runFor(5 * MINUTES);
    await expect.poll(() => bar(page).innerText()).toBe('');
  });
});

test('what another editor wrote on the forge is shown before it is replaced, to the last moment', async () => {
  await withCms(DESK, async (page) => {
    const file = 'content/cantines/lyon-vaise.md';
    const now = () => cms.git('show', `main:${file}`);
    const other = (words: string) =>
      gitlab.commit(file, now().replace(/^summary: .*(\n {2}.*)*$/m, `summary: ${words}`));
    const choose = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
    other('Écrit ailleurs.');
    await summary(page).fill('Écrit ici.');
    await publish(page);
    await page.getByRole('dialog', { name: /a changé pendant que vous écriviez/ }).waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Écrit ailleurs.');
    // Between the comparison and the write.
    gitlab.beforeCommit = () => {
      gitlab.beforeCommit = () => undefined;
      other('Écrit entre-temps.');
    };
    await choose('Garder mon texte et remplacer l’autre');
    await page.getByRole('dialog').getByText('Écrit entre-temps.').waitFor();
    expect(now()).toContain('summary: Écrit entre-temps.');
    await choose('Garder mon texte et remplacer l’autre');
    await expect.poll(now).toContain('summary: Écrit ici.');
  });
});
