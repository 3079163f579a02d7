/**
 * From « Publier » to the page, for real: the CMS in Chromium, a commit in a bare repository, the pipeline of GitLab by
 * gitlab-ci-local, a folder as host, nginx before it; then a save that the pipeline refuses, and the night after it,
 * which writes to who looks after the site. Prints the seconds of each
 * step, and fails when one of them does not come. What stands in for something else: GitLab's API
 * (tests/support/gitlab-server.ts), and the packages, which are there already as on a runner that keeps its folder.
 */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/folders.ts';
import { WAIT_MS } from '../support/limits.ts';
import { startMailServer } from '../support/mail-server.ts';
import { startServer } from '../support/web-servers.ts';
import { setStage, TECHNICAL } from './stage.ts';

const started = performance.now();
const say = (words: string) => {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${words}`);
};

const stage = await setStage(say);
const server = await startServer('nginx', stage.served);
const browser = await launchBrowser();
try {
  await published(await editor());
  await refused(await editor());
  await night();
} finally {
  await browser.close();
  await server.close();
  await stage.close();
}

/** The browser of somebody who is logged in. */
async function editor(): Promise<Page> {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR', viewport });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const user = { backendName: 'gitlab', token: stage.gitlab.token, login: 'equipe', name: 'Une équipe' };
  await page.addInitScript((text) => localStorage.setItem('decap-cms-user', text), JSON.stringify(user));
  return page;
}

/** What the bar of the CMS says, once it says that. */
async function bar(page: Page, words: RegExp): Promise<string> {
  const status = page.locator('#publication');
  const limit = Date.now() + WAIT_MS * 4;
  for (;;) {
    const told = (await status.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
    if (words.test(told)) return told.replaceAll('\n', ' ');
    if (Date.now() > limit)
      throw new Error(`The bar says « ${told} ».\n${stage.runs.at(-1)?.log ?? 'No pipeline ran.'}`);
    await delay(100);
  }
}

async function publish(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Publier/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
}

function tellRun(): void {
  const run = stage.runs.at(-1);
  for (const { name, seconds } of run?.steps ?? []) console.log(`             ${seconds.padStart(6)} s  ${name}`);
  if (run)
    console.log(`             ${((run.endedAt - run.startedAt) / 1000).toFixed(1).padStart(6)} s  the whole pipeline`);
}

async function published(page: Page): Promise<void> {
  const summary = `On y mange ensemble, le ${new Date().toISOString()}.`;
  await page.goto('/admin/#/collections/cantines/entries/lyon-vaise');
  await page.getByLabel(/^Résumé/).fill(summary);
  say('An editor changes the summary of Lyon Vaise, and presses « Publier ».');
  const pressed = performance.now();
  const since = () => `${((performance.now() - pressed) / 1000).toFixed(1)} s after « Publier »`;
  await publish(page);
  say(`« ${await bar(page, /^Enregistré/)} », ${since()}.`);
  const limit = Date.now() + WAIT_MS * 4;
  while (!(await (await fetch(`${server.url}/cantines/lyon-vaise/`)).text()).includes(summary)) {
    if (Date.now() > limit) throw new Error(`The page does not come.\n${stage.runs.at(-1)?.log ?? ''}`);
    await delay(100);
  }
  say(`The page is served with its new summary, ${since()}.`);
  say(`« ${await bar(page, /^En ligne/)} », ${since()}.`);
  await stage.idle();
  tellRun();
  assert.equal(stage.runs.at(-1)?.code, 0);
}

async function refused(page: Page): Promise<void> {
  const before = await (await fetch(`${server.url}/financements/`)).text();
  // The form refuses it: by hand on the forge it can still be done.
  const funder = 'content/funders/fondation-macif.md';
  stage.gitlab.commit(funder, readFileSync(join(projectRoot, funder), 'utf8').replace('---\n', '---\ndraft: true\n'));
  await page.goto('/admin/#/collections/cantines/entries/metz');
  await page.getByLabel(/^Résumé/).fill('On y mange ensemble, et la forge s’en mêle.');
  say('Somebody makes a draft, on the forge, of a funder that an opportunity names; an editor presses « Publier ».');
  const pressed = performance.now();
  const since = () => `${((performance.now() - pressed) / 1000).toFixed(1)} s after « Publier »`;
  await publish(page);
  say(`« ${await bar(page, /^Enregistré/)} », ${since()}.`);
  say(`« ${await bar(page, /^Refusé/)} », ${since()}.`);
  await stage.idle();
  tellRun();
  assert.equal(stage.runs.at(-1)?.code, 1);
  assert.equal(await (await fetch(`${server.url}/financements/`)).text(), before);
  say('The served site is the one before.');
}

async function night(): Promise<void> {
  say('The night comes: the same pipeline, by its schedule.');
  const post = await startMailServer();
  try {
    const variables = { SMTP_URL: post.url, MAIL_FROM: 'veille@exemple.org', SITE_URL: server.url };
    const { code } = await stage.night(variables);
    tellRun();
    assert.equal(code, 1);
    const [mail] = post.delivered;
    assert.equal(mail?.to, TECHNICAL);
    assert.match(mail.email.text ?? '', /fondation-macif/);
    say(`An e-mail says so to ${TECHNICAL}:`);
    console.log(mail.email.text?.replaceAll(/^/gm, '             | '));
    await stage.night(variables);
    assert.equal(post.delivered.length, 1);
    say('The next night, with the same cause: no e-mail.');
  } finally {
    await post.close();
  }
}
