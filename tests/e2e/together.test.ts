/** A cantine answers a call with others, and asks those that had it for a second reading. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeFor } from '#funding/together/links.ts';
import { axeFaults } from '../support/axe.ts';
import { troubles } from '../support/built-site.ts';
import { fieldOf, openForm, publish } from '../support/cms-page.ts';
import { formSite } from '../support/form-site.ts';
import { builtCms } from '../support/opened-cms.ts';

const forms = formSite();
const cms = builtCms();
const CALL = '/financements/exemple-repondre-ensemble/';
const HELPED = '/financements/exemple-tables-ouvertes/';
const LIST = '/financements/ensemble/';
const OPEN = '/financements/ensemble/ouvrir/';
const THREE = '/financements/ensemble/exemple-trois-tables-un-budget/';
const TWO = '/financements/ensemble/exemple-deux-cuisines/';

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  forms.visit(options, async (page) => {
    const found = troubles(page);
    await run(page);
    expect(found).toEqual([]);
  });

/** Goes by the keyboard to a link or a button of that name, and stops there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const held = () => page.evaluate(() => document.activeElement?.textContent.trim().replace(/\s+/g, ' '));
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    if ((await held()) === name) return;
  }
  throw new Error(`The keyboard does not reach « ${name} ».`);
}

const words = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

test('by the keyboard: from a call to a joint answer, opened by a form that is sent', async () => {
  await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
    const server = forms.receiver();
    await page.goto(CALL);
    expect(await page.getByRole('heading', { name: 'Qui répond avec nous' }).isVisible()).toBe(true);
    expect(await page.getByText('Cet appel demande une réponse à plusieurs').isVisible()).toBe(true);
    await tabTo(page, 'Ouvrir une réponse commune');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(OPEN));
    const call = page.getByLabel('Le financement');
    await expect.poll(() => call.inputValue()).toMatch(/^Répondre ensemble \(.*exemple-repondre-ensemble\/\)$/);
    await page.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter');
    expect(await page.getByRole('link', { name: /Choisissez votre cantine/ }).count()).toBeGreaterThan(0);
    expect(server.received).toHaveLength(0);
    await page.getByLabel('Votre cantine').selectOption('metz');
    await page.getByLabel('Ce que nous ferions ensemble').fill('Un repas de plus par semaine, dans trois villes.');
    await page.getByLabel('E-mail de la cantine').fill('cantine@exemple.org');
    await page.getByRole('checkbox', { name: /J’accepte/ }).press('Space');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter');
    await page.getByText(/C’est envoyé/).waitFor();
    expect(server.copies().map(({ fields }) => fields)).toMatchObject([
      {
        formulaire: 'reponse-commune',
        email: 'cantine@exemple.org',
        reponses: { texts: { cantine: 'metz', idee: 'Un repas de plus par semaine, dans trois villes.' } },
      },
    ]);
  });
});

describe('a joint answer', () => {
  test('is reached from its call, says who is sought and what is to be taken, and may be joined', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(new Date('2027-11-13T10:00:00+01:00'));
      await page.goto(CALL);
      await tabTo(page, 'Trois tables, un budget');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(THREE));
      expect(await words(page, 'joint-chip')).toEqual(['À rejoindre avant le 25 novembre 2027, encore 12 jours']);
      expect(await page.getByText('Cherche encore 3 cantines').isVisible()).toBe(true);
      expect(await page.getByText('à prendre').count()).toBe(2);
      expect(await page.getByText('À déposer avant le').textContent()).toMatch(/17.décembre.2027/);
      // The settings of this site name no address: the question to the network is begun instead.
      await tabTo(page, 'Répondre avec elles');
      await page.keyboard.press('Enter');
      const question = page.getByRole('textbox', { name: /Que voulez-vous savoir/ });
      await expect.poll(() => question.inputValue()).toContain('Trois tables, un budget');
    });
  });

  test('on the day after, can no longer be joined, and one may still write', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(new Date('2027-11-26T10:00:00+01:00'));
      await page.goto(THREE);
      expect(await words(page, 'joint-chip')).toEqual(['On pouvait la rejoindre jusqu’au 25 novembre 2027']);
      expect(await words(page, 'joint-join')).toEqual(['Nous joindre']);
    });
  });

  test('has a shared address to write to, and its days in a file until the last of them', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(new Date('2027-11-13T10:00:00+01:00'));
      await page.goto(TWO);
      expect(await page.getByRole('link', { name: 'Nous joindre' }).getAttribute('href')).toMatch(
        /^mailto:cantine\.ensemble@exemple\.org\?subject=/,
      );
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Ajouter à mon agenda' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('exemple-deux-cuisines.ics');
      await page.clock.setFixedTime(new Date('2027-11-16T10:00:00+01:00'));
      await page.reload();
      expect(await page.getByRole('link', { name: 'Ajouter à mon agenda' }).isVisible()).toBe(false);
    });
  });
});

test('the list begins with what can be joined, and puts the past apart', async () => {
  await visit({}, async (page) => {
    await page.clock.setFixedTime(new Date('2027-11-13T10:00:00+01:00'));
    await page.goto(LIST);
    expect(await words(page, 'joint-list > ul h2')).toEqual([
      'Trois tables, un budget Exemple',
      'Deux cuisines, une réponse Exemple',
    ]);
    expect(await page.locator('.past').isVisible()).toBe(false);
    await page.clock.setFixedTime(new Date('2028-01-10T10:00:00+01:00'));
    await page.reload();
    expect(await page.getByText('Aucune n’est en cours aujourd’hui').isVisible()).toBe(true);
    expect(await page.locator('.past').getByRole('listitem').count()).toBe(2);
  });
});

test('the list of the watch, and a followed card, say that cantines answer together', async () => {
  await visit({}, async (page) => {
    await page.goto('/financements/?ensemble=oui');
    const row = page.locator('.answer .opportunity[data-slug="exemple-tables-ouvertes"]');
    expect(await row.textContent()).toContain('2\u00a0cantines répondent ensemble');
    await page.goto('/financements/suivi/?suivre=exemple-tables-ouvertes');
    await page.getByRole('link', { name: /2.cantines répondent ensemble/ }).click();
    await page.waitForURL(/\/financements\/exemple-tables-ouvertes\/#qui-repond$/);
  });
});

test('a cantine that said yes is written to for a second reading; the others are named, and the network asks', async () => {
  await visit({}, async (page) => {
    await page.goto(HELPED);
    const panel = page.locator('.panel', { has: page.getByRole('heading', { name: 'Elles ont déjà été soutenues' }) });
    expect((await words(page, '.supported > li')).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'Exemple ouverte',
      'Exemple en',
      'Exemple fermée',
    ]);
    const asks = panel.getByRole('link', { name: /Demander une relecture/ });
    expect(await asks.count()).toBe(1);
    const mail = new URL((await asks.getAttribute('href')) ?? '');
    expect(mail.pathname).toBe('bonjour@exemple.org');
    expect(mail.searchParams.get('body')).toContain('nous relirons volontiers');
    await panel.getByRole('link', { name: 'demandez-lui' }).press('Enter');
    const question = page.getByRole('textbox', { name: /Que voulez-vous savoir/ });
    await expect.poll(() => question.inputValue()).toContain('Qui peut nous relire');
    await page.goto(HELPED);
    await page.getByRole('link', { name: 'Comment marche l’entraide' }).press('Enter');
    await page.waitForURL(/\/espace-cantines\/#entraide$/);
    expect(await page.getByRole('heading', { name: 'L’entraide pour les financements' }).isVisible()).toBe(true);
  });
});

test('without JavaScript, everything is told but what today makes of it', async () => {
  await forms.visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(LIST);
    expect(await words(page, 'joint-chip')).toEqual([
      'Au complet, en préparation',
      'À rejoindre avant le 25 novembre 2027',
    ]);
    await page.goto(OPEN);
    expect(await page.getByText('Ce que nous ferions ensemble').isVisible()).toBe(true);
  });
});

test.each([LIST, THREE, TWO, OPEN, HELPED, '/financements/cantine/exemple-ouverte/'])(
  'axe has nothing against %s',
  async (path) => {
    for (const width of [360, 1280]) {
      await visit({ viewport: { width, height: 740 } }, async (page) => {
        await page.goto(path);
        await page.locator('main').waitFor();
        expect(await axeFaults(page, path)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      });
    }
  },
);

test('an editor’s link begins the entry with its call, and what would name somebody is refused', async () => {
  const page = await cms.newPage();
  const link = writeFor({ slug: 'exemple-tables-ouvertes', title: 'Tables ouvertes' });
  await openForm(page, link.replace('/admin/#/collections/', ''));
  expect(await fieldOf(page, 'title').inputValue()).toBe('Répondre ensemble : Tables ouvertes');
  await page.getByText('Tables ouvertes', { exact: true }).first().waitFor();
  await fieldOf(page, 'summary').fill('Écrire à Mme Durand, 06 12 34 56 78.');
  await publish(page);
  await page
    .getByText(/nommez plutôt la cantine/)
    .first()
    .waitFor();
  await fieldOf(page, 'summary').fill('Trois cantines, un budget.');
  await publish(page);
  const file = join(cms.content(), 'joint-answers/repondre-ensemble-tables-ouvertes.md');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('opportunity: exemple-tables-ouvertes');
  await page.close();
});
