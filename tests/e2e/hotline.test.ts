/** A cantine looks for an answer, asks the network, and takes a document to fill in. */
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { troubles } from '../support/built-site.ts';
import { formSite } from '../support/form-site.ts';

const forms = formSite();
const HOTLINE = '/espace-cantines/';
const QUESTION = '/espace-cantines/question/';

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  forms.visit(options, async (page) => {
    const found = troubles(page);
    await run(page);
    expect(found).toEqual([]);
  });

const field = (page: Page) => page.getByRole('searchbox', { name: /Votre question/ });
const answers = (page: Page) => page.locator('details[data-item]:visible');
const status = (page: Page) => page.locator('filter-list [role=status]');

describe('the answers', () => {
  test('are all on the page without JavaScript', async () => {
    await forms.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(HOTLINE);
      const all = page.locator('details[data-item]');
      expect(await all.count()).toBeGreaterThan(15);
      expect(await page.locator('.filters').isVisible()).toBe(false);
      await all.first().locator('summary').click();
      expect(await all.first().locator('.prose').isVisible()).toBe(true);
    });
  });

  test('are searched as one types: marked, counted, kept in the address', async () => {
    await visit({}, async (page) => {
      await page.goto(HOTLINE);
      const all = await answers(page).count();
      expect(await status(page).textContent()).toBe(`${all}\u00a0réponses`);
      await field(page).pressSequentially('FISCAL recus');
      await page.waitForURL(/\?q=FISCAL\+recus$/);
      const left = await answers(page).count();
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(all);
      expect(await status(page).textContent()).toContain('pour «\u00a0FISCAL recus\u00a0»');
      const marks = await page.locator('details:visible mark').allTextContents();
      expect(marks.map((word) => word.toLowerCase()).every((word) => /^(fisca|reçu)/.test(word))).toBe(true);
      expect(marks.length).toBeGreaterThan(1);
      await page.reload();
      expect(await answers(page).count()).toBe(left);
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      expect(await answers(page).count()).toBe(all);
      expect(await page.locator('filter-list mark').count()).toBe(0);
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('are filtered by subject', async () => {
    await visit({}, async (page) => {
      await page.goto(HOTLINE);
      await page.getByLabel('Sujet').selectOption('bilans');
      const left = await answers(page).count();
      expect(left).toBe(await page.locator('details[data-sujet=bilans]').count());
      expect(await page.locator('section[data-group]:visible').count()).toBe(1);
      expect(await page.locator('option[value=bilans]').textContent()).toMatch(new RegExp(`\\(${left}\\)$`));
    });
  });

  test('each has an address, that opens it whatever was asked; the guide keeps its own', async () => {
    await visit({}, async (page) => {
      await page.goto(`${HOTLINE}?q=fiscal#rediger-un-bilan-1`);
      const asked = page.locator('#rediger-un-bilan-1');
      expect(await asked.getAttribute('open')).toBe('');
      expect(await asked.isVisible()).toBe(true);
      await asked.getByRole('link', { name: /le guide/ }).click();
      await page.waitForURL(/\/guides\/rediger-un-bilan\/#question-1$/);
      expect(await page.locator('#question-1').isVisible()).toBe(true);
    });
  });

  test('when there is none, the question goes along to the form, or to the whole site', async () => {
    await visit({}, async (page) => {
      await page.goto(HOTLINE);
      await field(page).fill('scaphandre & « cuivre »');
      expect(await answers(page).count()).toBe(0);
      expect(await status(page).textContent()).toContain('Aucune réponse');
      const search = await page.getByRole('link', { name: 'Chercher dans tout le site' }).getAttribute('href');
      expect(new URL(search ?? '').searchParams.get('q')).toBe('scaphandre & « cuivre »');
      await page.getByRole('link', { name: 'Poser la question au réseau' }).click();
      const question = page.getByRole('textbox', { name: /Que voulez-vous savoir/ });
      await question.waitFor();
      expect(await question.inputValue()).toBe('scaphandre & « cuivre »');
    });
  });
});

describe('the question', () => {
  test('is kept while it is written, checked, and sent once to the server', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      const server = forms.receiver();
      await page.goto(`${QUESTION}?sujet=bilans`);
      const question = page.getByRole('textbox', { name: /Que voulez-vous savoir/ });
      await question.fill('Un bilan en retard ?');
      await page.reload();
      expect(await question.inputValue()).toBe('Un bilan en retard ?');
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
      expect(await page.getByRole('link', { name: /Choisissez votre cantine/ }).count()).toBeGreaterThan(0);
      expect(server.received).toHaveLength(0);
      await page.getByLabel('Votre cantine').selectOption('metz');
      await page.getByLabel('E-mail de la cantine').fill('cantine@exemple.org');
      await page.getByRole('checkbox', { name: /J’accepte/ }).check();
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
      await page.getByText(/C’est envoyé/).waitFor();
      expect(server.copies().map(({ fields }) => fields)).toMatchObject([
        {
          formulaire: 'question-au-reseau',
          email: 'cantine@exemple.org',
          reponses: { texts: { question: 'Un bilan en retard ?', sujet: 'bilans', cantine: 'metz' } },
        },
      ]);
    });
  });

  test('without JavaScript, what to write and to whom', async () => {
    await forms.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(QUESTION);
      expect(await page.getByText('Que voulez-vous savoir').isVisible()).toBe(true);
    });
  });
});

test('a template is downloaded, and its sheet is printed alone', async () => {
  await visit({}, async (page) => {
    await page.goto('/modeles/bilan-d-un-projet-finance/');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Télécharger/ }).click(),
    ]);
    const { value } = await mammoth.extractRawText({ buffer: await readFile(await file.path()) });
    expect(value).toContain('Ce que nous avions promis');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: /Télécharger/ }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  });
});

test('partnerships: what is everywhere is in each region, and the rest where it is', async () => {
  await visit({}, async (page) => {
    await page.goto('/partenariats/');
    const offers = page.locator('article[data-item]:visible');
    const all = await offers.count();
    await page.getByLabel('Région de votre cantine').selectOption({ value: '53' });
    expect(await page.locator('article[data-region="*"]:visible').count()).toBe(
      await page.locator('article[data-region="*"]').count(),
    );
    expect(await offers.count()).toBeLessThan(all);
    await page.reload();
    expect(await offers.count()).toBeLessThan(all);
  });
});

test('funders: words and criteria together, with counts', async () => {
  await visit({}, async (page) => {
    await page.goto('/financeurs/');
    await page.getByRole('searchbox', { name: /Un nom, un lieu/ }).fill('lyon');
    await page.getByLabel('Type').selectOption('collectivite');
    const cards = page.locator('li[data-item]:visible');
    const left = await cards.count();
    expect(left).toBeGreaterThan(0);
    expect(await status(page).textContent()).toContain(`${left}\u00a0financeur`);
    for (const card of await cards.all()) {
      expect(await card.textContent()).toMatch(/lyon/i);
      expect(await card.getAttribute('data-type')).toBe('collectivite');
    }
  });
});

test.each([
  [`${HOTLINE}?q=fiscal`, 'details[data-item]:visible mark'],
  [`${HOTLINE}?q=scaphandre`, '[data-empty]:visible'],
  [`${QUESTION}?sujet=bilans`, 'astro-island:not([ssr]) textarea'],
  ['/financeurs/?theme=sante', 'li[data-item]:visible'],
])('axe sees no fault in %s', async (path, shown) => {
  await forms.visit({}, async (page) => {
    await page.goto(path);
    await page.locator(shown).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
