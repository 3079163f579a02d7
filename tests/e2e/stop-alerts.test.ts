/** Who receives the e-mails of the watch asks to stop them, from the link at their end. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stopLink } from '#funding/alerts/stop-link.ts';
import { axeFaults } from '../support/axe.ts';
import { formSite } from '../support/form-site.ts';

const { visit, receiver } = formSite();
const LINK = stopLink('', { code: '0123456789abcdef0123456789abcdef', name: 'Lyon Vaise & Cie' });

const press = async (page: Page) => {
  await page.goto(LINK);
  await page.getByText('ne seront plus envoyés pour Lyon Vaise & Cie').waitFor();
  await page.getByRole('button', { name: 'Demander l’arrêt' }).press('Enter');
};

test.each(['form', 'json'] as const)('one button asks, and what arrives says who (%s)', async (encoding) => {
  await visit({}, async (page) => {
    const { posts } = receiver(encoding);
    await press(page);
    await page.locator('[data-part="sent"]').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(posts).toHaveLength(1);
    const letter = String(posts[0]?.fields['lettre']);
    expect(letter).toContain('Lyon Vaise & Cie');
    expect(letter).toContain('0123456789abcdef0123456789abcdef');
    expect(posts[0]?.fields['formulaire']).toBe('arret-alertes');
    const reference = await page.locator('[data-reference]').textContent();
    expect(letter).toContain(reference);
  });
});

test('a service that breaks is told, and asked again under the same reference', async () => {
  await visit({}, async (page) => {
    const server = receiver('form');
    server.moods.push(500);
    await press(page);
    await page.getByRole('status').filter({ hasText: 'en panne' }).waitFor();
    await page.getByRole('button', { name: 'Demander l’arrêt' }).click();
    await page.locator('[data-part="sent"]').waitFor();
    expect(server.posts).toHaveLength(2);
    expect(server.copies()).toHaveLength(1);
  });
});

test('a service that never answers is given up, and told', async () => {
  await visit({}, async (page) => {
    receiver('form').always = 'hang';
    await press(page);
    await page.getByRole('status').filter({ hasText: 'n’a rien répondu' }).waitFor();
  });
});

test('a link that was cut says what to do, and a site without a form address says to write', async () => {
  await visit({}, async (page) => {
    receiver('form');
    await page.goto(LINK.slice(0, LINK.indexOf('&')));
    await page.getByText('Cette adresse n’est pas entière').waitFor();
    expect(await page.getByRole('button', { name: 'Demander l’arrêt' }).isVisible()).toBe(false);
  });
  await visit({}, async (page) => {
    await page.goto(LINK);
    await page.getByText('Cela se demande par e-mail.').waitFor();
    expect(await page.getByRole('button', { name: 'Demander l’arrêt' }).isVisible()).toBe(false);
  });
});
