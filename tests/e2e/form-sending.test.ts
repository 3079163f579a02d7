/** A form meets servers that refuse, fail, say nothing to other origins or never answer: what arrives, what is told. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Endpoint } from '#forms/target.ts';
import { axeFaults } from '../support/axe.ts';
import type { Manners } from '../support/form-server.ts';
import { formSite } from '../support/form-site.ts';

const { visit, receiver } = formSite();

async function ask(page: Page): Promise<void> {
  await page.goto('/espace-cantines/question/?sujet=bilans');
  await page.getByRole('textbox', { name: /Que voulez-vous savoir/ }).fill('Un bilan en retard ?');
  await page.getByLabel('Votre cantine').selectOption('metz');
  await page.getByLabel('E-mail de la cantine').fill('cantine@exemple.org');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
}
const told = (page: Page, words: RegExp) => page.getByRole('alert').filter({ hasText: words }).waitFor();
const sent = (page: Page) => page.getByRole('region', { name: /C’est envoyé/ }).waitFor();

const BOTH = ['form', 'json'] as const;

test.each(BOTH)('to an origin that takes our header, the key goes in it too (%s)', async (encoding) => {
  await visit({}, async (page) => {
    const { posts } = receiver(encoding);
    await ask(page);
    await sent(page);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.header).toBe(`"${posts[0]?.key}"`);
  });
});

test.each(BOTH)('to an origin that refuses our header, the answers go once, without it (%s)', async (encoding) => {
  await visit({}, async (page) => {
    const server = receiver(encoding);
    server.manners = 'plain';
    await ask(page);
    await sent(page);
    expect(server.posts.map(({ header }) => header)).toEqual([undefined]);
    expect(server.copies()).toHaveLength(1);
  });
});

// Nothing of an origin that says nothing to others can be read: a plain form reaches it, JSON does not.
test.each<[Endpoint['encoding'], number]>([
  ['form', 1],
  ['json', 0],
])(
  'to an origin that says nothing to others, %s goes at most once, and the doubt is told',
  async (encoding, copies) => {
    await visit({}, async (page) => {
      const server = receiver(encoding);
      server.manners = 'none';
      await ask(page);
      await told(page, /rien ne dit que vos réponses sont arrivées/);
      expect(server.posts).toHaveLength(copies);
    });
  },
);

test.each<Manners>(['open', 'plain'])(
  'a service that breaks receives one copy, and its failure is told (%s)',
  async (manners) => {
    await visit({}, async (page) => {
      const server = receiver('form');
      server.manners = manners;
      server.always = 500;
      await ask(page);
      await told(page, /en panne/);
      expect(server.posts).toHaveLength(1);
    });
  },
);

test('an answer lost on the way is asked for again under the same key, in the header too', async () => {
  await visit({}, async (page) => {
    const server = receiver('form');
    server.moods.push('lose');
    await ask(page);
    await sent(page);
    expect(server.posts).toHaveLength(2);
    expect(new Set(server.posts.map(({ header }) => header)).size).toBe(1);
    expect(server.copies()).toHaveLength(1);
  });
});

test('a service whose answers are always lost receives two copies under one key, and the doubt is told', async () => {
  await visit({}, async (page) => {
    const server = receiver('form');
    server.always = 'lose';
    await ask(page);
    await told(page, /rien ne dit que vos réponses sont arrivées/);
    expect(server.posts).toHaveLength(2);
    expect(server.copies()).toHaveLength(1);
  });
});

test('an address that never answers is told, nothing is lost, and a later repeat says the very same', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    const server = receiver('form');
    server.always = 'hang';
    await ask(page);
    await told(page, /n’a rien répondu en 16\s?secondes/);
    expect(server.posts).toHaveLength(1);
    expect(await axeFaults(page, 'silent')).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'La lettre (.docx)' }).click();
    expect((await downloading).suggestedFilename()).toBe('question-au-reseau.docx');
    server.always = 'take';
    await page.reload();
    expect(await page.getByRole('textbox', { name: /Que voulez-vous savoir/ }).inputValue()).toBe(
      'Un bilan en retard ?',
    );
    await page.getByRole('checkbox', { name: /J’accepte/ }).check();
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await sent(page);
    expect(server.posts).toHaveLength(2);
    expect(server.posts[1]).toEqual(server.posts[0]);
  });
});
