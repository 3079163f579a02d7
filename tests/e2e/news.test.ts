/** A cantine that sees the date of a call says it from its page, with the page that announces it. */
import { expect, test } from 'vitest';
import { readProposal } from '#proposals/read.ts';
import { axeFaults } from '../support/axe.ts';
import { formSite } from '../support/form-site.ts';
import { networkEntries } from '../support/network.ts';

const { visit, receiver } = formSite();
const PHONE = { viewport: { width: 360, height: 740 } };
const [call] = networkEntries('opportunities');

test('« la date est tombée »: nothing leaves without its source, then it leaves once, whole', async () => {
  await visit(PHONE, async (page) => {
    const server = receiver();
    await page.goto(`/financements/${call?.id ?? ''}/`);
    await page.getByRole('link', { name: 'La date est tombée' }).click();
    await page.getByLabel('Clôt le').fill('2027-02-15');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('Collez l’adresse de la page qui le dit').waitFor();
    expect(await axeFaults(page, 'what is missing')).toEqual([]);
    expect(server.posts).toHaveLength(0);
    await page.getByLabel('Où est-ce écrit').fill('https://exemple.org/appel-2027');
    await page.getByText('Je suis d’une cantine').click();
    await page.getByRole('button', { name: 'Envoyer' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'C’est envoyé' }).waitFor();
    const { fields = {} } = server.copies()[0] ?? {};
    const { proposal } = readProposal(JSON.stringify(fields['proposition']), new Date().toISOString().slice(0, 10));
    expect(proposal).toMatchObject({
      collection: 'opportunities',
      slug: call?.id,
      by: 'team',
      source: 'https://exemple.org/appel-2027',
      answers: { windows: { is: 'added', to: { closesOn: '2027-02-15' } } },
    });
    expect(String(fields['lettre'])).toMatch(
      /nouveau\u00a0:\s+– Clôt le\u00a0: 15\/02\/2027\s+C’est écrit ici\u00a0: https:\/\/exemple\.org/,
    );
  });
});

test('a session is proposed by its cantine: what contradicts itself is said before it leaves', async () => {
  await visit(PHONE, async (page) => {
    const server = receiver();
    await page.goto('/sessions/');
    await page.getByRole('link', { name: 'Proposez-la' }).click();
    await page.getByLabel('Titre').fill('Portes ouvertes');
    await page.getByLabel('Résumé').fill('On cuisine ensemble, puis on mange.');
    await page.getByText('Portes ouvertes', { exact: true }).click();
    await page.getByLabel('Début').fill('2027-01-12T18:30');
    await page.getByLabel('Fin').fill('2027-01-12T18:00');
    await page.getByText('Sur place', { exact: true }).click();
    await page.getByLabel('Dans la cantine').selectOption({ label: 'Lyon Vaise' });
    await page.getByText('Je suis de l’équipe').click();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByRole('status').filter({ hasText: 'Corrigez l’heure de fin' }).waitFor();
    expect(server.posts).toHaveLength(0);
    await page.getByLabel('Fin').fill('2027-01-12T20:00');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByRole('status').filter({ hasText: 'C’est envoyé' }).waitFor();
    const { fields = {} } = server.copies()[0] ?? {};
    const { proposal } = readProposal(JSON.stringify(fields['proposition']), new Date().toISOString().slice(0, 10));
    expect(proposal).toMatchObject({ collection: 'sessions', by: 'team' });
    expect(proposal?.slug).toBeUndefined();
    expect(proposal?.answers['cantine']).toMatchObject({ is: 'changed', to: 'lyon-vaise' });
  });
});
