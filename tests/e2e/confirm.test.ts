/** Those who know a cantine say what holds of its fiche: one thing a screen, kept here until it leaves. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readProposal } from '#proposals/read.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { axeFaults } from '../support/axe.ts';
import { formSite } from '../support/form-site.ts';
import type { FormServer } from '../support/form-server.ts';

const { visit, receiver } = formSite();
const PHONE = { viewport: { width: 360, height: 740 } };
const FICHE = '/cantines/lyon-vaise/';

const shown = (page: Page) => page.locator('confirm-facts section:not([hidden])');
const press = (page: Page, name: string | RegExp) => shown(page).getByRole('button', { name }).first().click();

async function open(page: Page, role = 'Je suis de l’équipe'): Promise<void> {
  await page.goto(FICHE);
  await page.getByRole('link', { name: 'Signaler une information' }).first().click();
  await page.getByText('Une minute, une chose à la fois').waitFor();
  await press(page, role);
}

const question = (page: Page): Promise<string | null> => shown(page).getAttribute('data-question');

/** Goes on, by what `answer` does on each question that it knows, else « Je ne sais pas », to the end. @returns the taps */
async function walk(page: Page, answer: (path: string) => Promise<number> | undefined): Promise<number> {
  let taps = 0;
  for (let path = await question(page); path !== null; path = await question(page)) {
    const done = answer(path);
    if (done) taps += await done;
    else {
      await press(page, 'Je ne sais pas');
      taps += 1;
    }
    await page.waitForFunction(
      (before) =>
        document.querySelector('confirm-facts section:not([hidden])')?.getAttribute('data-question') !== before,
      path,
    );
  }
  return taps;
}

/** What the server took, once, as the CMS reads it. */
function taken(server: FormServer): Proposal {
  expect(server.copies()).toHaveLength(1);
  const fields = server.copies()[0]?.fields ?? {};
  const today = new Date().toISOString().slice(0, 10);
  const sent = fields['proposition'];
  const read = readProposal(typeof sent === 'string' ? sent : JSON.stringify(sent), today);
  expect(read.refused).toBeUndefined();
  // The letter opens the same in the CMS.
  const link = /\/admin\/#\/propositions\/[\w-]+/.exec(String(fields['lettre']))?.[0] ?? '';
  expect(readProposal(link, today)).toEqual(read);
  return read.proposal as Proposal;
}

const send = async (page: Page) => {
  await press(page, 'Envoyer');
  await page.getByRole('status').filter({ hasText: 'C’est envoyé' }).waitFor();
};

test.each(['form', 'json'] as const)(
  'a fiche that still holds is confirmed, one tap a question (%s)',
  async (encoding) => {
    await visit(PHONE, async (page) => {
      const server = receiver(encoding);
      await open(page);
      const known = page.locator('[data-question][data-known="true"]');
      const paths = await known.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['question']));
      const taps = await walk(page, (path) =>
        paths.includes(path) ? press(page, 'C’est toujours juste').then(() => 1) : undefined,
      );
      expect(taps).toBe(await page.locator('[data-question]').count());
      await send(page);
      const { by, collection, slug, answers } = taken(server);
      expect({ by, collection, slug }).toEqual({ by: 'team', collection: 'cantines', slug: 'lyon-vaise' });
      expect(Object.keys(answers).filter((path) => answers[path]?.is === 'right')).toEqual(paths);
      expect(Object.values(answers).filter(({ is }) => is === 'unknown')).toHaveLength(taps - paths.length);
      // Sent: nothing is left on the device.
      expect(
        await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('proposition'))),
      ).toEqual([]);
    });
  },
);

test('a week is ticked, an access told by a tap, a number typed: each as its schema stores it', async () => {
  await visit(PHONE, async (page) => {
    const server = receiver();
    await open(page, 'J’y viens manger ou cuisiner');
    const week = async () => {
      await press(page, 'Ça a changé');
      const lunch = shown(page).locator('details').filter({ hasText: 'On mange le midi' });
      await lunch.getByRole('button', { name: 'Du lundi au vendredi' }).click();
      await lunch.getByLabel('De', { exact: true }).fill('12:15');
      const cook = shown(page).locator('details').filter({ hasText: 'On vient cuisiner' });
      await cook.getByText('Mardi').click();
      await press(page, 'C’est noté');
      return 8;
    };
    await walk(page, (path) => {
      if (path === 'openingHours') return week();
      if (path === 'accessibility.stepFree') return press(page, 'Oui').then(() => 1);
      if (path === 'capacity.seats')
        return shown(page)
          .getByRole('textbox')
          .first()
          .fill('24')
          .then(() => press(page, 'Continuer'))
          .then(() => 2);
      return undefined;
    });
    await shown(page).getByText('Places à table : 24').waitFor();
    await send(page);
    const { by, answers } = taken(server);
    expect(by).toBe('guest');
    expect(answers['accessibility.stepFree']).toMatchObject({ is: 'changed', to: 'yes' });
    expect(answers['capacity.seats']).toMatchObject({ is: 'changed', to: 24 });
    const lunch = (day: string) => ({ day, kind: 'meal', service: 'lunch', opens: '12:15' });
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    const told = answers['openingHours'];
    expect(told && 'to' in told ? (told.to as { slots: unknown[] }).slots : []).toEqual(
      expect.arrayContaining([...days.map(lunch), expect.objectContaining({ day: 'tuesday', kind: 'cook' })]),
    );
    expect(JSON.stringify(told)).not.toContain('note');
  });
});

test('a value that cannot be is told under its field, and nothing is lost', async () => {
  await visit(PHONE, async (page) => {
    await page.goto(`${FICHE}confirmer/#q-capacity-seats`);
    const field = shown(page).getByRole('textbox').first();
    await field.fill('beaucoup');
    await press(page, 'Continuer');
    await shown(page).locator('.fault').filter({ hasText: 'nombre' }).waitFor();
    expect(await field.inputValue()).toBe('beaucoup');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await question(page)).toBe('capacity.seats');
  });
});

test('a page that is left and opened again goes on where one was; « back » is the browser’s', async () => {
  await visit(PHONE, async (page) => {
    receiver();
    await open(page);
    await press(page, 'C’est toujours juste');
    const second = await question(page);
    await page.reload();
    expect(await question(page)).toBe(second);
    await page.goBack();
    await page.locator('[data-question="status"]').waitFor();
    await page.getByRole('button', { name: 'M’arrêter là' }).click();
    await shown(page).getByRole('heading', { name: 'Vous confirmez' }).waitFor();
    await press(page, 'Revoir : État');
    expect(await question(page)).toBe('status');
  });
});

test('without network from its opening on, all is answered and kept, then sent once', async () => {
  await visit(PHONE, async (page) => {
    const server = receiver();
    await open(page);
    await page.context().setOffline(true);
    await walk(page, (path) => (path === 'status' ? press(page, 'C’est toujours juste').then(() => 1) : undefined));
    await press(page, 'Envoyer');
    await page.getByRole('status').filter({ hasText: 'Le réseau ne répond pas' }).waitFor();
    await page.context().setOffline(false);
    await send(page);
    expect(taken(server).answers['status']).toMatchObject({ is: 'right' });
  });
});

test('other words are for the network, and go beside', async () => {
  await visit(PHONE, async (page) => {
    const server = receiver();
    await open(page);
    await press(page, 'Autre réponse');
    await shown(page).getByLabel('Avec vos mots').fill('Ouverte, mais dans une autre salle.');
    await press(page, 'C’est dit');
    await walk(page, () => undefined);
    await send(page);
    expect(taken(server).answers['status']).toMatchObject({ is: 'other', says: 'Ouverte, mais dans une autre salle.' });
  });
});

test('each screen is for everybody, by the keyboard too', async () => {
  await visit(PHONE, async (page) => {
    receiver();
    await open(page);
    for (let path = await question(page); path !== null; path = await question(page)) {
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      expect(await axeFaults(page, path)).toEqual([]);
      const change = shown(page).getByRole('button', { name: 'Ça a changé' });
      if (await change.isVisible()) {
        await change.press('Enter');
        expect(await axeFaults(page, `${path}, changed`)).toEqual([]);
      }
      await shown(page).getByRole('button', { name: 'Je ne sais pas' }).press('Enter');
    }
    expect(await axeFaults(page, 'the end')).toEqual([]);
  });
});
