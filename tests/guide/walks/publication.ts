import type { Locator, Page } from 'playwright-core';
import { fieldOf, publish, typeOver } from '../../support/cms-page.ts';
import { startGitlabCms } from '../../support/gitlab-cms.ts';
import { until } from '../../support/until.ts';
import type { Walk } from '../studio.ts';

/** What became of a save, on a forge. */
export const publication: Walk = async ({ editor }, take) => {
  const online = await startGitlabCms();
  try {
    const page = await editor('phone', online.site.url);
    let commit = '';
    online.gitlab.onCommit = (written) => (commit = written);
    await online.logIn(page);
    await page.goto('/admin/#/collections/cantines/entries/lyon-vaise');
    await fieldOf(page, 'summary').waitFor();
    const bar = page.locator('#publication');
    const shown = [bar, page.locator('#desk')];

    await save(page, 'On y mange ensemble, midi et soir.');
    await says(page, bar, 'Enregistré');
    await take('saved', shown);
    online.gitlab.pipelines.set(commit, { status: 'success' });
    online.site.state = online.servedAt(commit);
    await says(page, bar, 'En ligne');
    await take('online', shown);

    await bar.getByRole('button', { name: 'Fermer' }).click();
    await save(page, 'On y mange ensemble, chaque midi.');
    await says(page, bar, 'Enregistré');
    online.site.state = { ...online.site.state, refused: online.refusalOf(commit) };
    await says(page, bar, 'Refusé');
    await take('build-refused', shown);
    await page.close();
  } finally {
    await online.close();
  }
};

async function save(page: Page, summary: string): Promise<void> {
  await typeOver(fieldOf(page, 'summary'), summary);
  await publish(page);
}

/** How often the bar looks at the site, at the most. */
const LOOKS_MS = 5_000;

async function says(page: Page, bar: Locator, words: string): Promise<void> {
  await until(`the bar says « ${words} »`, async () => {
    await page.clock.runFor(LOOKS_MS);
    return (await bar.innerText()).includes(words);
  });
}
