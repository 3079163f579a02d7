/** What the CMS says to an editor whose browser speaks English: French, and the French way of writing. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { LOCAL_API } from '#admin/backend.ts';
import { openCms, publish, unfoldAll } from '../support/cms-page.ts';
import { cmsScreens } from '../support/cms-walk.ts';
import { builtCms } from '../support/opened-cms.ts';

const AMOUNT = 'Salariés au plus (ETP)';

/** Words of the interfaces of Decap and its libraries that no French sentence has. */
const ENGLISH =
  /\b(?:the|and|of|to|your|you|with|this|is|are|was|not|no|add|new|delete|remove|close|open|search|title|text|alt|loading|failed|fetch|error|select|press|copy|draggable|sortable|options|string|object|list|number|upload|dropped|clear|entry|entries|field|block|logo|notifications|saved|changes)\b/i;

const cms = builtCms();
let page: Page;

beforeAll(async () => {
  page = await cms.newPage({ locale: 'en-US' });
  page.on('dialog', (dialog) => void dialog.accept());
  await openCms(page);
});

/** What is seen and read aloud, without what editors have written. */
const said = () =>
  page.evaluate(() => {
    const theirs = 'script, style, template, noscript, [data-slate-editor], a[href*="/entries/"], .cms-card-gesture';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest(theirs)) texts.push(walker.currentNode.textContent?.trim() ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(theirs)) continue;
      for (const name of ['aria-label', 'aria-roledescription', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(texts)].filter(Boolean);
  });

const english = async () => (await said()).filter((text) => ENGLISH.test(text));

test('no screen speaks English', async () => {
  const found: string[] = [];
  for await (const screen of cmsScreens(page)) {
    if (screen.includes('/entries/')) continue;
    if (screen.endsWith('/new')) {
      await unfoldAll(page);
      await pressAll(/^(?:Déplier|Ajouter : )/);
    }
    found.push(...(await english()).map((text) => `${screen}: ${text}`));
  }
  expect(found).toEqual([]);
});

test('nor the library of photos, an empty choice, or an image inside a text', async () => {
  await page.goto('/admin/#/collections/sessions/new');
  const kind = page.getByRole('combobox').first();
  await kind.pressSequentially('zzz');
  await page.getByText('Aucun choix').waitFor();
  expect(await english()).toEqual([]);
  await kind.press('Escape');
  await page.goto('/admin/#/collections/stories');
  await page.getByRole('link', { name: /^Créer une fiche/ }).click();
  await page.getByTitle('Ajouter', { exact: true }).last().click();
  await page.getByRole('menuitem', { name: 'Image' }).click();
  await page.getByText('Ce que montre l’image').waitFor();
  expect(await english()).toEqual([]);
  await page.getByRole('button', { name: 'Choisir une image' }).last().click();
  await page.getByRole('heading', { name: 'Images' }).waitFor();
  expect(await english()).toEqual([]);
  await page.keyboard.press('Escape');
});

test('« 500,50 » is a number, lists keep their dashes, and « Maintenant » says of what', async () => {
  const path = join(cms.content(), 'opportunities/ademe-gaspillage.md');
  await appendFile(path, '\n- une liste\n- à puces\n');
  await page.goto('/admin/#/collections/opportunities');
  await page.locator('a[href$="/opportunities/entries/ademe-gaspillage"]').click();
  await page.getByText('Rien à enregistrer').waitFor();
  await unfoldAll(page);
  await page.getByRole('button', { name: 'Mettre Vérifié le à maintenant' }).first().waitFor();
  await pressAll(/^Déplier/);
  await page.getByLabel(AMOUNT).fill('500,50');
  await page.locator('[data-slate-editor]').last().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Fin.');
  await publish(page);
  await expect.poll(() => readFile(path, 'utf8')).toContain('500.5');
  const after = await readFile(path, 'utf8');
  expect(after).toMatch(/^- /m);
  expect(after).not.toMatch(/^\* /m);
});

test('a text where a number is expected stays in the field, with what to do', async () => {
  await page.getByLabel(AMOUNT).fill('cinq mille');
  await publish(page);
  await page.getByText('écrivez un nombre').first().waitFor();
  expect(await page.getByLabel(AMOUNT).inputValue()).toBe('cinq mille');
  await page.getByLabel(AMOUNT).fill('500,05');
  expect(await page.getByLabel(AMOUNT).inputValue()).toBe('500,05');
});

test('a server that no longer answers is told in French', async () => {
  await page.route(`**${LOCAL_API}`, (route) => route.abort());
  await publish(page);
  await page.getByText('Rien n’est enregistré. Le serveur ne répond pas.').waitFor();
  expect(await english()).toEqual([]);
  await page.unroute(`**${LOCAL_API}`);
});

/** Presses every button of that name: « Déplier », or the one that starts an item of a list. */
const pressAll = (name: RegExp) =>
  page.getByRole('button', { name }).evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
