import type { Page } from 'playwright-core';
import { dialogOf, openCms, openList, deskSays } from '../../support/cms-page.ts';
import type { Walk } from '../studio.ts';

/** An entry in its list. */
const cardOf = (page: Page, title: string) =>
  page.getByRole('button', { name: `Gestes sur ${title}` }).locator('xpath=..');

/** The gestures of the week, by thumb. */
export const gestures: Walk = async ({ editor }, take) => {
  const page = await editor('phone');
  const dialog = dialogOf(page);
  const said = deskSays(page);
  const accept = (name: string) => dialog.getByRole('button', { name, exact: true });
  const aim = async (entry: string | RegExp) => page.getByRole('button', { name: entry }).click();
  const choose = (name: string) => dialog.getByRole('button', { name });
  await openCms(page);

  await openList(page, 'cantines');
  const card = page.getByRole('button', { name: 'Gestes sur Metz' });
  await take(
    'close-card',
    ['Mâcon', 'Metz', 'Montbrison'].map((name) => cardOf(page, name)),
    card,
  );
  await card.click();
  await take('close-choose', dialog, choose('Fermer du… au…'));
  await choose('Fermer du… au…').click();
  await choose('La semaine prochaine').click();
  await take('close-days', dialog, accept('Fermer'));
  await accept('Fermer').click();
  await said.getByText(/Metz.*fermée du/).waitFor();
  await take('close-done', page.locator('#desk'));
  await said.getByRole('button', { name: 'Défaire' }).click();
  await said.getByText('C’est défait').waitFor();

  await page.getByRole('button', { name: 'Gestes', exact: true }).click();
  await dialog.getByLabel(/Que faire/).selectOption('Vérifié aujourd’hui');
  for (const name of ['Annecy', 'Antony', 'Bordeaux']) await dialog.getByRole('checkbox', { name }).click();
  await take('confirm', dialog, accept('Continuer'));
  await page.keyboard.press('Escape');

  await openList(page, 'sessions');
  const session = /^Gestes sur.*Ça mijote, en ligne/;
  await aim(session);
  await take('session-gestures', dialog);
  await choose('Répéter chaque semaine').click();
  await take('session-repeat', dialog, accept('Répéter chaque semaine'));
  await page.keyboard.press('Escape');
  await aim(session);
  await choose('Reporter').click();
  await take('session-postpone', dialog, accept('Reporter'));
  await page.keyboard.press('Escape');

  await openList(page, 'opportunities');
  await aim(/^Gestes sur.*Prix EIG/i);
  await choose('La date est tombée').click();
  await dialog.getByLabel('Clôt le').fill('2027-03-15');
  await dialog.getByLabel('Page où la date est écrite').fill('https://exemple.org/prix/');
  await take('date-fell', dialog, accept('La date est tombée'));
};
