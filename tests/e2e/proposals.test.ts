/** What those who know propose, from their link or their e-mail to the entry that is written. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayInFrance } from '#domain/days.ts';
import { PROPOSAL_FRAGMENT } from '#proposals/link.ts';
import type { Proposal } from '#proposals/proposal.ts';
import type { CollectionName } from '#schemas/index.ts';
import { axeFaults } from '../support/axe.ts';
import { deskSays, dialogOf, fieldOf, openCms } from '../support/cms-page.ts';
import { answersIn } from '#admin/versions/file.ts';
import { builtCms } from '../support/opened-cms.ts';
import { added, allRight, changed, linkOf, other, proposalOn } from '../support/proposals.ts';

const TODAY = dayInFrance(new Date());
const cms = builtCms();
let page: Page;
const pageErrors: string[] = [];

const path = (name: string) => join(cms.content(), `${name}.md`);
const fiche = (name: string) => readFile(path(name), 'utf8');
const on = async (slug: string, collection: CollectionName = 'cantines') => {
  const { body: _body, ...data } = answersIn(await fiche(`${collection}/${slug}`));
  return { collection, slug, data };
};
/** Every fact confirmed, with the answers of `more`. */
const rightOn = async (slug: string, more: Proposal['answers'] = {}, told: Partial<Proposal> = {}) => {
  const place = await on(slug);
  return proposalOn(place, TODAY, { ...allRight(place, TODAY), ...more }, told);
};

/** The part of a link that a page of this CMS opens. */
const hashOf = (proposal: Proposal) => linkOf(proposal).slice(linkOf(proposal).indexOf(PROPOSAL_FRAGMENT));
const open = (proposal: Proposal, at = page) => at.goto(`/admin/${hashOf(proposal)}`);
const dialog = () => dialogOf(page);
const button = (name: string | RegExp) => dialog().getByRole('button', { name });
const proposals = () => page.getByRole('button', { name: /^Propositions/ });
const told = (words: RegExp) => deskSays(page).getByText(words).waitFor();

async function newPage(): Promise<Page> {
  const made = await cms.newPage();
  made.on('pageerror', (error) => pageErrors.push(error.message));
  return made;
}

beforeEach(async () => {
  page = await newPage();
  await openCms(page);
});
afterEach(async () => {
  await page.context().close();
  expect(pageErrors.splice(0)).toEqual([]);
  expect(await cms.refused()).toEqual([]);
});

test('on a phone, from its link to the save: one gesture, and it can be undone', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const before = await fiche('cantines/annecy');
  const place = await on('annecy');
  const proposal = await rightOn('annecy', { dietsNote: changed(place, 'dietsNote', 'Toujours un plat sans viande.') });
  await open(proposal);
  await button(/^Accepter les \d+/).waitFor();
  await expect.poll(() => button(/^Accepter les/).evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axeFaults(page, 'proposal', '.cms-dialog')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(new URL(page.url()).hash).not.toContain('propositions');
  await page.keyboard.press('Enter');
  await told(/Annecy.*réponses acceptées/);
  const data = answersIn(await fiche('cantines/annecy'));
  expect(data).toMatchObject({ dietsNote: 'Toujours un plat sans viande.', verifiedOn: TODAY, statusAsOf: TODAY });
  await deskSays(page).getByRole('button', { name: 'Défaire' }).click();
  await told(/C’est défait/);
  expect(await fiche('cantines/annecy')).toBe(before);
  await page.getByRole('button', { name: 'Propositions (1)' }).waitFor();
});

test('before anybody is logged in, it waits; after, it is shown', async () => {
  const proposal = await rightOn('metz');
  const before = await fiche('cantines/metz');
  const door = await newPage();
  await door.goto(`/admin/${hashOf(proposal)}`);
  await deskSays(door)
    .getByText(/vous attend/)
    .waitFor();
  expect(new URL(door.url()).hash).not.toContain('propositions');
  await door.getByRole('button', { name: 'Se connecter' }).click();
  await dialogOf(door)
    .getByRole('button', { name: /^Accepter/ })
    .waitFor();
  expect(await fiche('cantines/metz')).toBe(before);
  await door.context().close();
});

test('it waits through a reload, and is there once', async () => {
  const proposal = await rightOn('metz');
  await open(proposal);
  await button('Plus tard').click();
  await page.reload();
  await page.getByRole('button', { name: 'Propositions (1)' }).waitFor();
  await open(proposal);
  await button('Plus tard').click();
  await page.getByRole('button', { name: 'Propositions (1)' }).click();
  await button('Metz').click();
  await button(/^Accepter les/).waitFor();
});

test('some is taken, the rest is not: what changed since is shown, and left unless it is ticked', async () => {
  const place = await on('exemple-ouverte');
  const proposal = await rightOn('exemple-ouverte', {
    contacts: changed(place, 'contacts', { telephone: '04 00 00 00 02', email: 'jeanne.martin@exemple.org' }),
    price: changed(place, 'price', { costPrice: 11 }),
  });
  const raw = await fiche('cantines/exemple-ouverte');
  await writeFile(path('cantines/exemple-ouverte'), raw.replace('costPrice: 9', 'costPrice: 10'));
  await open(proposal);
  await dialog().getByText('La fiche a changé depuis cette réponse').waitFor();
  expect(
    await dialog()
      .getByLabel(/Prix de revient/)
      .isChecked(),
  ).toBe(false);
  expect(
    await dialog()
      .getByLabel(/› E-mail/)
      .isChecked(),
  ).toBe(false);
  await dialog().getByText('celle d’une personne').waitFor();
  await dialog()
    .getByLabel(/^Adresse/)
    .uncheck();
  await button(/^Accepter \d+ réponses sur \d+/).click();
  await told(/Exemple ouverte.*réponses acceptées/);
  const data = answersIn(await fiche('cantines/exemple-ouverte'));
  expect(data).toMatchObject({
    price: { costPrice: 10 },
    contacts: { telephone: '04 00 00 00 02', email: 'bonjour@exemple.org' },
  });
  const facts = (data as { confirmations: { fact: string }[] }).confirmations.map(({ fact }) => fact);
  expect(facts).toContain('openingHours');
  for (const fact of ['address', 'price', 'contacts']) expect(facts).not.toContain(fact);
  expect(data).not.toHaveProperty('verifiedOn');
});

test('messages and files are opened together; each is told, the same are one, all is accepted at once', async () => {
  const [bordeaux, roanne] = [await rightOn('bordeaux'), await rightOn('roanne')];
  const again = { ...bordeaux, id: 'f'.repeat(32) };
  const text = `Bonjour,\r\n\r\nOuvrir dans la rédaction :\r\n${linkOf(roanne)}\r\n`;
  const mail = `From: site@exemple.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}`;
  await proposals().click();
  expect(await axeFaults(page, 'list', '.cms-dialog')).toEqual([]);
  const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await dialog()
    .getByLabel(/ouvrir des fichiers/)
    .setInputFiles([
      file('bordeaux.json', JSON.stringify(bordeaux)),
      file('encore.json', JSON.stringify(again)),
      file('roanne.eml', mail),
      file('photo.json', '\u0000'),
      file('coupe.txt', linkOf(roanne).slice(0, -30)),
      file('gros.eml', 'x'.repeat(5_000_000)),
    ]);
  const report = dialog().getByRole('status');
  await report.getByText(/bordeaux\.json.*ajoutée/).waitFor();
  for (const words of [/encore\.json.*dite 2 fois/, /roanne\.eml.*ajoutée/, /photo\.json.*n’est pas du texte/])
    await report.getByText(words).waitFor();
  for (const words of [/coupe\.txt.*coupé/, /gros\.eml.*5,0\sMo/]) await report.getByText(words).waitFor();
  await dialog().getByText('Dite deux fois').waitFor();
  expect(await axeFaults(page, 'reports', '.cms-dialog')).toEqual([]);
  await button('Tout accepter (2 fiches)').click();
  await told(/2\sfiches.*tout est accepté/);
  for (const slug of ['bordeaux', 'roanne']) {
    const data = answersIn(await fiche(`cantines/${slug}`));
    expect(data).toMatchObject({ verifiedOn: TODAY });
  }
  // What was accepted here is told so, and found there by whoever reads it again.
  await open(bordeaux);
  await dialog()
    .getByText(/déjà acceptée ici/)
    .waitFor();
  await button('La relire quand même').click();
  await button('Ranger').waitFor();
});

test('by keyboard: pasted, refused, taken back, accepted', async () => {
  const proposal = await rightOn('oullins');
  await proposals().focus();
  await page.keyboard.press('Enter');
  const text = dialog().getByLabel(/Coller un lien/);
  await text.waitFor();
  expect(await text.evaluate((one) => one === document.activeElement)).toBe(true);
  await text.fill(
    `> Ouvrir : ${linkOf(proposal)
      .match(/.{1,70}/g)
      ?.join('\n> ')}\n> Merci`,
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await button(/^Accepter les/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog()
    .getByText(/proposition refusée/)
    .waitFor();
  await button('Reprendre').press('Enter');
  await button(/^Accepter les/).waitFor();
  await page.keyboard.press('Enter');
  await told(/Oullins.*acceptées/);
  expect(answersIn(await fiche('cantines/oullins'))).toMatchObject({ verifiedOn: TODAY });
});

test.each<[string, (proposal: Proposal) => object, RegExp]>([
  [
    'a field that only editors write',
    (each) => ({ ...each, answers: { draft: { is: 'changed', was: '', to: true } } }),
    /ne se propose pas/,
  ],
  [
    'a script',
    (each) => ({
      ...each,
      answers: { dietsNote: { is: 'changed', was: '', to: '<img src=x onerror=document.title=1>' } },
    }),
    /contient du code/,
  ],
  ['another shape', () => ({ type: 'proposition', version: 1 }), /n’a pas la forme/],
  ['a later version', (each) => ({ ...each, version: 2 }), /version plus récente/],
])('%s is refused in words, and nothing waits', async (_, twisted, words) => {
  const before = await fiche('cantines/macon');
  const hostile = twisted(await rightOn('macon')) as Proposal;
  await open(hostile);
  await dialog().getByText(words).waitFor();
  await button('Fermer').click();
  expect(await proposals().textContent()).toBe('Propositions');
  expect(await fiche('cantines/macon')).toBe(before);
});

test('a link that was cut, and an entry that is gone, are told', async () => {
  await page.goto(`/admin/${hashOf(await rightOn('macon')).slice(0, -30)}`);
  await dialog()
    .getByText(/le lien est coupé/)
    .waitFor();
  await button('Fermer').click();
  await open({ ...(await rightOn('macon')), slug: 'nulle-part' });
  await dialog()
    .getByText(/n’est plus sur le site/)
    .waitFor();
  await button('Refuser').click();
  await page.getByRole('button', { name: 'Propositions', exact: true }).waitFor();
});

test('what no field holds waits for the hand of an editor, once the rest is accepted', async () => {
  const place = await on('croix');
  await open(await rightOn('croix', { diets: other(place, 'diets', 'Le jeudi, on mange froid.') }));
  await dialog().getByText('Le jeudi, on mange froid.').waitFor();
  await button(/^Accepter/).click();
  await told(/Croix.*acceptée/);
  await dialog().getByText('Le jeudi, on mange froid.').waitFor();
  await button('C’est traité').click();
  await dialog().waitFor({ state: 'detached' });
  expect(await fiche('cantines/croix')).not.toContain('froid');
});

test('an entry that is being written is not changed under the hands of its editor', async () => {
  const proposal = await rightOn('grenoble');
  const before = await fiche('cantines/grenoble');
  await page.goto('/admin/#/collections/cantines/entries/grenoble');
  await fieldOf(page, 'summary').fill('Un résumé en cours.');
  await open(proposal);
  await button(/^Accepter/).click();
  await dialog().getByRole('alert').getByText('votre texte n’est pas enregistré').waitFor();
  await button('Plus tard').click();
  // The form is where it was.
  expect(await fieldOf(page, 'summary').inputValue()).toBe('Un résumé en cours.');
  expect(await fiche('cantines/grenoble')).toBe(before);
  page.once('dialog', (leave) => void leave.accept());
});

test('a date of a funder is read at its source first, then stands beside the others', async () => {
  const place = await on('exemple-tables-ouvertes', 'opportunities');
  const answers = { windows: added(place, 'windows', { opensOn: '2028-10-01', closesOn: '2028-12-01' }) };
  await open(proposalOn(place, TODAY, answers, { by: 'guest', source: 'https://exemple.org/appel-2028' }));
  const link = dialog().getByRole('link', { name: 'https://exemple.org/appel-2028' });
  await link.waitFor();
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axeFaults(page, 'date', '.cms-dialog')).toEqual([]);
  await button('Accepter la réponse').click();
  await told(/1\sréponse acceptée/);
  const text = await fiche('opportunities/exemple-tables-ouvertes');
  expect(text).toContain('https://exemple.org/appel-2028');
  expect(text).toMatch(/closesOn: 2028-12-01/);
});

test('a session is shown whole, and published under its own name', async () => {
  const answers = Object.entries({
    title: 'Portes ouvertes',
    summary: 'On pousse la porte, on goûte, on repart avec une recette.',
    kind: 'portes-ouvertes',
    startsAt: '2028-03-12T18:30',
    endsAt: '2028-03-12T20:30',
    attendance: 'onSite',
    cantine: 'annecy',
  }).map(([name, to]) => [name, { is: 'changed', was: '', to }] as const);
  await open(proposalOn({ collection: 'sessions', data: undefined }, TODAY, Object.fromEntries(answers)));
  await dialog().getByText('Annecy').waitFor();
  expect(await axeFaults(page, 'session', '.cms-dialog')).toEqual([]);
  await button('Publier la session').press('Enter');
  await told(/Portes ouvertes.*publiée/);
  expect(await fiche('sessions/2028-03-portes-ouvertes')).toContain('cantine: annecy');
});
