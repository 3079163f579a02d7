import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { encoded, PROPOSAL_FRAGMENT } from '#proposals/link.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { dialogOf, openCms, openList, deskSays } from '../../support/cms-page.ts';
import { changed, proposalOn, right } from '../../support/proposals.ts';
import type { Walk } from '../studio.ts';

/** An entry in its list. */
const cardOf = (page: Page, title: string) =>
  page.getByRole('button', { name: `Gestes sur ${title}` }).locator('xpath=..');

/** What the team of Metz says of its entry, under a reference that stays. */
async function proposed(content: string): Promise<Proposal> {
  const [, frontMatter = ''] = (await readFile(join(content, 'cantines/metz.md'), 'utf8')).split('---\n');
  const on = { collection: 'cantines', slug: 'metz', data: parse(frontMatter) as unknown } as const;
  const answers = { status: right(on, 'status'), dietsNote: changed(on, 'dietsNote', 'Toujours un plat sans viande.') };
  return proposalOn(on, '2026-11-23', answers, { id: '1a2b3c4d'.repeat(4) });
}

/** The gestures of the week, by thumb. */
export const gestures: Walk = async ({ cms, editor }, take) => {
  const page = await editor('phone');
  const dialog = dialogOf(page);
  const said = deskSays(page);
  const accept = (name: string) => dialog.getByRole('button', { name, exact: true });
  const aim = async (entry: string | RegExp) => page.getByRole('button', { name: entry }).click();
  const choose = (name: string | RegExp) => dialog.getByRole('button', { name });
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
  await page.keyboard.press('Escape');

  await page.goto(`/admin/${PROPOSAL_FRAGMENT}${encoded(JSON.stringify(await proposed(cms.content)))}`);
  const taken = choose(/^Accepter les/);
  await take('proposal', dialog, taken);
};
