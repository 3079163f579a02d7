/** A team follows its requests for money, in its own browser. */
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Board, Card } from '#funding/board/board.ts';
import { writeBoardFile } from '#funding/board/write-file.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { readByIcalJs, readByNodeIcal, type ReadEvent } from '../support/calendars.ts';
import { boardOf } from '../support/followed-opportunities.ts';

const open = builtSite();
const PATH = '/financements/suivi/';
const NOW = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-11-21T11:00:00Z');
const SMALL: BrowserContextOptions = { viewport: { width: 320, height: 700 } };

/** A stranger opens the board on a given day; the console must stay silent. */
const visit = (options: BrowserContextOptions, run: (page: Page, origin: string) => Promise<void>, now = NOW) =>
  open({ acceptDownloads: true, reducedMotion: 'reduce', ...options }, async (page, origin) => {
    const found = troubles(page, { warnings: true });
    await page.clock.setFixedTime(now);
    await run(page, origin);
    expect(found).toEqual([]);
  });

async function start(page: Page, path = PATH): Promise<void> {
  await page.goto(path);
  await page.locator('.follow-up').waitFor();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const column = (page: Page, name: string) => page.getByRole('region', { name });
const cardIn = (page: Page, name: string, title: string) =>
  column(page, name).getByRole('listitem').filter({ hasText: title });
const details = (page: Page) => page.getByRole('dialog');
const said = (page: Page) => page.locator('.said');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const says = (page: Page, words: string | RegExp) => said(page).filter({ hasText: words }).waitFor();

/** Adds an opportunity of one's own. */
async function add(page: Page, title: string): Promise<void> {
  await page.getByLabel('Suivre un financement').fill(title);
  await button(page, /hors de la veille$/).click();
  await cardIn(page, 'À étudier', title).waitFor();
}

const openCard = async (page: Page, title: string) => {
  await button(page, title).click();
  await details(page).waitFor();
};
const close = async (page: Page) => {
  await button(page, 'Fermer').click();
  await details(page).waitFor({ state: 'detached' });
};

/** The text of the file that a button gives. */
async function fileOf(page: Page, from: Locator): Promise<string> {
  const waiting = page.waitForEvent('download');
  await from.click();
  const stream = await (await waiting).createReadStream();
  return Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8');
}

const saved = (page: Page) => fileOf(page, button(page, 'Enregistrer le fichier'));

/** The cards of a saved file: all of it but the time at which it was saved. */
const cardsOf = (text: string): Card[] => (JSON.parse(text) as { cards: Card[] }).cards;

const give = (page: Page, file: string | Buffer) =>
  page.locator('.tools > .buttons input[type=file]').setInputFiles({
    name: 'suivi.json',
    mimeType: 'application/json',
    buffer: typeof file === 'string' ? Buffer.from(file) : file,
  });

const fileWith = (board: Board): string => writeBoardFile(board, NOW).text;

/** A board of some opportunities, brought in as people do. */
async function fill(page: Page, count: number): Promise<void> {
  await give(page, fileWith(boardOf(count)));
  await says(page, `${count}\u00a0financements ajoutés`);
}

/** Presses a key until the focus is there. */
async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`);
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** What the store of this browser holds, read by another connection than the page’s. */
const storedIds = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const request = indexedDB.open('suivi-financements');
        request.onerror = () => fail(new Error('The store does not open.'));
        request.onsuccess = () => {
          const all = request.result.transaction('cards').objectStore('cards').getAllKeys();
          all.onsuccess = () => {
            request.result.close();
            done(all.result.map(String).toSorted());
          };
        };
      }),
  );

describe('keyboard alone', () => {
  test('an opportunity from the idea to its engagements, undone, done again, and there after a reload', async () => {
    await visit({}, async (page) => {
      const { keyboard } = page;
      await start(page);
      const search = page.getByLabel('Suivre un financement');
      await reach(page, search);
      await keyboard.type('tables ouv');
      await reach(page, button(page, /^Tables ouvertes/));
      await keyboard.press('Enter');
      await says(page, '« Tables ouvertes » est dans votre tableau');
      expect(await hasFocus(search)).toBe(true);
      await keyboard.type('Le prix du quartier');
      await reach(page, button(page, /hors de la veille$/));
      await keyboard.press('Enter');
      const own = (state: string) => cardIn(page, state, 'Le prix du quartier');
      await own('À étudier').waitFor();

      const move = page.getByLabel('Déplacer « Le prix du quartier » vers').and(page.locator('.move select'));
      await reach(page, move);
      for (const state of ['En préparation', 'Déposé', 'Obtenu']) {
        await keyboard.press('ArrowDown');
        await own(state).waitFor();
        await expect.poll(() => hasFocus(move)).toBe(true);
      }

      await reach(page, button(page, 'Le prix du quartier'), 'Shift+Tab');
      await keyboard.press('Enter');
      const box = details(page);
      await box.waitFor();
      const write = async (label: string, text: string) => {
        await reach(page, box.getByLabel(label));
        await keyboard.type(text);
      };
      await write('Financeur', 'Ville');
      await write('Demandé (€)', '1 500');
      await write('Obtenu (€)', '1200,50');
      await write('Qui s’en occupe', 'ab, c.d');
      await write('Notes', 'Appeler\nla mairie');
      await reach(page, button(page, 'Ajouter une tâche'));
      await keyboard.press('Enter');
      const task = box.getByLabel('Tâche', { exact: true });
      await expect.poll(() => hasFocus(task)).toBe(true);
      await keyboard.type('Signer');
      // The same day and month: the order in which a browser asks for them does not matter.
      await keyboard.press('Tab');
      await keyboard.type('03032027');
      await reach(page, button(page, 'Ajouter un engagement'));
      await keyboard.press('Enter');
      const kind = box.getByLabel('Engagement', { exact: true });
      await expect.poll(() => hasFocus(kind)).toBe(true);
      await keyboard.press('ArrowUp');
      await box.getByLabel('Montant du versement').waitFor();
      await keyboard.press('Tab');
      await keyboard.type('Premier versement');
      await keyboard.press('Tab');
      await keyboard.type('06062027');
      await reach(page, box.getByLabel('Montant du versement'));
      await keyboard.type('600');
      await keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
      await expect.poll(() => hasFocus(button(page, 'Le prix du quartier'))).toBe(true);

      const undo = button(page, /^Annuler/);
      const redo = button(page, /^Refaire/);
      await reach(page, undo);
      await keyboard.press('Enter');
      await says(page, 'Annulé : Engagement.');
      await keyboard.press('Enter');
      await own('Obtenu').filter({ hasText: 'Premier versement, pour le 6 juin 2027' }).waitFor({ state: 'detached' });
      await reach(page, redo);
      for (let again = 0; again < 4; again++) await keyboard.press('Enter');
      expect(await hasFocus(redo)).toBe(true);

      await page.reload();
      const facts = own('Obtenu');
      await facts.filter({ hasText: /Ville · 1.200,50.€ obtenus · AB CD/ }).waitFor();
      await facts.filter({ hasText: 'Signer, pour le 3 mars 2027' }).waitFor();
      await cardIn(page, 'À étudier', 'Tables ouvertes').waitFor();
      await openCard(page, 'Le prix du quartier');
      expect(await box.getByLabel('Demandé (€)').inputValue()).toBe('1500');
      expect(await box.getByLabel('Notes').inputValue()).toBe('Appeler\nla mairie');
      expect(await box.getByLabel('Précision, Versement attendu').inputValue()).toBe('Premier versement');
      expect(await box.getByLabel('Pour le, Premier versement').inputValue()).toBe('2027-06-06');
      expect(await box.getByLabel('Montant du versement').inputValue()).toBe('600');
    });
  });

  test('Ctrl+Z undoes down to nothing, and Ctrl+Shift+Z does all again', async () => {
    await visit({}, async (page) => {
      await start(page);
      await add(page, 'Le prix du quartier');
      await page.locator('.move select').selectOption('sent');
      await cardIn(page, 'Déposé', 'Le prix du quartier').waitFor();
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await page.keyboard.press('Control+z');
      await cardIn(page, 'À étudier', 'Le prix du quartier').waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('heading', { name: 'Le tableau est vide' }).waitFor();
      await page.keyboard.press('Control+Shift+z');
      await page.keyboard.press('Control+Shift+z');
      await cardIn(page, 'Déposé', 'Le prix du quartier').waitFor();
    });
  });

  test('on a phone, the focus follows a moved card to what leads to its column', async () => {
    await visit(SMALL, async (page) => {
      await start(page);
      await add(page, 'Le prix du quartier');
      await page.locator('.move select').focus();
      await page.keyboard.press('End');
      await says(page, 'Déplacé vers « Refusé ».');
      await expect.poll(() => hasFocus(button(page, 'Refusé 1'))).toBe(true);
      await page.keyboard.press('Enter');
      await cardIn(page, 'Refusé', 'Le prix du quartier').waitFor();
    });
  });

  test('an opportunity no longer followed leaves the focus at its column, and comes back', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fill(page, 5);
      await openCard(page, 'Demande n° 2 pour la cuisine partagée');
      await button(page, 'Ne plus suivre').press('Enter');
      await says(page, 'n’est plus suivi');
      await expect.poll(() => hasFocus(page.locator('#colonne-sent'))).toBe(true);
      await button(page, /^Annuler/).press('Enter');
      await cardIn(page, 'Déposé', 'Demande n° 2').waitFor();
      expect(await details(page).count()).toBe(0);
    });
  });
});

test('the mouse drags a card; what comes from elsewhere is no card', async () => {
  await visit({}, async (page) => {
    await start(page);
    await add(page, 'Le prix du quartier');
    await page.locator('.followed h3').dragTo(column(page, 'Refusé').getByRole('heading', { level: 2 }));
    await cardIn(page, 'Refusé', 'Le prix du quartier').waitFor();
    await column(page, 'Obtenu').evaluate((section) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'https://exemple.org/');
      for (const type of ['dragover', 'drop'])
        section.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(await page.locator('.followed').count()).toBe(1);
  });
});

test('« Suivre », on an opportunity’s page, puts it in the board once', async () => {
  await visit({}, async (page) => {
    await page.goto('/financements/exemple-tables-ouvertes/');
    await page.getByRole('link', { name: /^Suivre/ }).click();
    await says(page, 'est dans votre tableau, à étudier');
    expect(new URL(page.url()).search).toBe('');
    await start(page, `${PATH}?suivre=exemple-tables-ouvertes`);
    await says(page, 'est déjà dans votre tableau');
    expect(await page.locator('.followed').count()).toBe(1);
  });
});

test('what is typed just before leaving is kept', async () => {
  await visit({}, async (page) => {
    await start(page);
    await add(page, 'Le prix du quartier');
    await openCard(page, 'Le prix du quartier');
    const { keyboard } = page;
    await details(page).getByLabel('Notes').focus();
    await keyboard.type('Écrit à la hâte');
    await page.reload();
    await openCard(page, 'Le prix du quartier');
    expect(await details(page).getByLabel('Notes').inputValue()).toBe('Écrit à la hâte');
    await details(page).getByLabel('Demandé (€)').focus();
    await keyboard.type('750');
    await page.reload();
    await cardIn(page, 'À étudier', '750\u00a0€ demandés').waitFor();
  });
});

test('what is no amount stays in its field with the reason, and replaces nothing', async () => {
  await visit({}, async (page) => {
    await start(page);
    await add(page, 'Le prix du quartier');
    await openCard(page, 'Le prix du quartier');
    const asked = details(page).getByLabel(/^Demandé/);
    await asked.fill('1500');
    await asked.blur();
    await asked.fill('deux mille');
    await asked.blur();
    await page.getByRole('alert').filter({ hasText: 'Ce n’est pas un montant' }).waitFor();
    expect(await asked.inputValue()).toBe('deux mille');
    expect(await asked.getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    await cardIn(page, 'À étudier', 'demandés').filter({ hasText: /1.500/ }).waitFor();
  });
});

test('nothing of the board leaves the browser', async () => {
  await visit({}, async (page, origin) => {
    await start(page);
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => {
      const { origin: to, search } = new URL(request.url());
      const isFile = request.method() === 'GET' && to === origin && search === '' && request.postData() === null;
      if (request.url().startsWith('blob:')) return;
      if (!isFile || !/\/_astro\/[\w.-]+$/.test(request.url())) sent.push(`${request.method()} ${request.url()}`);
    });
    page.on('websocket', (socket) => sent.push(socket.url()));
    await add(page, 'Secret de cuisine');
    await openCard(page, 'Secret de cuisine');
    await details(page).getByLabel('Notes').fill('Personne ne doit lire ceci');
    await details(page).getByLabel('Qui s’en occupe').fill('XYZ');
    await close(page);
    await fill(page, 5);
    await saved(page);
    await fileOf(page, button(page, 'Tableau (CSV)'));
    await fileOf(page, button(page, 'Rappels pour mon agenda'));
    await page.getByLabel('Chercher dans le tableau').fill('secret');
    await page.waitForLoadState('networkidle');
    expect(sent).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});

describe('files', () => {
  test('saved, opened elsewhere, saved again: the same board', async () => {
    let first = '';
    await visit({}, async (page) => {
      await start(page);
      await fill(page, 12);
      await add(page, '« œufs » & <b>épices</b> 🍲');
      await openCard(page, '« œufs » & <b>épices</b> 🍲');
      await details(page).getByLabel('Notes').fill('שלום\n=1+1 "guillemets" ; point-virgule');
      await close(page);
      first = await saved(page);
      await says(page, 'est enregistré');
      await page.getByText('Dernier fichier enregistré le 21 novembre 2026').waitFor();
    });
    expect(cardsOf(first)).toHaveLength(13);
    await visit(
      {},
      async (page) => {
        await start(page);
        await give(page, first);
        await says(page, '13\u00a0financements ajoutés');
        expect(cardsOf(await saved(page))).toEqual(cardsOf(first));
        await give(page, first);
        await says(page, 'rien de nouveau');
      },
      LATER,
    );
  });

  test('the reminders hold the days that are left, read the same by two calendar programs', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fill(page, 5);
      const text = await fileOf(page, button(page, 'Rappels pour mon agenda'));
      const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent');
      const told = events.map((event) => [
        String(event.getFirstPropertyValue('dtstart')),
        String(event.getFirstPropertyValue('summary')).replace(/ pour la cuisine partagée$/, ''),
      ]);
      // Two answers still to send, a task each but for the refused one, and the engagement of the one that was won.
      expect(told.toSorted()).toEqual([
        ['2027-01-01', 'Demander le RIB et les comptes\u00a0: Demande n° 0'],
        ['2027-01-01', 'Déposer le dossier\u00a0: Demande n° 0'],
        ['2027-01-08', 'Déposer le dossier\u00a0: Demande n° 1'],
        ['2027-01-12', 'Demander le RIB et les comptes\u00a0: Demande n° 1'],
        ['2027-01-23', 'Demander le RIB et les comptes\u00a0: Demande n° 2'],
        ['2027-02-03', 'Demander le RIB et les comptes\u00a0: Demande n° 3'],
        ['2027-08-28', 'Logo du partenaire à montrer\u00a0: Demande n° 3'],
      ]);
      const read = (seen: readonly ReadEvent[]) => seen.map(({ uid, start, summary }) => [uid, start, summary]);
      expect(read(readByNodeIcal(text))).toEqual(read(readByIcalJs(text)));
      expect(events.map((event) => event.getAllSubcomponents('valarm').length)).toEqual(told.map(() => 2));
    });
  });

  test('the closing day of the watch is reminded too', async () => {
    await visit(
      {},
      async (page) => {
        await start(page, `${PATH}?suivre=exemple-tables-ouvertes`);
        await page.locator('.followed').waitFor();
        const text = await fileOf(page, button(page, 'Rappels pour mon agenda'));
        expect([...text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)).toEqual(['20271208']);
      },
      new Date('2027-11-20T10:00:00Z'),
    );
  });

  test('without any day, no calendar but a reason', async () => {
    await visit({}, async (page) => {
      await start(page);
      await add(page, 'Le prix du quartier');
      await button(page, 'Rappels pour mon agenda').click();
      await says(page, 'Aucun jour à rappeler');
    });
  });

  test('the table is read back by another program', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fill(page, 5);
      const csv = await fileOf(page, button(page, 'Tableau (CSV)'));
      expect(csv.startsWith('\ufeff')).toBe(true);
      const rows = parse<Record<string, string>>(csv, { bom: true, delimiter: ';', columns: true });
      const won = rows.find(({ État }) => État === 'Obtenu');
      expect(rows).toHaveLength(5);
      expect(won).toMatchObject({
        Financement: 'Demande n° 3 pour la cuisine partagée',
        'Demandé (€)': '1750',
        'Obtenu (€)': '1400',
        Engagements: 'Logo du partenaire à montrer',
        Notes: 'Appelé le standard. Rappeler après le conseil, en parler à l’équipe.\nDossier 3.',
      });
    });
  });

  test('two people’s, brought together in either order: the same board, nothing lost', async () => {
    const common = fileWith(boardOf(4));
    const title = 'Demande n° 0 pour la cuisine partagée';
    const written = async (now: Date, own: string, note: string, asked: string) => {
      let text = '';
      await visit(
        {},
        async (page) => {
          await start(page);
          await give(page, common);
          await add(page, own);
          await openCard(page, title);
          await details(page).getByLabel('Notes').fill(note);
          await details(page).getByLabel('Demandé (€)').fill(asked);
          await close(page);
          text = await saved(page);
        },
        now,
      );
      return text;
    };
    const hers = await written(NOW, 'Le sien', 'Elle a appelé.', '2000');
    const his = await written(LATER, 'Le mien', 'Il a écrit.', '3000');
    const together = async (files: readonly string[]) => {
      let text = '';
      await visit({}, async (page) => {
        await start(page);
        for (const file of files) {
          await give(page, file);
          await says(page, /ajoutés? ou mis à jour/);
          // The next message is not this one.
          await page.getByLabel('Suivre un financement').click();
          await expect.poll(() => storedIds(page)).not.toEqual([]);
        }
        await expect.poll(() => page.locator('.followed').count()).toBe(6);
        await openCard(page, title);
        const notes = await details(page).getByLabel('Notes').inputValue();
        expect(notes).toContain('Elle a appelé.');
        expect(notes).toContain('Il a écrit.');
        // The latest amount wins.
        expect(await details(page).getByLabel('Demandé (€)').inputValue()).toBe('3000');
        await close(page);
        text = await saved(page);
      });
      return cardsOf(text);
    };
    expect(await together([his, hers])).toEqual(await together([hers, his]));
  });

  const whole = fileWith(boardOf(3));
  // Two that are refused for the same reason do not follow one another: each message is a new one.
  const refusals: readonly (readonly [file: string, text: string, reason: RegExp])[] = [
    ['cut', whole.slice(0, whole.length / 2), /coupé/],
    ['not JSON', 'Bonjour', /n’est pas lisible/],
    ['of another kind', '{"form":"fiche-projet"}', /n’est pas un tableau de suivi/],
    ['empty', '', /n’est pas lisible/],
    ['of a later version', whole.replace('"version": 1', '"version": 2'), /version 2/],
    ['ten megabytes of text', 'a'.repeat(10_000_000), /n’est pas lisible/],
    ['of a wrong shape', whole.replace('"cells": {', '"cells": 3, "autre": {'), /financement numéro 1/],
    ['with a day that is none', whole.replace('"2027-01-08"', '"hier"'), /financement numéro 2.*deadline.*"hier"/],
    ['more than twenty megabytes', 'a'.repeat(20_000_001), /20.Mo/],
  ];
  test('a file that is wrong is refused whole, with the reason', async () => {
    await visit({}, async (page) => {
      await start(page);
      await add(page, 'Le prix du quartier');
      const before = cardsOf(await saved(page));
      for (const [file, text, reason] of refusals) {
        await give(page, text);
        await page.getByRole('alert').filter({ hasText: reason }).waitFor();
        expect(cardsOf(await saved(page)), file).toEqual(before);
        expect(await page.locator('.followed').count(), file).toBe(1);
        expect(await storedIds(page), file).toHaveLength(1);
      }
    });
  });
});

describe('a browser that does not keep', () => {
  test('a private window that forbids the store: said, the file offered, and asked before leaving', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        indexedDB.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      });
      await start(page);
      const refused = page.locator('.refused');
      await refused.getByRole('alert').filter({ hasText: 'refuse de garder le tableau' }).waitFor();
      await add(page, 'Le prix du quartier');
      const asking = page.waitForEvent('dialog');
      // Not awaited: the page stays, since leaving is refused.
      void page.close({ runBeforeUnload: true });
      const dialog = await asking;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      const text = await fileOf(page, refused.getByRole('button', { name: 'Enregistrer le fichier' }));
      expect(cardsOf(text).map(({ cells }) => cells['title']?.value)).toEqual(['Le prix du quartier']);
    });
  });

  test('a store that does not open: said', async () => {
    await visit({}, async (page) => {
      await page.goto('/financements/');
      // A store of a later version refuses an earlier one.
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            const request = indexedDB.open('suivi-financements', 99);
            request.onsuccess = () => {
              request.result.close();
              done();
            };
          }),
      );
      await start(page);
      await page.getByRole('alert').filter({ hasText: 'refuse de garder le tableau' }).waitFor();
    });
  });

  test('no room left: said, the file offered; once there is room, what was not kept is', async () => {
    await visit({}, async (page, origin) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await start(page);
      await add(page, 'Sans place');
      const refused = page.locator('.refused');
      await refused.getByRole('alert').filter({ hasText: 'n’a plus de place' }).waitFor();
      expect(await storedIds(page)).toEqual([]);
      const text = await fileOf(page, refused.getByRole('button', { name: 'Enregistrer le fichier' }));
      expect(cardsOf(text)).toHaveLength(1);
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await add(page, 'De nouveau');
      await refused.waitFor({ state: 'detached' });
      await page.reload();
      await expect.poll(() => page.locator('.followed').count()).toBe(2);
    });
  });
});

describe('two tabs', () => {
  /** Two tabs of one browser, on the same board. */
  const visitTwice = (run: (one: Page, other: Page) => Promise<void>, before?: (other: Page) => Promise<void>) =>
    visit({}, async (one) => {
      const other = await one.context().newPage();
      const found = troubles(other, { warnings: true });
      await other.clock.setFixedTime(NOW);
      await before?.(other);
      await start(one);
      await add(one, 'Le prix du quartier');
      await expect.poll(() => storedIds(one)).toHaveLength(1);
      await start(other);
      await run(one, other);
      expect(found).toEqual([]);
    });

  test('see each other’s gestures, and lose none', async () => {
    await visitTwice(async (one, other) => {
      await cardIn(other, 'À étudier', 'Le prix du quartier').waitFor();
      await add(other, 'La bourse de la ville');
      await cardIn(one, 'À étudier', 'La bourse de la ville').waitFor();
      await openCard(one, 'Le prix du quartier');
      await openCard(other, 'Le prix du quartier');
      // Typed in both before either hand rests.
      await details(one).getByLabel('Notes').fill('Écrit dans le premier onglet.');
      await details(other).getByLabel('Notes').fill('Écrit dans le second.');
      await details(one).getByLabel('Demandé (€)').fill('1500');
      await details(other).getByLabel('Qui s’en occupe').fill('AB');
      await close(one);
      await close(other);
      for (const page of [one, other]) {
        await cardIn(page, 'À étudier', '· AB')
          .filter({ hasText: /1.500.€ demandés/ })
          .waitFor();
        await page.reload();
        await cardIn(page, 'À étudier', '· AB')
          .filter({ hasText: /1.500.€ demandés/ })
          .waitFor();
        await openCard(page, 'Le prix du quartier');
        const notes = await details(page).getByLabel('Notes').inputValue();
        expect(notes).toContain('Écrit dans le premier onglet.');
        expect(notes).toContain('Écrit dans le second.');
      }
    });
  });

  test('a tab that slept and heard nothing writes over nothing', async () => {
    await visitTwice(
      async (one, other) => {
        await openCard(one, 'Le prix du quartier');
        await details(one).getByLabel('Demandé (€)').fill('1500');
        await close(one);
        await openCard(other, 'Le prix du quartier');
        await details(other).getByLabel('Qui s’en occupe').fill('AB');
        await close(other);
        await one.reload();
        await cardIn(one, 'À étudier', '· AB')
          .filter({ hasText: /1.500.€ demandés/ })
          .waitFor();
      },
      async (other) => {
        await other.addInitScript(() => {
          Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined });
          BroadcastChannel.prototype.postMessage = () => undefined;
        });
      },
    );
  });

  test('« Tout effacer » empties both, and leaves nothing in the browser', async () => {
    await visitTwice(async (one, other) => {
      await cardIn(other, 'À étudier', 'Le prix du quartier').waitFor();
      await button(one, 'Tout effacer').press('Enter');
      await button(one, 'Oui, tout effacer').press('Enter');
      await says(one, 'est effacé de ce navigateur');
      for (const page of [one, other]) await page.getByRole('heading', { name: 'Le tableau est vide' }).waitFor();
      expect(await storedIds(one)).toEqual([]);
      expect(await one.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await one.reload();
      await one.getByRole('heading', { name: 'Le tableau est vide' }).waitFor();
    });
  });
});

test('axe sees no fault, and nothing is wider than 320 px: empty, adding, full, open, refused', async () => {
  await visit(SMALL, async (page) => {
    await start(page);
    const look = async (where: string) => {
      expect(await axeFaults(page, where)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(320);
    };
    await look('empty');
    await page.getByLabel('Suivre un financement').fill('tables');
    await button(page, /^Tables ouvertes/).waitFor();
    await look('adding');
    await page.getByLabel('Suivre un financement').fill('');
    await fill(page, 120);
    await page.getByText('Le tableau des chiffres').click();
    await look('full');
    await button(page, /^Obtenu/).click();
    await page.locator('.open:visible').first().click();
    await details(page).waitFor();
    await button(page, 'Ajouter un engagement').click();
    await details(page)
      .getByLabel(/^Demandé/)
      .fill('mille');
    await details(page).getByLabel('Notes').focus();
    await page.getByRole('alert').waitFor();
    await look('open');
    expect(await details(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await close(page);
    await give(page, 'Bonjour');
    await page.getByRole('alert').waitFor();
    await button(page, 'Tout effacer').press('Enter');
    await look('refused');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await axeFaults(page, 'wide')).toEqual([]);
  });
});

test('a thousand opportunities are shown some at a time, and found by a word', async () => {
  await visit({}, async (page) => {
    await start(page);
    await give(page, fileWith(boardOf(1000)));
    await says(page, /1.000.financements ajoutés/);
    expect(await page.locator('.followed').count()).toBe(100);
    await column(page, 'Déposé').getByRole('button', { name: 'Voir 20 de plus' }).press('Enter');
    await expect.poll(() => column(page, 'Déposé').getByRole('listitem').count()).toBe(40);
    await expect.poll(() => hasFocus(column(page, 'Déposé').locator('.open').nth(20))).toBe(true);
    await page.getByLabel('Chercher dans le tableau').fill('n° 512');
    await expect.poll(() => page.locator('.followed').count()).toBe(1);
    await page.reload();
    await page.getByRole('heading', { name: 'À étudier 200' }).waitFor();
  });
});

test('a card says what happened to its opportunity since it is followed', async () => {
  const slug = 'paris-subventions';
  const log = {
    [slug]: [
      { on: '2026-11-20', kind: 'new' },
      { on: '2026-12-03', kind: 'moved', which: 'closesOn', from: '2027-01-12', to: '2026-12-28' },
      { on: '2026-12-29', kind: 'closed', closesOn: '2026-12-28' },
    ],
  };
  await visit({}, async (page) => {
    await page.route('**/financements/changements.json', (route) => route.fulfill({ json: log }));
    await start(page, `${PATH}?suivre=${slug}`);
    const card = page.locator(`#carte-${slug}`);
    await card.waitFor();
    expect(await card.locator('.change').count()).toBe(0);
    await page.clock.setFixedTime('2026-12-10T10:00:00Z');
    await start(page);
    expect(plain(await card.locator('.change').innerText())).toBe(
      '3 décembre 2026 : Clôture avancée au 28 décembre 2026, au lieu du 12 janvier 2027',
    );
    // The days that were announced come without anybody writing them.
    await page.clock.setFixedTime('2026-12-30T10:00:00Z');
    await start(page);
    expect(plain(await card.locator('.change').innerText())).toBe('29 décembre 2026 : Clos depuis le 28 décembre 2026');
  });
});

test('« Annuler » undoes what the bar says, which leaves the cards after a while', async () => {
  await visit({}, async (page) => {
    await start(page);
    await add(page, 'Appel de la ville');
    await says(page, /Appel de la ville/);
    await openCard(page, 'Appel de la ville');
    await details(page).getByLabel('Qui s’en occupe').fill('AB');
    await close(page);
    // A field says nothing when it is left: the bar does, since this is what would be undone.
    await says(page, /^Qui s’en occupe\.$/);
    expect(plain(await button(page, /^Annuler/).innerText())).toContain('Qui s’en occupe');
    const bar = page.locator('.follow-up .bar');
    expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe('sticky');
    await page.mouse.move(0, 0);
    await page.locator('.follow-up .bar:not(.fresh)').waitFor();
    expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe('static');
    expect(await button(page, /^Annuler/).isVisible()).toBe(true);
  });
});

test('on paper, every task, every engagement and the figures', async () => {
  await visit({}, async (page) => {
    await start(page);
    await fill(page, 200);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.followed:visible').count()).toBe(200);
    expect(await page.locator('.printed li:visible').count()).toBe(240);
    expect(await page.locator('.totals table').isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.locator('.printed').first().waitFor({ state: 'detached' });
  });
});

test('a file that is refused leaves no earlier success beside it', async () => {
  await visit({}, async (page) => {
    await start(page);
    await fill(page, 2);
    await give(page, Buffer.from(fileWith(boardOf(1)), 'latin1'));
    await page.locator('.fault').filter({ hasText: 'UTF-8' }).waitFor();
    expect(await page.getByRole('status').innerText()).toBe('');
  });
});
