/** The pane of the preview in a built CMS, where no server renders: the published page, with what is laid over it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, fieldOf, openForm, typeOver } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const AT_PUBLICATION = 'Les dates, horaires et listes se verront à la publication.';

const cms = builtCms();
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  page = await cms.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

const shown = () => page.frameLocator('.cms-preview iframe[data-front]');
const words = () => page.locator('.cms-preview [role="status"]');

test('a title, a summary and a text are in the published page as they are typed', async () => {
  await openForm(page, 'cantines/entries/annecy');
  await shown().getByRole('heading', { level: 1, name: 'Annecy' }).waitFor();
  const published = await shown().locator('.prose').first().innerHTML();
  await typeOver(fieldOf(page, 'title'), 'Annecy sur lac');
  await shown().getByRole('heading', { level: 1, name: 'Annecy sur lac' }).waitFor();
  await typeOver(fieldOf(page, 'summary'), 'Les pieds dans l’eau.');
  await shown().locator('.lead').getByText('Les pieds dans l’eau.').waitFor();
  expect(await shown().locator('.prose').first().innerHTML()).toBe(published);
  expect((await words().textContent())?.replace(/\s/g, ' ')).toBe(AT_PUBLICATION);
});

test('a text is set in Markdown, and runs nothing', async () => {
  await bodyOf(page).click();
  await page.getByRole('switch').last().click();
  await bodyOf(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText(
    'Un **lac** <img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script> [ici](javascript:parent.hacked=1) ',
  );
  await shown().locator('.prose strong', { hasText: 'lac' }).first().waitFor();
  expect(await shown().locator('.prose img, .prose script, .prose a[href^="javascript"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('a line of a list is changed where it stands', async () => {
  await page.goto('about:blank');
  await openForm(page, 'partnerships/entries/banque-alimentaire');
  await shown().locator('#banque-alimentaire h3').waitFor();
  await typeOver(fieldOf(page, 'title'), 'Des épices à partager');
  await shown().locator('#banque-alimentaire h3', { hasText: 'Des épices à partager' }).waitFor();
});

test('a new entry borrows the page of another, and says so', async () => {
  await page.goto('about:blank');
  await openForm(page, 'guides/new');
  await typeOver(fieldOf(page, 'title'), 'Éplucher sans se presser');
  await shown().getByRole('heading', { level: 1, name: 'Éplucher sans se presser' }).waitFor();
  await words()
    .getByText(/le reste est à/)
    .waitFor();
  expect(complaints).toEqual([]);
});
