/** A team writes its fiche-projet and sends it to a real server, on the built page. */
import * as fc from 'fast-check';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAnswersFile } from '#forms/exchange.ts';
import { FICHE_PROJET } from '#ouvrir/fiche-projet.ts';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';
import { startFormServer } from '../support/form-server.ts';

const open = builtSite();
const PATH = '/ouvrir-une-cantine/fiche-projet/';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let server: Awaited<ReturnType<typeof startFormServer>> | undefined;
beforeAll(async () => {
  server = await startFormServer();
});
afterAll(() => server?.close());
const receiver = () => {
  if (!server) throw new Error('The server is used from within a test.');
  server.received.length = 0;
  server.moods.length = 0;
  return server;
};

/** The page as a build whose settings name that endpoint writes it: its address in the island and in the policy. */
async function withEndpoint(page: Page, url: string, encoding: 'json' | 'form' = 'json'): Promise<void> {
  await page.route(`**${PATH}`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const endpoint = `{"url":[0,"${url}"],"encoding":[0,"${encoding}"]}`.replaceAll('"', '&quot;');
    const body = html
      .replace('&quot;endpoint&quot;:[0]', `&quot;endpoint&quot;:[0,${endpoint}]`)
      .replace(/connect-src 'self'/, `connect-src 'self' ${new URL(url).origin}`);
    expect(body).not.toBe(html);
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-length': '' } });
  });
}

// Chromium asks before a page reaches this machine, where the server that receives stands.
const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open({ ...options, reducedMotion: 'reduce', permissions: ['local-network-access'] }, run);

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
    const { url, copies, received } = receiver();
    await withEndpoint(page, url);
    const found = troubles(page, { warnings: true });
    await start(page);
    const left: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().startsWith(new URL(page.url()).origin)) left.push(request.url());
    });
    const seed = 20_261_121;
    const texts = fc.sample(anyText, { seed, numRuns: 40 });
    let turn = 0;
    const lines = new Set(FIELDS.filter(({ kind }) => kind === 'line').map(({ name }) => name));
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
    expect(copy?.fields).toMatchObject({ ...typed, equipe: PEOPLE });
    expect(copy?.key).toMatch(/^[0-9a-f]{32}$/);
  });
});

test('sent as a form: the same answers, each person’s under a number', async () => {
  await visit({}, async (page) => {
    const { url, copies } = receiver();
    await withEndpoint(page, url, 'form');
    await start(page);
    await bringAll(page);
    await send(page);
    await sent(page);
    const [copy] = copies();
    expect(copy?.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(copy?.fields).toMatchObject({
      ...WHOLE.texts,
      'equipe.1.nom': 'Prénom 1',
      'equipe.2.email': 'personne2@exemple.org',
    });
  });
});

test('an answer lost on the way: sent again with the same key, one copy counts', async () => {
  await visit({}, async (page) => {
    const { url, copies, moods, received } = receiver();
    await withEndpoint(page, url);
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
    const { url, moods, received } = receiver();
    await withEndpoint(page, url);
    await start(page);
    await bringAll(page);
    moods.push(422);
    await send(page);
    await page.getByRole('alert').filter({ hasText: 'a refusé l’envoi' }).waitFor();
    expect(await page.getByRole('button', { name: /Enregistrer pour envoyer|Préparer l’e-mail/ }).isVisible()).toBe(
      true,
    );
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
    const { url, moods, received } = receiver();
    await withEndpoint(page, url);
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

test('a team-mate opens the file: the same answers, replaced only when asked', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    await start(page);
    await fillPeople(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
    const path = await (await downloading).path();
    await page.locator('#personne-1-nom').fill('Changé');
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('button', { name: 'Non, garder mes réponses' }).click();
    expect(await page.locator('#personne-1-nom').inputValue()).toBe('Changé');
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('button', { name: 'Remplacer' }).click();
    expect(await page.locator('#personne-1-nom').inputValue()).toBe('Prénom 1');
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
    const { url, received } = receiver();
    await withEndpoint(page, url);
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
    expect(received[0]?.fields).toMatchObject({ pourquoi: 'Au clavier', local: 'rien' });
  });
});

test('axe sees no fault in any step, empty, wrong and filled', async () => {
  await visit({}, async (page) => {
    const found = troubles(page);
    await withEndpoint(page, receiver().url);
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
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.goto(PATH);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { label } of FIELDS) {
      expect(text.replace(/\s+/g, ' ')).toContain(label.replace(/\s+/g, ' '));
    }
    expect(await page.getByText(/ce navigateur n’exécute pas/).isVisible()).toBe(true);
  });
});
