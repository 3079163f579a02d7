/** A team writes its fiche-projet and sends it to a real server, on the built page. */
import * as fc from 'fast-check';
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeAnswersFile } from '#forms/exchange.ts';
import { FICHE_PROJET } from '#ouvrir/fiche-projet.ts';
import { axeFaults } from '../support/axe.ts';
import { troubles } from '../support/built-site.ts';
import { formSite } from '../support/form-site.ts';

const { visit, receiver } = formSite();
const PATH = '/ouvrir-une-cantine/fiche-projet/';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const start = async (page: Page) => {
  await page.goto(PATH);
  await page.getByRole('heading', { name: /L’équipe/, level: 2 }).waitFor();
};
const next = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();
const step = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'Étapes' }).getByRole('button', { name: title }).click();

const STEPS = FICHE_PROJET.steps;

type Typed = Record<string, string>;

/** Fills every text of the current step with what `write` makes up. */
async function fillTexts(page: Page, names: readonly string[], write: (name: string) => string): Promise<Typed> {
  const typed: Typed = {};
  for (const name of names) {
    const text = write(name);
    await page.locator(`[id="question-${name}"]`).fill(text);
    typed[name] = text;
  }
  return typed;
}

async function fillPeople(page: Page, count = 2): Promise<void> {
  for (let index = 1; index <= count; index++) {
    await page.locator(`#personne-${index}-nom`).fill(`Prénom ${index}`);
    await page.locator(`#personne-${index}-email`).fill(`personne${index}@exemple.org`);
  }
}

/** Fills the whole form as one types it, to the last step. */
async function fillAll(page: Page, write: (name: string) => string): Promise<Typed> {
  await fillPeople(page);
  const typed: Typed = {};
  for (const [index, { fields }] of STEPS.entries()) {
    const texts = fields.filter(({ kind }) => kind !== 'choice').map(({ name }) => name);
    Object.assign(typed, await fillTexts(page, texts, write));
    for (const field of fields.filter(({ kind }) => kind === 'choice')) {
      const [[value, label] = ['', '']] = Object.entries(field.options ?? {});
      await page.locator(`[id="question-${field.name}"]`).getByText(label).click();
      typed[field.name] = value;
    }
    await next(page);
    await page.getByRole('heading', { level: 2, name: new RegExp(`Étape ${index + 2} sur 7`) }).waitFor();
  }
  return typed;
}

const FIELDS = STEPS.flatMap(({ fields }) => fields);
const PEOPLE = [1, 2].map((index) => ({
  nom: `Prénom ${index}`,
  email: `personne${index}@exemple.org`,
  telephone: '',
  talents: '',
}));
const WHOLE = {
  people: PEOPLE,
  texts: Object.fromEntries(
    FIELDS.map(({ name, options }) => [name, Object.keys(options ?? {})[0] ?? `Réponse ${name}`]),
  ),
};

const give = (page: Page, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'fiche-projet.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** Brings a whole form from a file, and goes to its last step. */
async function bringAll(page: Page): Promise<void> {
  await step(page, 'L’équipe');
  await give(page, writeAnswersFile(FICHE_PROJET, WHOLE).text);
  await expect.poll(() => page.locator('#personne-2-nom').inputValue()).toBe('Prénom 2');
  await step(page, 'Relire et envoyer');
}

const send = async (page: Page) => {
  await page.getByRole('checkbox', { name: /Toute l’équipe est d’accord/ }).check();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
};
const sent = (page: Page) => page.getByText(/C’est envoyé/).waitFor();

/** Text that a person, or a paste, may put in a field. Controls hold no CR: browsers make it LF. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '👩🏽‍🍳🍲',
        'שלום עולם',
        'مرحبا',
        '\n\n',
        '« œuf »',
        '"><script>',
        '&amp;',
        '\u202e',
        '=1+1',
        "l'été",
        '\t',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `${parts.join('').replace(/\r\n?/g, '\n').toWellFormed()}.`);

test('on a phone: written, reloaded midway, the network lost and back, one copy, equal to what was typed', async () => {
  await visit(PHONE, async (page) => {
    const { copies, received } = receiver();
    const found = troubles(page, { warnings: true });
    await start(page);
    const left: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().startsWith(new URL(page.url()).origin)) left.push(request.url());
    });
    const seed = 20_261_121;
    const texts = fc.sample(anyText, { seed, numRuns: 40 });
    let turn = 0;
    const lines = new Set(FIELDS.filter(({ kind }) => kind === 'line' || kind === 'commune').map(({ name }) => name));
    const write = (name: string) => {
      const text = texts[turn++ % texts.length] ?? '';
      return lines.has(name) ? text.replaceAll('\n', ' ').slice(0, 190).toWellFormed() : text;
    };
    await page.locator('#question-rencontre').fill('Avant le rechargement\nsur deux lignes 🍲');
    await page.reload();
    await page.getByText('Votre brouillon est revenu').waitFor();
    expect(await page.locator('#question-rencontre').inputValue()).toBe('Avant le rechargement\nsur deux lignes 🍲');
    const typed = await fillAll(page, write);
    // The console stays silent, and nothing leaves before « Envoyer ».
    expect({ left, received, found }).toEqual({ left: [], received: [], found: [] });
    await page.context().setOffline(true);
    await send(page);
    await page.getByText(/essai n° 2/).waitFor();
    await page.context().setOffline(false);
    await sent(page);
    expect(received).toHaveLength(1);
    const [copy] = copies();
    expect(copy?.fields).toMatchObject({ reponses: { people: PEOPLE, texts: typed } });
    expect(copy?.header).toBe(`"${copy?.key}"`);
    expect(copy?.key).toMatch(/^[0-9a-f]{32}$/);
  });
});

test('sent as a form: a letter in words, beside the file of the answers', async () => {
  await visit({}, async (page) => {
    const { copies } = receiver('form');
    await start(page);
    await bringAll(page);
    await send(page);
    await sent(page);
    const [copy] = copies();
    expect(copy?.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(String(copy?.fields['lettre'])).toContain('Personne 1\nPrénom et nom\u00a0: Prénom 1');
    expect(String(copy?.fields['lettre'])).toContain('Nous n’avons pas encore cherché');
    expect(JSON.parse(String(copy?.fields['reponses']))).toMatchObject(WHOLE);
  });
});

test('an answer lost on the way: sent again with the same key, one copy counts', async () => {
  await visit({}, async (page) => {
    const { copies, moods, received } = receiver();
    await start(page);
    await bringAll(page);
    moods.push('lose', 503);
    await send(page);
    await sent(page);
    expect(received).toHaveLength(2);
    expect(copies()).toHaveLength(1);
  });
});

test('refused: nothing lost, another way told, and sending again counts once', async () => {
  await visit({}, async (page) => {
    const { moods, received } = receiver();
    await start(page);
    await bringAll(page);
    moods.push(422);
    await send(page);
    await page.getByRole('alert').filter({ hasText: 'a refusé l’envoi' }).waitFor();
    expect(await page.getByRole('button', { name: /La lettre/ }).isVisible()).toBe(true);
    await page.reload();
    expect(await page.locator('#personne-1-nom').inputValue()).toBe('Prénom 1');
    await step(page, 'Relire et envoyer');
    await send(page);
    await sent(page);
    expect(received).toHaveLength(1);
  });
});

const JSON_TYPE = { 'Content-Type': 'application/json' };

test.each([
  ['a redirection to a login', { status: 302, headers: { Location: '/connexion' } }, 'autre chose qu’un accusé'],
  [
    'a page',
    { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Connexion</h1>' },
    'autre chose qu’un',
  ],
  ['a no', { status: 200, headers: JSON_TYPE, body: '{"success":false}' }, 'a refusé l’envoi'],
  ['an error', { status: 200, headers: JSON_TYPE, body: '{"error":"Form not found"}' }, 'a refusé l’envoi'],
])('%s is no receipt: told, and the answers stay', async (_what, mood, words) => {
  await visit({}, async (page) => {
    const { moods, received } = receiver();
    await start(page);
    await bringAll(page);
    moods.push(mood);
    await send(page);
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    expect(await page.getByText('C’est envoyé').count()).toBe(0);
    expect(received).toHaveLength(0);
    await page.reload();
    expect(await page.locator('#personne-1-nom').inputValue()).toBe('Prénom 1');
  });
});

describe('what is wrong is told, and nothing is lost', () => {
  const alert = (page: Page) => page.locator('#a-corriger');

  test('one person only', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page, 1);
      await next(page);
      await alert(page).waitFor();
      expect(await alert(page).textContent()).toMatch(/au moins deux personnes.*«\sça mijote\s»/);
      expect(await alert(page).evaluate((box) => box === document.activeElement)).toBe(true);
      await alert(page).getByRole('link').first().click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('equipe-au-complet');
      expect(await page.locator('#personne-1-nom').inputValue()).toBe('Prénom 1');
    });
  });

  test('an e-mail that is none', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page);
      const email = page.locator('#personne-2-email');
      await email.fill('personne2 chez exemple');
      await next(page);
      await alert(page).waitFor();
      expect(await email.getAttribute('aria-invalid')).toBe('true');
      const [, fault = ''] = /(\S+-erreur)/.exec((await email.getAttribute('aria-describedby')) ?? '') ?? [];
      expect(await page.locator(`#${fault}`).textContent()).toMatch(/arobase/);
      await alert(page).getByRole('link').click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('personne-2-email');
      await email.fill('personne2@exemple.org');
      await alert(page).waitFor({ state: 'detached' });
    });
  });

  test('ten megabytes pasted', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page);
      const size = 10_000_000;
      await page.locator('#question-rencontre').fill('a'.repeat(size));
      await page.getByRole('alert').filter({ hasText: 'plus de place' }).waitFor();
      await next(page);
      await alert(page).waitFor();
      expect(await alert(page).textContent()).toMatch(/10\s000\s000 signes, 5\s000 au plus. Rien n’a été coupé/);
      expect(await page.locator('#question-rencontre').evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(
        size,
      );
      await page.locator('#question-rencontre').fill('Court');
      await page.getByText('plus de place').waitFor({ state: 'detached' });
    });
  });

  const big = JSON.stringify({
    form: 'fiche-projet',
    version: 1,
    people: [],
    texts: { pourquoi: 'x'.repeat(10_000_001) },
  });
  test('a file that is none, of another form, of another version, damaged or too big', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page, 1);
      const refusals: readonly (readonly [text: string, reason: RegExp])[] = [
        ['bonjour', /n’est pas un fichier enregistré depuis cette page/],
        ['{"form":"autre","version":1}', /ne contient pas une fiche-projet/],
        ['{"form":"fiche-projet","version":99}', /autre version/],
        ['{"form":"fiche-projet","version":1,"people":[{"nom":3}],"texts":{}}', /abîmé/],
        [big, /10 Mo/],
      ];
      for (const [text, reason] of refusals) {
        await give(page, text);
        const told = page.getByRole('alert').filter({ hasText: reason });
        await told.waitFor();
        expect(await told.textContent()).toContain('Vos réponses n’ont pas changé');
        expect(await page.locator('#personne-1-nom').inputValue()).toBe('Prénom 1');
      }
    });
  });

  test('a browser that keeps nothing', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await start(page);
      await page.getByRole('alert').filter({ hasText: 'refuse de garder' }).waitFor();
    });
  });
});

describe('two friends', () => {
  const fileOf = (people: Typed[], texts: Typed) =>
    writeAnswersFile(FICHE_PROJET, { people, texts: { ...WHOLE.texts, ...texts } }).text;
  const others = [
    { nom: 'Prénom 1', email: 'personne1@exemple.org', telephone: '04 26 64 79 24', talents: '' },
    { nom: 'Prénom 3', email: 'personne3@exemple.org', telephone: '', talents: '' },
  ];
  const value = (page: Page, id: string) => page.locator(`[id="${id}"]`).inputValue();
  const notice = (page: Page) => page.getByText(/est réuni avec vos réponses/);

  test('put their files together: nothing is lost, and one may come back', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page);
      await give(page, fileOf(others, { rencontre: '' }));
      await notice(page).waitFor();
      expect(await notice(page).textContent()).toMatch(/1\spersonne ajoutée et \d+\sréponses reprises/);
      expect(await notice(page).evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await value(page, 'personne-1-telephone')).toBe('04 26 64 79 24');
      expect(await value(page, 'personne-2-nom')).toBe('Prénom 2');
      expect(await value(page, 'personne-3-nom')).toBe('Prénom 3');
      await page.getByRole('button', { name: 'Séparer de nouveau' }).click();
      expect(await page.locator('#personne-3-nom').count()).toBe(0);
      expect(await value(page, 'personne-1-telephone')).toBe('');
      await page.getByRole('button', { name: 'Réunir de nouveau' }).click();
      expect(await value(page, 'personne-3-nom')).toBe('Prénom 3');
      await page.reload();
      expect(await value(page, 'personne-3-nom')).toBe('Prénom 3');
    });
  });

  test('choose side by side between what they wrote differently', async () => {
    await visit(PHONE, async (page) => {
      await start(page);
      await fillPeople(page);
      await page.locator('#question-rencontre').fill('Au marché');
      await page.getByText('Pas encore', { exact: true }).click();
      await give(page, fileOf(others, { rencontre: 'À l’école', session: 'tous' }));
      await page.getByRole('heading', { name: /2\sréponses à choisir/ }).waitFor();
      expect(await page.locator('#personne-3-nom').count()).toBe(0);
      expect(await axeFaults(page, 'merge')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.getByRole('button', { name: 'Réunir', exact: true }).click();
      await page.getByText(/Il reste 2\sréponses à choisir/).waitFor();
      const meeting = page.getByRole('radiogroup', { name: /vous êtes-vous rencontrés/ }).last();
      await meeting.getByText('Les deux').click();
      const session = page.getByRole('radiogroup', { name: /une session/ }).last();
      expect(await session.textContent()).toContain('Oui, toute l’équipe');
      await session.getByText('Dans le fichier').click();
      await page.getByRole('button', { name: 'Réunir', exact: true }).click();
      await notice(page).waitFor();
      expect(await value(page, 'question-rencontre')).toBe('Au marché\n\nÀ l’école');
      expect(await page.getByRole('radio', { name: 'Oui, toute l’équipe' }).isChecked()).toBe(true);
      expect(await value(page, 'personne-3-nom')).toBe('Prénom 3');
    });
  });

  test('may leave all as it is', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page);
      await page.locator('#question-rencontre').fill('Au marché');
      await give(page, fileOf(others, { rencontre: 'À l’école' }));
      await page.getByRole('button', { name: 'Ne rien changer' }).click();
      expect(await value(page, 'question-rencontre')).toBe('Au marché');
      expect(await page.locator('#personne-3-nom').count()).toBe(0);
    });
  });

  test('keep what is written while one chooses', async () => {
    await visit({}, async (page) => {
      await start(page);
      await fillPeople(page);
      await page.locator('#question-rencontre').fill('Au marché');
      await give(page, fileOf(others, { rencontre: 'À l’école' }));
      await page.locator('#personne-2-talents').fill('Le pain');
      await page.getByText('Tout prendre du fichier').click();
      await page.getByRole('button', { name: 'Réunir', exact: true }).click();
      await expect.poll(() => value(page, 'question-rencontre')).toBe('À l’école');
      expect(await value(page, 'personne-2-talents')).toBe('Le pain');
    });
  });
});

test('a commune goes with its code: the only one of its name by itself, another once it is chosen', async () => {
  await visit({}, async (page) => {
    await start(page);
    await step(page, 'Le territoire');
    const commune = page.locator('#question-commune');
    await commune.fill('bruz');
    await page.getByRole('button', { name: 'Bruz (Ille-et-Vilaine)' }).waitFor();
    await page.locator('#question-quartier').focus();
    await expect.poll(() => commune.inputValue()).toBe('Bruz (Ille-et-Vilaine), code Insee 35047');
    await commune.fill('Saint-Denis');
    await page.getByRole('button', { name: 'Saint-Denis (La Réunion)' }).click();
    await expect.poll(() => commune.inputValue()).toBe('Saint-Denis (La Réunion), code Insee 97411');
    expect(await commune.evaluate((box) => box === document.activeElement)).toBe(true);
    await commune.fill('Un hameau, en Belgique');
    await page.locator('#question-quartier').focus();
    expect(await commune.inputValue()).toBe('Un hameau, en Belgique');
  });
});

test('a commune that nobody could look up when it was written is offered later, and not changed unasked', async () => {
  await visit({}, async (page) => {
    await page.route('**/lieux/**', (route) => route.abort());
    await start(page);
    await step(page, 'Le territoire');
    await page.locator('#question-commune').fill('bruz');
    await page.locator('#question-quartier').focus();
    await page.unroute('**/lieux/**');
    await page.reload();
    await step(page, 'Le territoire');
    const offered = page.getByRole('button', { name: 'Bruz (Ille-et-Vilaine)' });
    await offered.waitFor();
    const commune = page.locator('#question-commune');
    expect(await commune.inputValue()).toBe('bruz');
    await offered.click();
    await expect.poll(() => commune.inputValue()).toBe('Bruz (Ille-et-Vilaine), code Insee 35047');
  });
});

test('the receipt says what went, to whom and when, what comes next, and gives a copy to keep', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    const { copies } = receiver('form');
    await start(page);
    await bringAll(page);
    await send(page);
    const receipt = page.getByRole('region', { name: /C’est envoyé/ });
    await receipt.waitFor();
    const said = (await receipt.textContent()) ?? '';
    const reference = String(copies()[0]?.fields['reference']);
    for (const part of [
      'Fiche-projet d’une Petite Cantine',
      'Les Petites Cantines Réseau',
      reference,
      'octobre et en mars',
    ])
      expect(said).toContain(part);
    expect(await receipt.getByRole('heading', { level: 3 }).evaluate((title) => title === document.activeElement)).toBe(
      true,
    );
    const downloading = page.waitForEvent('download');
    await receipt.getByRole('button', { name: /La lettre/ }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('fiche-projet.docx');
    const { value } = await mammoth.extractRawText({ buffer: await readFile(await file.path()) });
    expect(value).toContain(reference);
    expect(value).toContain('Réponse pourquoi');
    expect(await axeFaults(page, 'receipt')).toEqual([]);
    await page.reload();
    await page.getByText(new RegExp(`Parti le .*${reference}`)).waitFor();
  });
});

test('when no address receives, the page says so before the first question, and the letter is kept', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    await start(page);
    const told = page.getByText(/Rien ne part d’ici tout seul/);
    const first = page.getByRole('navigation', { name: 'Étapes' });
    expect(((await told.boundingBox())?.y ?? Infinity) < ((await first.boundingBox())?.y ?? 0)).toBe(true);
    await bringAll(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'La lettre (.docx)' }).click();
    expect((await downloading).suggestedFilename()).toBe('fiche-projet.docx');
  });
});

test('« Effacer mes données » leaves nothing in the browser', async () => {
  await visit({}, async (page) => {
    await start(page);
    await fillPeople(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['brouillon-fiche-projet']);
    await page.getByRole('button', { name: 'Effacer mes données' }).click();
    await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
    await page.getByText('Tout est effacé de ce navigateur').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.reload();
    expect(await page.locator('#personne-1-nom').inputValue()).toBe('');
  });
});

test('keyboard only, from the first field to the copy received', async () => {
  await visit({}, async (page) => {
    const { received } = receiver();
    await start(page);
    const { keyboard } = page;
    const at = () =>
      page.evaluate(
        () =>
          `${document.activeElement?.tagName} ${document.activeElement?.id ?? ''} ${document.activeElement?.textContent ?? ''}`,
      );
    const shown = () => page.getByRole('heading', { level: 2, name: /Étape/ }).textContent();
    await page.getByRole('navigation', { name: 'Étapes' }).getByRole('button').first().focus();
    for (let presses = 0; presses < 150 && received.length === 0; presses++) {
      await keyboard.press('Tab');
      const here = await at();
      if (/^BUTTON\s+(Continuer|Envoyer)$/.test(here)) {
        const before = await shown();
        await keyboard.press('Enter');
        if (here.includes('Envoyer')) await sent(page);
        else await expect.poll(shown).not.toBe(before);
      } else if (here.startsWith('INPUT accord')) await keyboard.press('Space');
      else if (/-email/.test(here)) await keyboard.type('clavier@exemple.org');
      else if (/-telephone/.test(here)) await keyboard.type('04 26 64 79 24');
      else if (/^TEXTAREA|-nom|question-/.test(here)) await keyboard.type('Au clavier');
      else if (
        await page.evaluate(
          () => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio',
        )
      )
        await keyboard.press('Space');
    }
    expect(received).toHaveLength(1);
    expect(received[0]?.fields).toMatchObject({ reponses: { texts: { pourquoi: 'Au clavier', local: 'rien' } } });
  });
});

test('axe sees no fault in any step, empty, wrong and filled', async () => {
  await visit({}, async (page) => {
    const found = troubles(page);
    receiver();
    await start(page);
    const look = async (where: string) => {
      expect(await axeFaults(page, where)).toEqual([]);
    };
    for (const { title } of STEPS) {
      await step(page, title);
      await look(title);
      await next(page);
      await page.locator('#a-corriger').waitFor();
      await look(`${title}, wrong`);
    }
    await step(page, 'Relire et envoyer');
    await look('review, empty');
    await bringAll(page);
    await look('review');
    await send(page);
    await sent(page);
    await look('sent');
    expect(found).toEqual([]);
  });
});

test('no step is wider than a screen of 320 px', async () => {
  await visit({ viewport: { width: 320, height: 700 } }, async (page) => {
    await start(page);
    for (const title of [...STEPS.map((one) => one.title), 'Relire et envoyer']) {
      await step(page, title);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), title).toBeLessThanOrEqual(320);
    }
  });
});

test('without JavaScript, all that is asked and how to send it', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(PATH);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { label } of FIELDS) {
      expect(text.replace(/\s+/g, ' ')).toContain(label.replace(/\s+/g, ' '));
    }
    expect(await page.getByText(/ce navigateur n’exécute pas/).isVisible()).toBe(true);
  });
});
