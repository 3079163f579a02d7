/** The answers that every application asks for: completed once, copied, and made into the file of a call. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();
const PAGE = '/financements/reponses/';
const CALL = '/financements/exemple-tables-ouvertes/';
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const CLIPBOARD: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await run(page);
    expect(found).toEqual([]);
  });

const cantine = (page: Page) => page.getByLabel('Pour quelle cantine', { exact: false });
const section = (page: Page) => page.locator('#qui-sommes-nous');
const addition = (page: Page) => section(page).getByLabel('Votre ajout');
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The document that a button gives, as another program reads it. */
async function documentFrom(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  const { value } = await mammoth.extractRawText({ buffer: await readFile(await file.path()) });
  return { name: file.suggestedFilename(), text: value.replace(/[\u00a0\u202f]/g, ' ') };
}

describe('the page of the answers', () => {
  test('by keyboard: a cantine, what it adds, a copy with its sources; kept for the next visit', async () => {
    await visit(CLIPBOARD, async (page) => {
      await page.goto(PAGE);
      await cantine(page).focus();
      await page.keyboard.type('Mâcon');
      await addition(page).waitFor();
      await addition(page).focus();
      await page.keyboard.type('Nous sommes trente voisins.');
      await section(page).getByText('Gardé dans ce navigateur.').waitFor();
      expect(await section(page).locator('[data-counts]').first().textContent()).toMatch(/avec votre ajout$/);
      await page.getByLabel('Copier aussi les sources').press('Space');
      const version = section(page).locator('details[data-words="150"]');
      await version.locator('summary').press('Enter');
      await version.getByRole('button').press('Enter');
      await version.getByText('Copié.').waitFor();
      const text = await copied(page);
      expect(text).toMatch(/^Une Petite Cantine est un restaurant/);
      expect(text).toContain('18\u00a0cantines');
      expect(text).toContain('\n\nNous sommes trente voisins.\n\nSources\u00a0:\n');
      expect(text).toContain('https://');
      await page.reload();
      await addition(page).waitFor();
      expect(await addition(page).inputValue()).toBe('Nous sommes trente voisins.');
    });
  });

  test('what the entry of the cantine says enters with one button, once', async () => {
    await visit({}, async (page) => {
      await page.goto(`${PAGE}?cantine=lyon-vaise`);
      const add = section(page).getByRole('button', { name: 'Ajouter ces lignes' });
      await add.press('Enter');
      await add.press('Enter');
      expect(await addition(page).inputValue()).toMatch(/^Notre cantine s’appelle Lyon Vaise\.(?!.*s’appelle Lyon)/);
    });
  });

  test('a clipboard that refuses leaves the text selected', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.goto(`${PAGE}?cantine=metz`);
      await addition(page).fill('Un ajout.');
      await section(page).locator('details[open]').getByRole('button').press('Enter');
      await section(page).getByText('le texte est sélectionné').waitFor();
      const field = page.getByLabel('Le texte à copier');
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await field.inputValue()).toMatch(/\n\nUn ajout\.$/);
    });
  });

  test('a browser that keeps nothing says so, and gives a file that another reads', async () => {
    let file: { name: string; mimeType: string; buffer: Buffer } | undefined;
    await visit({}, async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('refusé');
          },
        }),
      );
      await page.goto(`${PAGE}?cantine=metz`);
      await addition(page).fill('Un ajout.');
      await section(page).getByText('Ce navigateur ne garde rien').waitFor();
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Enregistrer mes ajouts' }).press('Enter');
      const saved = await waiting;
      expect(saved.suggestedFilename()).toBe('reponses-metz.json');
      file = { name: 'reponses-metz.json', mimeType: 'application/json', buffer: await readFile(await saved.path()) };
    });
    await visit({}, async (page) => {
      await page.goto(`${PAGE}?cantine=metz`);
      await addition(page).fill('Le mien.');
      const open = page.locator('[data-act="open"]');
      await open.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await page.getByText('ne contient pas d’ajouts').waitFor();
      await open.setInputFiles(file ?? []);
      await page.getByText('1 ajout lu, réunis avec les vôtres.').waitFor();
      expect(await addition(page).inputValue()).toBe('Le mien.\n— — —\nUn ajout.');
    });
  });

  test('without scripts, the texts and their counts are there, and no button that does nothing', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(PAGE);
      expect(await section(page).innerText()).toMatch(/En 50\smots\s+\d+\smots,\s\d+\ssignes/);
      await section(page).locator('summary').nth(1).click();
      expect(await section(page).innerText()).toContain('Une Petite Cantine est un restaurant');
      expect(await page.locator('answer-bank button:visible, answer-bank select:visible').count()).toBe(0);
    });
  });

  test.each([
    ['light', {}],
    ['dark', PHONE],
  ] as const)('axe finds nothing, %s', async (colorScheme, options) => {
    await visit({ ...options, colorScheme }, async (page) => {
      await page.goto(`${PAGE}?cantine=lyon-vaise`);
      await addition(page).waitFor();
      expect(await axeFaults(page, PAGE)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
});

describe('the file of a call', () => {
  test('by keyboard: composed on its page, with the additions and the ticked documents', async () => {
    await visit(CLIPBOARD, async (page) => {
      await page.goto(`${PAGE}?cantine=metz`);
      await addition(page).fill('Trente voisins <ont> «\u00a0cuisiné\u00a0» & mangé.');
      await page.goto(CALL);
      const piece = page.locator('to-gather input').first();
      await piece.press('Space');
      const name = await piece.inputValue();
      await page.getByText('Composer le dossier').press('Enter');
      await cantine(page).selectOption('metz');
      const answer = page.locator('[data-answer="qui-sommes-nous"]');
      await answer.locator('summary').press('Enter');
      await answer.getByLabel('Longueur de cette réponse').selectOption('50');
      await answer.getByRole('button', { name: 'Copier' }).press('Enter');
      await answer.getByText('Copié.').waitFor();
      expect(await copied(page)).toContain('Trente voisins <ont>');
      await page.locator('[data-answer="gouvernance"] [data-take]').press('Space');
      const button = page.getByRole('button', { name: 'Télécharger le dossier' });
      const file = await documentFrom(page, () => button.press('Enter'));
      expect(file.name).toBe('dossier-exemple-tables-ouvertes.docx');
      expect(file.text).toContain('Dossier de la Petite Cantine « Metz ».');
      expect(file.text).toContain('Les Petites Cantines sont des restaurants de quartier');
      expect(file.text).toContain('Trente voisins <ont> « cuisiné » & mangé.');
      expect(file.text).toContain('Prix libre');
      expect(file.text).not.toContain('Comment décidez-vous');
      expect(file.text).toContain(`☑  ${name.replace(/[\u00a0\u202f]/g, ' ')}`);
      expect(await axeFaults(page, CALL)).toEqual([]);
    });
  });

  test('on the board: with the tasks and the notes of the card', async () => {
    await visit({}, async (page) => {
      await page.goto('/financements/suivi/?suivre=exemple-tables-ouvertes');
      await page.locator('.followed .open').press('Enter');
      const card = page.getByRole('dialog');
      await card.getByLabel('Notes').fill('Appeler la mairie.');
      await card.getByText('Préparer le dossier').press('Enter');
      await card.locator('to-gather input').first().press('Space');
      const button = card.getByRole('button', { name: 'Télécharger le dossier' });
      const file = await documentFrom(page, () => button.press('Enter'));
      expect(file.text).toContain('Notre suivi');
      expect(file.text).toContain('État : À étudier');
      expect(file.text).toContain('Appeler la mairie.');
      expect(file.text).toContain('☑');
      expect(await axeFaults(page, 'the board')).toEqual([]);
    });
  });
});
