/** A visitor looks for a cantine. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();
const LYON = { latitude: 45.764, longitude: 4.8357 };

const visit = (options: BrowserContextOptions, run: (page: Page) => Promise<void>) =>
  open(options, async (page) => {
    const found = troubles(page);
    await run(page);
    expect(found).toEqual([]);
  });

const field = (page: Page) => page.getByRole('combobox', { name: /Votre commune/ });
const suggested = (page: Page) => page.getByRole('listbox').getByRole('option');
const sum = (page: Page) => page.locator('.sum');
const answers = (page: Page) => page.locator('.found li');
const when = (page: Page) => page.getByRole('combobox', { name: 'Quand' });
const moment = (page: Page) => when(page).locator('option:checked').textContent();

// 10 h in France.
const MONDAY = Date.parse('2026-11-23T09:00:00Z');

test('keyboard only: from the postcode to the fiche', async () => {
  await visit({}, async (page) => {
    await page.goto('/cantines/');
    await field(page).focus();
    await page.keyboard.type('71000');
    await page.getByRole('option', { name: /Mâcon/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sum(page).filter({ hasText: 'Mâcon' }).waitFor();
    expect(await answers(page).first().textContent()).toContain('Mâcon');
    // Through the questions, to the first answer.
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('.found') !== null)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cantines/macon/');
    expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe('Mâcon');
  });
});

test('from the home page, with what was typed', async () => {
  await visit({}, async (page) => {
    await page.goto('/');
    await page.locator('main').getByRole('searchbox').fill('Saint Etienne 42000');
    await page.locator('main').getByRole('searchbox').press('Enter');
    await page.waitForURL('**/cantines/?lieu=*');
    await sum(page).waitFor();
  });
});

test('a place is remembered when asked, says the next meal on the home page, and is forgotten', async () => {
  await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.clock.setFixedTime(MONDAY);
    const near = page.locator('next-meal-near');
    await page.goto('/');
    expect(await near.isVisible()).toBe(false);
    await page.goto('/cantines/?lieu=macon-71270');
    await page.getByRole('button', { name: 'Retenir ce lieu' }).press('Enter');
    await page.getByRole('button', { name: 'Oublier ce lieu' }).waitFor();
    await page.goto('/');
    await near.getByRole('link', { name: 'Mâcon', exact: true }).waitFor();
    expect(await near.locator('.meal').textContent()).toMatch(
      /^(?:Aujourd’hui|Ce|Demain|\p{Lu}\p{Ll}+di) .*: à table/u,
    );
    expect(await axeFaults(page)).toEqual([]);
    await near.getByRole('button', { name: 'Oublier ce lieu' }).press('Enter');
    expect(await near.isVisible()).toBe(false);
    await page.reload();
    expect(await near.isVisible()).toBe(false);
  });
});

test('a position is never remembered', async () => {
  await visit({ geolocation: LYON, permissions: ['geolocation'] }, async (page) => {
    await page.goto('/cantines/');
    await page.getByRole('button', { name: /Autour de moi/ }).click();
    await answers(page).first().waitFor();
    expect(await page.getByRole('button', { name: 'Retenir ce lieu' }).isVisible()).toBe(false);
  });
});

test.each([360, 1280])('each suggested place can be seen and pressed (%d px)', async (width) => {
  await visit({ viewport: { width, height: 740 } }, async (page) => {
    await page.goto('/cantines/');
    const options = suggested(page);
    await field(page).fill('Saint-Denis');
    await options.nth(7).waitFor();
    const count = await options.count();
    for (let rank = 0; rank < count; rank++) {
      await field(page).fill('Saint-Denis');
      const option = options.nth(rank);
      const label = (await option.locator('span').textContent()) ?? '';
      // A click that another element would take, or on what is cut away, fails.
      await option.click();
      expect(await field(page).inputValue(), `option ${rank}`).toContain(label);
    }
  });
});

describe('the first screen of a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const bottomOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().bottom);

  test('holds the answer and the first card once a place is chosen, and reads from there', async () => {
    await visit(phone, async (page) => {
      await page.goto('/cantines/');
      await field(page).fill('Clamecy');
      await suggested(page).first().tap();
      await sum(page).filter({ hasText: /\p{L}/u }).waitFor();
      expect(await bottomOf(page, '.sum')).toBeLessThan(740);
      expect(await bottomOf(page, '.found li')).toBeLessThanOrEqual(740);
      // The keyboard of the telephone has gone, and the next step is the answer.
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('sum');
      // The map, the invitation to open one, the first card.
      for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.found') !== null)).toBe(true);
    });
  });

  test.each(['oullins-69149', '75020', '69009', 'strasbourg-67482'])('holds the first card of %s', async (place) => {
    await visit(phone, async (page) => {
      await page.goto(`/cantines/?lieu=${place}`);
      await page.locator('.found li').first().waitFor();
      expect(await bottomOf(page, '.found li')).toBeLessThanOrEqual(740);
    });
  });

  test('the questions are one row, and the map is one tap away', async () => {
    await visit(phone, async (page) => {
      await page.goto('/cantines/?lieu=oullins-69149');
      await page.locator('.found li').first().waitFor();
      const tops = await page
        .locator('fieldset label')
        .evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().top)));
      expect(new Set(tops).size).toBe(1);
      await page.getByRole('link', { name: 'Carte', exact: true }).tap();
      await page.waitForURL(/#carte$/);
      const map = await page.locator('cantine-map').boundingBox();
      expect(map?.y).toBeLessThan(740);
      expect(map?.y).toBeGreaterThan(-50);
    });
  });
});

test('the map has a mark for each cantine that is open or being prepared', async () => {
  await visit({ viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto('/cantines/');
    const listed = await page
      .locator('cantine-finder > script[type="application/json"]')
      .evaluate((script) => JSON.parse(script.textContent) as { slug: string; status: string; point?: object }[]);
    const expected = listed.filter(({ status, point }) => point && /open|preparing/.test(status));
    const marked = await page
      .locator('cantine-map [data-slugs]:visible')
      .evaluateAll((marks) => marks.flatMap((mark) => (mark as SVGElement).dataset['slugs']?.split(' ') ?? []));
    expect(marked.toSorted()).toEqual(expected.map(({ slug }) => slug).toSorted());
  });
});

describe('the words of a place', () => {
  const options = suggested;
  const note = (page: Page) => page.locator('place-field [data-note]');
  const first = (page: Page) => answers(page).first();

  test.each([
    ['69009', 'Lyon Vaise', 'dans le même arrondissement'],
    ['75020', 'Bagnolet', 'à environ'],
    ['Vaise', 'Lyon Vaise', 'la voici'],
    ['Croix-Rousse', 'Lyon Croix-Rousse', 'la voici'],
    ['Roanne', 'Roanne', 'dans la commune'],
    ['69', 'Lyon', 'dans ce département'],
    ['Auvergne-Rhône-Alpes', '', 'dans cette région'],
    ['Genève', 'Annecy', 'à environ'],
  ])('« %s » begins with %s', async (text, title, distance) => {
    await visit({}, async (page) => {
      await page.goto(`/cantines/?lieu=${encodeURIComponent(text)}`);
      await sum(page).waitFor();
      expect(await first(page).getByRole('heading').textContent()).toContain(title);
      expect(await first(page).locator('[data-distance]').textContent()).toContain(distance);
      // What is chosen is in the address, and the address means the same.
      await answers(page).nth(1).waitFor();
      const shown = await answers(page).getByRole('link').allTextContents();
      await page.reload();
      await sum(page).waitFor();
      expect(await answers(page).getByRole('link').allTextContents()).toEqual(shown);
    });
  });

  test('namesakes are offered to who comes from the home page, and the sentence names the département', async () => {
    await visit({}, async (page) => {
      await page.goto('/');
      await page.locator('main').getByRole('searchbox').fill('Saint-Denis');
      await page.locator('main').getByRole('searchbox').press('Enter');
      await page.waitForURL('**/cantines/?lieu=*');
      await note(page).filter({ hasText: 'Plusieurs lieux portent ce nom' }).waitFor();
      expect(await sum(page).isVisible()).toBe(false);
      expect(await field(page).inputValue()).toBe('Saint Denis');
      await options(page).filter({ hasText: 'Seine-Saint-Denis (93)' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await sum(page).filter({ hasText: 'Saint-Denis (Seine-Saint-Denis)' }).waitFor();
      expect(page.url()).toContain('saint-denis-93066');
    });
  });

  test('namesakes are offered on the page: Enter asks, and Enter again takes the first', async () => {
    await visit({}, async (page) => {
      await page.goto('/cantines/');
      await field(page).fill('Romans');
      await options(page).first().waitFor();
      await field(page).press('Enter');
      await note(page).filter({ hasText: 'lequel est le vôtre' }).waitFor();
      expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
      await field(page).press('Enter');
      await sum(page).filter({ hasText: 'Romans-sur-Isère (Drôme)' }).waitFor();
      expect(await first(page).textContent()).toContain('Romans-sur-Isère');
    });
  });

  test('a slip of a letter offers what is spelled nearly so', async () => {
    await visit({}, async (page) => {
      await page.goto('/cantines/?lieu=Grenobel');
      await note(page).filter({ hasText: 'Vouliez-vous dire' }).waitFor();
      await options(page).filter({ hasText: 'Grenoble' }).click();
      await sum(page).filter({ hasText: 'Grenoble (Isère)' }).waitFor();
    });
  });
});

test('without scripts, the place of an address is not ignored in silence: the list is whole', async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/cantines/?lieu=Saint-Denis');
    // Playwright reads no text in a noscript element: it is found by its place.
    const told = page.locator('cantine-finder noscript > p');
    expect(await told.isVisible()).toBe(true);
    expect(await told.textContent()).toContain('un lieu ne peut pas être cherché');
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(await page.getByText('Tapez votre commune').isVisible()).toBe(false);
    expect(await page.locator('li.cantine').count()).toBeGreaterThan(20);
    const [region] = await page.locator('cantine-finder noscript a').all();
    await region?.click();
    const heading = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    expect(await heading.textContent()).toBe(await region?.textContent());
  });
});

describe('questions', () => {
  test('sort, count, stay in the address, come back and go', async () => {
    await visit({}, async (page) => {
      await page.goto('/cantines/');
      await page.getByRole('checkbox', { name: /Je veux cuisiner/ }).check({ force: true });
      await page.waitForURL('**/cantines/?questions=cuisiner');
      const shown = await answers(page).count();
      const counted = await page.locator('[data-count="cuisiner"]').filter({ hasText: /\d/ }).textContent();
      expect(Number(counted)).toBe(shown);
      await answers(page).first().getByRole('heading').getByRole('link').click();
      await page.waitForURL(/\/cantines\/[a-z0-9-]+\/$/);
      await page.goBack();
      await sum(page).filter({ hasText: 'répond' }).waitFor();
      expect(await answers(page).count()).toBe(shown);
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      await page.waitForURL(/\/cantines\/$/);
      expect(await page.locator('.all').getAttribute('data-aside')).toBeNull();
      expect(await page.locator('.all li.cantine').count()).toBeGreaterThan(20);
    });
  });

  test('an answer is never empty', async () => {
    await visit({}, async (page) => {
      await page.goto('/cantines/?lieu=lyon-69001&questions=fauteuil,sans-reserver,week-end,soir,vegetarien');
      await sum(page).waitFor();
      expect(await page.locator('.answer li.cantine').count()).toBeGreaterThan(0);
    });
  });

  test('a hand-made address is read for what it says, and no more', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(MONDAY);
      await page.goto('/cantines/?questions=midi,fauteuil,%3Cscript%3E,zz&projets=42&lieu=nulle-part-sur-terre&x=y');
      await page.getByText(/Nous ne trouvons pas.*La liste reste entière/).waitFor();
      expect(await moment(page)).toBe('Ce midi');
      expect(await page.getByRole('checkbox', { name: /fauteuil/ }).isChecked()).toBe(true);
    });
  });
});

describe('« Quand ? »', () => {
  test('a meal of tomorrow: each answer says yes, or that it is not known', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.clock.setFixedTime(MONDAY);
      await page.goto('/cantines/?lieu=oullins-69600');
      await sum(page).filter({ hasText: 'Oullins' }).waitFor();
      await when(page).selectOption('Demain midi');
      await page.waitForURL(/\?lieu=oullins-\d+&quand=2026-11-24-midi$/);
      const told = (slug: string) => page.locator(`.found #${slug} [data-meal]`).textContent();
      const plain = async (slug: string) => (await told(slug))?.replaceAll(/\s/g, ' ');
      expect(await plain('oullins')).toBe('Demain midi : à demander');
      expect(await plain('lyon-perrache')).toBe(
        'Demain midi : à table à 12 h 15 (horaires du 8 novembre 2021, à confirmer)',
      );
      // The nearest stays first, and the sentence says what is known of it, then where one eats.
      expect(await answers(page).first().getAttribute('id')).toBe('oullins');
      expect((await sum(page).textContent())?.replaceAll(/\s/g, ' ')).toMatch(
        /La plus proche : Oullins, .*Demain midi : à demander\. À table : Lyon Perrache, à environ \d+ km, à confirmer\.$/,
      );
      expect(await axeFaults(page)).toEqual([]);
      await page.reload();
      await sum(page).filter({ hasText: 'Oullins' }).waitFor();
      expect(await moment(page)).toBe('Demain midi');
      await page.getByRole('button', { name: 'Tout effacer' }).click();
      expect(await moment(page)).toBe('N’importe quand');
      expect(await page.locator('[data-meal]:visible').count()).toBe(0);
    });
  });

  test('offers what is still to come, from the keyboard', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(MONDAY + 6 * 3_600_000);
      await page.goto('/cantines/');
      const offered = await when(page).locator('option').allTextContents();
      expect(offered.slice(0, 6)).toEqual([
        'N’importe quand',
        'Maintenant',
        'Aujourd’hui',
        'Ce soir',
        'Demain midi',
        'Demain soir',
      ]);
      await when(page).focus();
      await page.keyboard.type('ce s');
      await page.waitForURL('**/cantines/?quand=2026-11-23-soir');
    });
  });

  test('a moment that is past is not asked again', async () => {
    await visit({}, async (page) => {
      await page.clock.setFixedTime(MONDAY);
      await page.goto('/cantines/?quand=2026-11-22-midi');
      expect(await moment(page)).toBe('N’importe quand');
      expect(await page.locator('.all').getAttribute('data-aside')).toBeNull();
    });
  });
});

test('a cantine that is being prepared is shown where it is the nearest', async () => {
  await visit({}, async (page) => {
    await page.goto('/cantines/?lieu=roanne-42300');
    await sum(page).filter({ hasText: 'Roanne' }).waitFor();
    const first = answers(page).first();
    expect(await first.getAttribute('id')).toBe('roanne');
    expect(await first.textContent()).toContain('Une équipe se prépare');
  });
});

test('another place typed over the first, and sent at once: never the first', async () => {
  await visit({}, async (page) => {
    await page.goto('/cantines/');
    await field(page).fill('71000');
    await page.getByRole('option', { name: /Mâcon/ }).first().click();
    await sum(page).filter({ hasText: 'Mâcon' }).waitFor();
    // The network holds back what is asked for until the question is sent.
    const { promise: sent, resolve: send } = Promise.withResolvers<undefined>();
    await page.route('**/lieux/**', (route) => sent.then(() => route.continue()));
    await field(page).fill('Strasbourg');
    await field(page).press('Enter');
    send(undefined);
    await sum(page).filter({ hasText: 'Strasbourg' }).waitFor();
    expect(page.url()).toContain('strasbourg');
  });
});

describe('« Autour de moi »', () => {
  const around = (page: Page) => page.getByRole('button', { name: 'Autour de moi' });
  const told = (page: Page) => page.locator('place-field [data-note]').filter({ hasText: /\p{L}/u });

  test('sorts from where the device is', async () => {
    await visit({ geolocation: LYON, permissions: ['geolocation'] }, async (page) => {
      await page.goto('/cantines/');
      await around(page).click();
      await sum(page).waitFor();
      expect(await answers(page).first().textContent()).toContain('Lyon');
      expect(page.url()).not.toMatch(/45\.7|4\.8/);
    });
  });

  test('refused, it says what to do instead', async () => {
    await visit({ permissions: [] }, async (page) => {
      await page.goto('/cantines/');
      await around(page).click();
      await told(page).filter({ hasText: 'c’est votre droit' }).waitFor();
      expect(await told(page).textContent()).toMatch(/commune ou un code postal/);
    });
  });

  test('too slow, it says what to do instead', async () => {
    await visit({}, async (page) => {
      // A device that never finds itself: the browser's own error for it (GeolocationPositionError.TIMEOUT).
      await page.addInitScript(() => {
        Object.defineProperty(navigator.geolocation, 'getCurrentPosition', {
          value: (_found: unknown, failed: (error: { code: number }) => void) => failed({ code: 3 }),
        });
      });
      await page.goto('/cantines/');
      await around(page).click();
      await told(page).filter({ hasText: 'Votre position tarde trop' }).waitFor();
      expect(await page.locator('.all li.cantine').count()).toBeGreaterThan(20);
    });
  });

  test('far abroad, the nearest are shown and said to be far', async () => {
    await visit(
      { geolocation: { latitude: -33.87, longitude: 151.21 }, permissions: ['geolocation'] },
      async (page) => {
        await page.goto('/cantines/');
        await around(page).click();
        await told(page).filter({ hasText: 'loin de la France' }).waitFor();
        await sum(page).waitFor();
        expect(await page.locator('.answer li.cantine').count()).toBeGreaterThan(0);
        // Said before the cards that are too far.
        const invited = await page.locator('.invite').boundingBox();
        const first = await answers(page).first().boundingBox();
        expect(invited?.y).toBeLessThan(first?.y ?? 0);
      },
    );
  });
});

test('when the list of communes does not come, the typed words stay and the list too', async () => {
  await open({}, async (page) => {
    await page.route('**/lieux/**', (route) => route.abort());
    await page.goto('/cantines/');
    await field(page).fill('Lyon');
    await page.getByText(/La liste des communes n’arrive pas/).waitFor();
    expect(await field(page).inputValue()).toBe('Lyon');
    expect(await page.locator('.all li.cantine').count()).toBeGreaterThan(20);
    await page.unroute('**/lieux/**');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await suggested(page).first().waitFor();
  });
});

test('no tile is asked for before the click, and one that fails is told', async () => {
  await open({}, async (page, origin) => {
    const elsewhere: string[] = [];
    await page.route(
      (url) => url.origin !== origin,
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    await page.goto('/cantines/', { waitUntil: 'networkidle' });
    expect(elsewhere).toEqual([]);
    await page.getByRole('button', { name: 'Carte détaillée' }).click();
    await page.getByText(/fond de carte n’arrive pas/).waitFor();
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(new Set(elsewhere.map((url) => new URL(url).origin))).toEqual(new Set(['https://data.geopf.fr']));
  });
});

test('axe sees no fault in an answer', async () => {
  await open({}, async (page) => {
    await page.goto('/cantines/?lieu=lyon-69001&questions=cuisiner');
    await sum(page).filter({ hasText: 'Lyon' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

test('an answer fits a phone of 360 px, and one of 320', async () => {
  await open({ viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto('/cantines/?lieu=lyon-69001&questions=cuisiner');
    await sum(page).filter({ hasText: 'Lyon' }).waitFor();
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
