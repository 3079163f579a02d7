/** Whatever the address says, and whatever a browser kept, a page stands. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();

const HASHES = ['#%', '#%E0%A4%A', '#%00', '#"]', '#__proto__', '#constructor', `#${'a'.repeat(2000)}`];
const QUESTIONS = [
  '?q=%ff&lieu=%&region=%E0%A4%A',
  '?q=__proto__&lieu=constructor&suivre=constructor&sujet=__proto__&type=toString&cantine=__proto__',
  `?q=${'%22%5D'.repeat(300)}&lieu=${'9'.repeat(500)}&mois=99999999-99`,
];

const PAGES = [
  '/',
  '/cantines/',
  '/sessions/',
  '/financements/',
  '/financements/suivi/',
  '/financeurs/',
  '/espace-cantines/',
  '/espace-cantines/question/',
  '/ouvrir-une-cantine/',
  '/ouvrir-une-cantine/fiche-projet/',
  '/recherche/',
  '/embed/cantines/',
];

describe('an address that no link has', () => {
  test.each(PAGES)('%s', async (path) => {
    await open({}, async (page) => {
      const found = troubles(page);
      for (const question of ['#%', ...QUESTIONS]) await page.goto(path + question, { waitUntil: 'networkidle' });
      for (const hash of HASHES) await page.evaluate((name) => (location.hash = name), hash);
      expect(found).toEqual([]);
    });
  });
});

/** Where the site keeps something, and what is there when it is read. */
const KEPT: readonly (readonly [path: string, key: string, seen: string])[] = [
  ['/financements/suivi/', 'suivi-financements', '.follow-up'],
  ['/financements/', 'ma-cantine', 'opportunity-finder'],
  ['/financements/exemple-tables-ouvertes/', 'pieces-exemple-tables-ouvertes', 'h1'],
  ['/ouvrir-une-cantine/fiche-projet/', 'brouillon-fiche-projet', '#personne-1-nom'],
  ['/espace-cantines/question/', 'brouillon-question-au-reseau', '#question-question'],
];

const garbage = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom('[1]', '[null]', '{}', '[{"id":"a"}]', '"', 'null', '__proto__', '{"version":1,"answers":null}'),
  fc.constantFrom(
    '[{"id":"a","cells":{"title":{"value":1,"at":1,"by":"x"}},"notes":[{}]}]',
    '{"version":2,"people":[{}]}',
  ),
);

describe('anything kept under our names', () => {
  test.each(KEPT)('%s (%s)', async (path, key, seen) => {
    await open({}, async (page) => {
      const found = troubles(page);
      await page.goto('/hors-ligne/');
      await fc.assert(
        fc.asyncProperty(garbage, async (text) => {
          await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, text] as const);
          await page.goto(path);
          await page.locator(seen).first().waitFor();
          expect(found).toEqual([]);
          await page.goto('/hors-ligne/');
        }),
        { numRuns: 12 },
      );
    });
  });
});

const BOARD = '/financements/suivi/';
const WHOLE = {
  id: 'libre-un',
  cells: { title: { value: 'Un appel entier', at: 1, by: 'moi' }, addedAt: { value: 1, at: 1, by: 'moi' } },
  notes: [],
};

/** Puts records in the store of the board, as an older page or an extension may have. */
const leave = (page: Page, records: readonly object[]) =>
  page.evaluate(
    (all) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('suivi-financements', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('cards', { keyPath: 'id' });
          request.result.createObjectStore('meta');
        };
        request.onerror = () => fail(new Error('The store does not open.'));
        request.onsuccess = () => {
          const transaction = request.result.transaction('cards', 'readwrite');
          for (const record of all) transaction.objectStore('cards').put(record);
          transaction.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
    records,
  );

describe('the follow-up board, beside what is no card', () => {
  const saved = async (page: Page, button: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button, exact: true }).first().click();
    const stream = await (await waiting).createReadStream();
    return JSON.parse(Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8')) as unknown;
  };

  test.each<[string, readonly object[], string | undefined, unknown]>([
    ['a number left by a page', [WHOLE], '[1]', 1],
    ['a card without cells', [WHOLE, { id: 'libre-deux', notes: [] }], undefined, { id: 'libre-deux', notes: [] }],
  ])('%s is set aside and offered, the rest is there', async (_what, records, left, aside) => {
    await open({ acceptDownloads: true }, async (page) => {
      const found = troubles(page);
      await page.goto('/hors-ligne/');
      await leave(page, records);
      if (left) await page.evaluate((text) => localStorage.setItem('suivi-financements', text), left);
      // Twice: what is set aside is still there at the next visit.
      for (let visit = 0; visit < 2; visit++) {
        await page.goto(BOARD);
        await page.getByRole('button', { name: 'Un appel entier' }).waitFor();
        await page
          .getByRole('alert')
          .filter({ hasText: '1\u00a0enregistrement que cette page ne sait pas lire' })
          .waitFor();
      }
      expect(await saved(page, 'Enregistrer le fichier')).toMatchObject({ cards: [WHOLE] });
      const texts = (await saved(page, 'Enregistrer ce qui ne se lit pas')) as string[];
      expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual([aside]);
      await page.getByRole('button', { name: 'Ne plus le garder ici' }).click();
      await page.getByText('n’est plus dans ce navigateur').waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Un appel entier' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(found).toEqual([]);
    });
  });
});
