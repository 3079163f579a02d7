/** The CMS on a clone of this machine, through Decap's local server in Git mode: a draft, its review, its publication. */
import { expect, test } from 'vitest';
import { LOCAL_API } from '#admin/backend.ts';
import { fieldOf, publish, typeOver } from '../support/cms-page.ts';
import { BRANCH, FICHE, FILE, forgeDesk, openFiche, says, setState } from '../support/forge-desk.ts';
import { git } from '../support/git.ts';
import { startLocalGit } from '../support/local-git-server.ts';

const desk = forgeDesk(startLocalGit);
const said = (...args: string[]) => git(desk.forge().clone, ...args);
const branches = () => said('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');

test('a draft on its own branch, reviewed, then online, in the name of who runs it', async () => {
  const page = await desk.open('review');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.route(`**${LOCAL_API}`, async (route) => {
    const response = await route.fetch({ url: desk.forge().url }).catch(() => undefined);
    await (response ? route.fulfill({ response }) : route.abort()).catch(() => undefined);
  });
  await page.reload();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await openFiche(page, FICHE);
  await typeOver(fieldOf(page, 'summary'), 'On y mange près de la gare.');
  // As « Enregistrer le brouillon » does.
  await page.keyboard.press('Control+s');
  await says(page, /Brouillon gardé, à relire/);
  expect(branches()).toEqual([BRANCH, 'main']);
  expect(said('show', `main:${FILE}`)).not.toContain('près de la gare');
  expect(said('show', `${BRANCH}:${FILE}`)).toContain('près de la gare');

  await setState(page, 'Prête');
  await says(page, /L’état est changé/);
  await publish(page);
  await expect.poll(() => said('show', `main:${FILE}`)).toContain('près de la gare');
  await expect.poll(branches).toEqual(['main']);
  expect(said('log', '-1', '--format=%s|%an', 'main')).toContain('|Une équipe');
  await page.close();
});
