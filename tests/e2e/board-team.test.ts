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
