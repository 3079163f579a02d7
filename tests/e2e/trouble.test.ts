/** What a page says when a part of it fails: of the connection when it is the connection, and only then. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtSite } from '../support/built-site.ts';

const open = builtSite();

type Gesture = (page: Page) => Promise<void>;

interface Part {
  path: string;
  /** The file without which it fails. */
  file: RegExp;
  use: Gesture;
  unreached: string;
  ours: string;
}

const place = (page: Page) => page.getByRole('combobox', { name: 'Votre commune ou votre code postal' });
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).press('Enter');
const type = async (page: Page) => place(page).fill('Clamecy');
const follow: Gesture = async (page) => {
  await page.getByLabel('Suivre un financement').fill('Un four');
  await page.getByRole('button', { name: 'hors de la veille' }).click();
};

const PARTS: Readonly<Record<string, Part>> = {
  'the names of places': {
    path: '/cantines/',
    file: /\/lieux\/nom-cl\.json/,
    use: type,
    unreached: 'La liste des communes n’arrive pas : vérifiez votre connexion',
    ours: 'La recherche d’un lieu est en panne, et votre connexion n’y est pour rien',
  },
  'the search of a place': {
    path: '/cantines/',
    file: /\/_astro\/choosing\./,
    use: type,
    unreached: 'La liste des communes n’arrive pas : vérifiez votre connexion',
    ours: 'La recherche d’un lieu est en panne, et votre connexion n’y est pour rien',
  },
  'where the device is': {
    path: '/cantines/',
    file: /\/_astro\/geolocation\./,
    use: press('Autour de moi'),
    unreached: 'La liste des communes n’arrive pas : vérifiez votre connexion',
    ours: 'La recherche d’un lieu est en panne, et votre connexion n’y est pour rien',
  },
  'the detailed map': {
    path: '/cantines/',
    file: /\/_astro\/detailed\./,
    use: press('Carte détaillée'),
    unreached: 'La carte détaillée n’a pas pu être chargée. Vérifiez votre connexion',
    ours: 'La carte détaillée est en panne, et votre connexion n’y est pour rien',
  },
  'the list kept offline': {
    path: '/cantines/',
    file: /\/_astro\/keeping\./,
    use: press('Garder la liste hors ligne'),
    unreached: 'La liste n’a pas pu être gardée : vérifiez votre connexion',
    ours: 'La liste n’a pas pu être gardée, et votre connexion n’y est pour rien',
  },
  'the search': {
    path: '/recherche/?q=repas',
    file: /\/pagefind\/pagefind\.js/,
    use: () => Promise.resolve(),
    unreached: 'Nous n’avons pas pu charger la recherche. Vérifiez votre connexion',
    ours: 'La recherche est en panne, et votre connexion n’y est pour rien',
  },
  'the watch': {
    path: '/financements/',
    file: /\/financements\/veille\.json/,
    use: () => Promise.resolve(),
    unreached: 'La veille n’arrive pas jusqu’ici : vérifiez votre connexion',
    ours: 'Cette partie de la veille est en panne, et votre connexion n’y est pour rien',
  },
  'the watch as a file': {
    path: '/financements/',
    file: /\/_astro\/keep\./,
    use: async (page) => {
      await page.locator('opportunity-finder .answer').waitFor();
      await page.getByText('Garder la liste').click();
      await page.getByRole('button', { name: 'Tableau (CSV)' }).click();
    },
    unreached: 'La veille n’arrive pas jusqu’ici : vérifiez votre connexion',
    ours: 'Cette partie de la veille est en panne, et votre connexion n’y est pour rien',
  },
  'the board as a file': {
    path: '/financements/suivi/',
    file: /\/_astro\/sync\./,
    use: async (page) => {
      await follow(page);
      await page.getByRole('button', { name: 'Tableau (CSV)' }).click();
    },
    unreached: 'Une partie de cette page n’est pas arrivée : vérifiez la connexion',
    ours: 'Ce bouton est en panne, et votre connexion n’y est pour rien',
  },
  'the questions of a list shown elsewhere': {
    path: '/embed/cantines/?questions=cuisiner',
    file: /\/_astro\/answering\./,
    use: () => Promise.resolve(),
    unreached: 'Les questions n’ont pas pu être posées : vérifiez votre connexion',
    ours: 'Les questions n’ont pas pu être posées, et votre connexion n’y est pour rien',
  },
};

/** As a method that a browser lacks: it fails when it is called. */
const broken = (path: string) =>
  path.endsWith('.json') ? '<!doctype html>' : 'throw new TypeError("[].toSorted is not a function")';

async function tell(
  { path, file, use }: Part,
  fails: 'unreached' | 'ours',
  run: (page: Page, told: string[]) => Promise<void>,
) {
  await open({}, async (page) => {
    const told: string[] = [];
    page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
    await page.route(file, (route) =>
      fails === 'unreached'
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body: broken(new URL(route.request().url()).pathname) }),
    );
    await page.goto(path);
    await use(page);
    await run(page, told);
  });
}

describe.each(Object.entries(PARTS))('%s', (_name, part) => {
  test('does not come: the connection is told', async () => {
    await tell(part, 'unreached', async (page) => {
      await page.getByText(part.unreached).filter({ visible: true }).waitFor();
      expect(await page.getByText('n’y est pour rien').filter({ visible: true }).count()).toBe(0);
    });
  });

  test('is broken: the connection is not blamed, and the console tells why', async () => {
    await tell(part, 'ours', async (page, told) => {
      await page.getByText(part.ours).filter({ visible: true }).waitFor();
      expect(
        await page
          .getByText(/vérifiez (votre|la) connexion/i)
          .filter({ visible: true })
          .count(),
      ).toBe(0);
      expect(told.join('\n')).toMatch(/toSorted is not a function|is not valid JSON/);
    });
  });
});

test('no room for the list is told as such', async () => {
  await open({}, async (page) => {
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no room'));
      StorageManager.prototype.estimate = () => Promise.resolve({ quota: 1000, usage: 900 });
    });
    await page.goto('/cantines/');
    await press('Garder la liste hors ligne')(page);
    await page.getByText('La liste n’a pas pu être gardée : la place manque sur l’appareil').waitFor();
  });
});

test('a list that never gets ready is told, and can be tried again', async () => {
  await open({}, async (page) => {
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => new Promise(() => undefined);
    });
    await page.clock.install();
    await page.goto('/cantines/');
    await press('Garder la liste hors ligne')(page);
    await expect
      .poll(async () => {
        await page.clock.runFor(30_000);
        return page.getByRole('button', { name: 'Réessayer' }).count();
      })
      .toBe(1);
    await page.getByText('La liste n’a pas pu être gardée : vérifiez votre connexion').waitFor();
  });
});
