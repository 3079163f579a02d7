/** A team keeps one board in a folder that it shares. The folder is one of the browser’s own: real handles, no disk. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtSite, troubles } from '../support/built-site.ts';

const open = builtSite();
const PATH = '/financements/suivi/';
const PHRASE = 'quatre carottes un tablier';

/** Where a chooser of folders would be: the folder « équipe » of this browser. */
const chooser = () => {
  Object.assign(globalThis, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('équipe', { create: true }),
  });
};

/** The files of the folder, by name. */
const filesOf = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('équipe', { create: true });
    const files: [string, string][] = [];
    for await (const [name, handle] of folder.entries()) {
      if (handle instanceof FileSystemFileHandle) files.push([name, await (await handle.getFile()).text()]);
    }
    return files;
  });

/** What a synchronised folder does: the files of another come. */
const receive = (page: Page, files: readonly [string, string][]) =>
  page.evaluate(
    async (given) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('équipe', { create: true });
      for (const [name, text] of given) {
        const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await writing.write(text);
        await writing.close();
      }
    },
    files as [string, string][],
  );

async function start(page: Page): Promise<void> {
  await page.addInitScript(chooser);
  await page.goto(PATH);
  await page.locator('.follow-up').waitFor();
}

async function add(page: Page, title: string): Promise<void> {
  await page.getByLabel('Suivre un financement').fill(title);
  await page.getByRole('button', { name: /hors de la veille$/ }).click();
  await page.getByRole('button', { name: title, exact: true }).waitFor();
}

const team = (page: Page) => page.locator('.follow-up .team');

async function join(page: Page, phrase = PHRASE): Promise<void> {
  if ((await team(page).getAttribute('open')) === null) await team(page).locator('summary').click();
  await page.getByLabel(/^La phrase de l’équipe/).fill(phrase);
  await page.getByRole('button', { name: 'Choisir le dossier partagé' }).click();
}

const live = (page: Page) => team(page).getByText('à jour').waitFor();

/** The page is looked at again: it reads the folder. */
const look = (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** What a browser that opens no folder passes on: a board with one opportunity, sealed. */
async function passedOn(title: string, phrase = PHRASE): Promise<[string, string]> {
  let text = '';
  await open({ acceptDownloads: true }, async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
    await page.goto(PATH);
    await page.locator('.follow-up').waitFor();
    await add(page, title);
    await team(page).locator('summary').click();
    await page.getByLabel(/^La phrase de l’équipe/).fill(phrase);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer le fichier chiffré' }).click();
    const parts = (await (await (await waiting).createReadStream()).toArray()) as Buffer[];
    text = Buffer.concat(parts).toString();
  });
  return [`suivi-${title}.equipe.json`, text];
}

test('two team-mates share a folder: each sees what the other wrote, and nobody else reads it', async () => {
  await open({}, async (mine) => {
    const found = troubles(mine);
    await start(mine);
    await add(mine, 'Appel de la ville');
    await join(mine);
    await live(mine);
    const first = await filesOf(mine);
    expect(first.length).toBe(1);
    expect(first[0]?.[1]).not.toContain('Appel de la ville');

    let second: [string, string][] = [];
    await open({}, async (hers) => {
      await start(hers);
      await receive(hers, first);
      await join(hers, 'pas la bonne phrase');
      await team(hers).getByText('n’ouvre aucun des fichiers').waitFor();
      await join(hers);
      await live(hers);
      await hers.getByRole('button', { name: 'Appel de la ville', exact: true }).waitFor();
      await add(hers, 'Fondation du marché');
      await expect.poll(async () => (await filesOf(hers)).length, { timeout: 20_000 }).toBe(2);
      const before = new Map(first);
      await expect
        .poll(async () => (await filesOf(hers)).filter(([name]) => !before.has(name)).map(([, text]) => text.length), {
          timeout: 20_000,
        })
        .toEqual([expect.any(Number)]);
      // Settled: the file no longer changes.
      await hers.waitForTimeout(4_000);
      second = (await filesOf(hers)).filter(([name]) => !before.has(name));
    });

    await receive(mine, second);
    // The page is reloaded: the folder and the key are kept, and nothing is asked.
    await mine.reload();
    await live(mine);
    await mine.getByRole('button', { name: 'Fondation du marché', exact: true }).waitFor();
    await mine.getByRole('button', { name: 'Quitter l’équipe' }).click();
    await mine.reload();
    await mine.locator('.follow-up').waitFor();
    expect(await team(mine).getAttribute('open')).toBeNull();
    expect(await mine.getByRole('button', { name: 'Fondation du marché', exact: true }).count()).toBe(1);
    expect(found).toEqual([]);
  });
});

test('a file sealed elsewhere opens for who joined before; one under another phrase asks for it, and nothing else', async () => {
  const same = await passedOn('Appel de la ville');
  const mistyped = await passedOn('Fondation du marché', 'quatre carottes un tablié');
  await open({}, async (page) => {
    await start(page);
    await add(page, 'Prix du quartier');
    await join(page);
    await live(page);
    await receive(page, [same]);
    await look(page);
    await page.getByRole('button', { name: 'Appel de la ville', exact: true }).waitFor();
    const field = team(page).getByLabel(/^La phrase de l’équipe/);
    expect(await field.count()).toBe(0);

    await receive(page, [mistyped]);
    await look(page);
    await team(page).getByText('une autre phrase l’a fermé').waitFor();
    // What was typed to join is not left in the page.
    expect(await field.inputValue()).toBe('');
    await field.fill('une phrase de trop');
    await page.getByRole('button', { name: 'Essayer cette phrase' }).click();
    await page.getByText('n’ouvre pas non plus').waitFor();
    await field.fill('quatre carottes un tablié');
    await page.getByRole('button', { name: 'Essayer cette phrase' }).click();
    await page.getByRole('button', { name: 'Fondation du marché', exact: true }).waitFor();
    // Nothing that the former phrase opened is lost.
    expect(await page.getByRole('button', { name: 'Appel de la ville', exact: true }).count()).toBe(1);
    await team(page)
      .getByText(`« ${same[0]} » reste fermé`.replaceAll(/« | »/g, (at) => at.replace(' ', '\u00a0')))
      .waitFor();
  });
});

test('a folder that is away for a moment is tried again; one that the browser keeps shut says how to open it', async () => {
  await open({}, async (page) => {
    await page.addInitScript(() => {
      const permission = () => Promise.resolve(localStorage.getItem('permission') ?? 'granted');
      Object.assign(FileSystemDirectoryHandle.prototype, {
        queryPermission: permission,
        requestPermission: permission,
      });
    });
    await start(page);
    await add(page, 'Appel de la ville');
    await join(page);
    await live(page);
    await page.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('équipe', { recursive: true }),
    );
    await look(page);
    await team(page).getByRole('alert').filter({ hasText: 'n’est plus là' }).waitFor();
    expect(
      await team(page)
        .getByLabel(/^La phrase de l’équipe/)
        .count(),
    ).toBe(0);
    await receive(page, []);
    await look(page);
    await live(page);
    // It came back empty: what this browser knows is there again.
    expect((await filesOf(page)).length).toBe(1);
    expect(await team(page).getByRole('alert').count()).toBe(0);

    await page.evaluate(() => localStorage.setItem('permission', 'denied'));
    await page.reload();
    await page.getByRole('button', { name: /^Rouvrir le dossier/ }).click();
    await team(page).getByRole('alert').filter({ hasText: 'acceptez sa question' }).waitFor();
    // Chosen again, it needs no passphrase.
    await page.evaluate(() => localStorage.setItem('permission', 'granted'));
    await page.getByRole('button', { name: 'Choisir le dossier de nouveau' }).click();
    await live(page);
  });
});

test('without folders, the sealed file goes by hand; a short phrase is refused with the reason', async () => {
  await open({ acceptDownloads: true }, async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
    await page.goto(PATH);
    await page.locator('.follow-up').waitFor();
    await add(page, 'Appel de la ville');
    await team(page).locator('summary').click();
    expect(await page.getByRole('button', { name: 'Choisir le dossier partagé' }).count()).toBe(0);
    await page.getByLabel(/^La phrase de l’équipe/).fill('trop court');
    await page.getByRole('button', { name: 'Enregistrer le fichier chiffré' }).click();
    await team(page).getByRole('alert').filter({ hasText: '10 signes' }).waitFor();
    await page.getByLabel(/^La phrase de l’équipe/).fill(PHRASE);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer le fichier chiffré' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^suivi-\d{4}-\d{2}-\d{2}\.equipe\.json$/);
    const buffer = Buffer.concat((await (await file.createReadStream()).toArray()) as Buffer[]);
    await open({}, async (other) => {
      await other.goto(PATH);
      await other.locator('.follow-up').waitFor();
      await team(other).locator('summary').click();
      await other.getByLabel(/^La phrase de l’équipe/).fill(PHRASE);
      await team(other)
        .locator('input[type=file]')
        .setInputFiles({ name: 'suivi.equipe.json', mimeType: 'application/json', buffer });
      await other.getByRole('button', { name: 'Appel de la ville', exact: true }).waitFor();
    });
  });
});
