/** The CMS on a GitHub, from the login to the commit: at once, or after a review. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workflow } from '#admin/backend.ts';
import { fieldOf, publish, typeOver } from '../support/cms-page.ts';
import { FICHE, FILE, fileIn, forgeDesk, logIn, openFiche, saveDraft, says, setState } from '../support/forge-desk.ts';
import { startGithub } from '../support/github-server.ts';

const desk = forgeDesk(startGithub);
const { online, drafted, branches } = fileIn(desk);

let page: Page;
let times = 0;
let words = '';

beforeEach(() => {
  times += 1;
  words = `On y mange ensemble, ${times} fois.`;
});
afterEach(() => page.close());

/** The front door of the CMS, for which api.github.com is on this machine. */
async function open(workflow: Workflow): Promise<Page> {
  const { url } = desk.forge();
  const opened = await desk.open(workflow);
  await opened.route('https://api.github.com/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    // A test ends while the CMS still asks for what is published: its forge answers nothing any more.
    const response = await route.fetch({ url: `${url}${pathname}${search}` }).catch(() => undefined);
    await (response ? route.fulfill({ response }) : route.abort()).catch(() => undefined);
  });
  await opened.route('https://www.githubstatus.com/**', (route) => route.fulfill({ json: { components: [] } }));
  await opened.reload();
  return opened;
}

/** Logged in, with another summary in the form of the fiche. */
async function write(workflow: Workflow): Promise<void> {
  page = await open(workflow);
  await logIn(page, 'GitHub');
  await openFiche(page, FICHE);
  await typeOver(fieldOf(page, 'summary'), words);
}

const summary = () => fieldOf(page, 'summary').inputValue();

describe('at once', () => {
  test('from the login to the commit', async () => {
    await write('direct');
    await publish(page);
    await says(page, /Enregistré · « Lyon Vaise »/);
    expect(online()).toContain(words);
    expect(desk.git('log', '-1', '--format=%s|%an', 'main')).toBe('Modifie Cantine : lyon-vaise|Une équipe');
    expect(branches()).toEqual(['main']);
  });

  test('a token that expires is told, with what to do; and the text stays', async () => {
    await write('direct');
    desk.forge().expire();
    await publish(page);
    await says(page, /Rien n’est enregistré\. La connexion a expiré/);
    expect([await summary(), online().includes(words)]).toEqual([words, false]);
  });

  test.each([
    [422, 'Protected branch update failed for refs/heads/main.', /La forge protège la branche du site/],
    [500, 'Internal Server Error', /Le serveur est en panne/],
  ])('refused with %i: told, nothing is lost, and it goes the next time', async (status, message, sentence) => {
    await write('direct');
    desk.forge().failNext('PATCH', /\/git\/refs\//, { status, body: { message } });
    await publish(page);
    await says(page, sentence);
    expect([await summary(), online().includes(words)]).toEqual([words, false]);
    await publish(page);
    await expect.poll(online).toContain(words);
  });

  test('written by another between the comparison and the commit: both texts are shown', async () => {
    await write('direct');
    const { beforeMove } = desk.forge();
    desk.forge().beforeMove = () => {
      desk.forge().beforeMove = beforeMove;
      desk.forge().commit(FILE, online().replace(/^summary: .*(\n {2}.*)*$/m, 'summary: Écrit ailleurs.'));
    };
    await publish(page);
    await page.getByRole('dialog').getByText('Écrit ailleurs.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Garder mon texte' }).click();
    await expect.poll(online).toContain(words);
  });
});

describe('after a review', () => {
  test('a draft, its state, then one commit on the published branch', async () => {
    await write('review');
    const [before, text] = [desk.git('rev-parse', 'main'), online()];
    await saveDraft(page);
    await says(page, /Brouillon gardé, à relire · « Lyon Vaise »/);
    expect([drafted().includes(words), online()]).toEqual([true, text]);

    const again = `${words} Et encore.`;
    await typeOver(fieldOf(page, 'summary'), again);
    await saveDraft(page);
    await expect.poll(drafted).toContain(again);

    await setState(page, 'Prête');
    await says(page, /L’état est changé/);
    // The board of the day, which knows no forge, names it.
    const board = await page.context().newPage();
    await board.goto(new URL('/admin/jour/', page.url()).href);
    await board.getByRole('heading', { name: 'Lyon Vaise' }).waitFor();
    expect(await board.locator('day-board li', { hasText: 'Lyon Vaise' }).innerText()).toContain('Est relue et prête');
    await board.close();
    await publish(page);
    await expect.poll(online).toContain(again);
    expect(desk.git('log', '--format=%s|%an', `${before}..main`)).toBe('Modifie Cantine : lyon-vaise (#1)|Une équipe');
    await says(page, /Enregistré · « Lyon Vaise »/);
    expect(branches()).toEqual(['main']);
  });

  test('a draft may hold errors, publishing asks for none', async () => {
    await write('review');
    const text = online();
    await typeOver(fieldOf(page, 'summary'), '');
    await saveDraft(page);
    await says(page, /Brouillon enregistré\. Avant de le publier, il reste/);
    await setState(page, 'Prête');
    await says(page, /L’état est changé/);
    await publish(page);
    await says(page, /Rien n’est publié\. À corriger/);
    expect(online()).toBe(text);
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).click();
    await expect.poll(branches).toEqual(['main']);
  });

  test('a request that a cut kept from being made: told, and made the next time', async () => {
    await write('review');
    desk.forge().failNext('POST', /\/pulls$/, { status: 502, body: { message: 'Bad Gateway' } });
    await saveDraft(page);
    await says(page, /Rien n’est enregistré\. Le serveur est en panne/);
    await saveDraft(page);
    await says(page, /Brouillon gardé, à relire/);
    expect(drafted()).toContain(words);
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).click();
    await expect.poll(branches).toEqual(['main']);
  });

  test('a request that has no label, which Decap does not see: it is made a draft the next time', async () => {
    await write('review');
    desk.forge().failNext('PUT', /\/labels$/, { status: 403, body: { message: 'token does not have the scope' } });
    await saveDraft(page);
    await says(page, /Rien n’est enregistré\./);
    await saveDraft(page);
    await says(page, /Brouillon gardé, à relire/);
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).click();
    await expect.poll(branches).toEqual(['main']);
  });

  test('a new fiche is a draft, then online', async () => {
    page = await open('review');
    await logIn(page, 'GitHub');
    await page.evaluate(() => (location.hash = '#/collections/guides/new'));
    await typeOver(fieldOf(page, 'title'), 'Un guide tout neuf');
    await saveDraft(page);
    await says(page, /Brouillon gardé, à relire · « Un guide tout neuf »/);
    await page.waitForURL('**/#/collections/guides/entries/un-guide-tout-neuf');
    await page.reload();
    await expect.poll(() => fieldOf(page, 'title').inputValue()).toBe('Un guide tout neuf');
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).click();
    await expect.poll(branches).toEqual(['main']);
  });

  test('another’s draft of the same fiche is shown, not replaced', async () => {
    await write('review');
    const mine = page;
    await write('review');
    await saveDraft(page);
    await says(page, /Brouillon gardé/);
    await page.close();
    page = mine;
    const others = words;
    await typeOver(fieldOf(page, 'summary'), 'Un autre résumé.');
    await saveDraft(page);
    const dialog = page.getByRole('dialog', { name: /a changé pendant que vous écriviez/ });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain(others);
    await dialog.getByRole('button', { name: 'Garder mon texte' }).click();
    await expect.poll(drafted).toContain('Un autre résumé.');

    // What is published meanwhile on the same line, which Git does not reunite.
    await setState(page, 'Prête');
    await says(page, /L’état est changé/);
    desk.forge().commit(FILE, online().replace(/^summary: .*(\n {2}.*)*$/m, 'summary: Écrit ailleurs.'));
    await publish(page);
    await says(page, /Rien n’est publié\. La forge ne réunit pas ce brouillon et le site/);
    expect([drafted().includes('Un autre résumé.'), online().includes('Écrit ailleurs.')]).toEqual([true, true]);
  });
});
