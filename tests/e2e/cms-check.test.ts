/** The form of the CMS checks what the build checks: what it saves stops no build, and what it refuses is shown. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { again } from '../support/again.ts';
import { labelled, openForm, publish, unfold } from '../support/cms-page.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();
let page: Page;

beforeEach(async () => {
  page = await cms.newPage();
  return () => page.close();
});

/** A section of each form. */
const SOURCES = 'Sources et publication';
const STORY = 'ce-que-la-table-change';
/** No page of the frozen network leads to it: it may be hidden. */
const UNLINKED = 'la-confiance-condition-de-la-transition';
const story = (slug = STORY) => readFile(join(cms.content(), 'stories', `${slug}.md`), 'utf8');

test('what the build refuses is not saved: each error is on its field, unfolded, the first with the cursor', async () => {
  const before = await story();
  await openStory();
  await unfold(page, SOURCES);
  const sources = fieldOf('Sources');
  const address = page.locator('input[id^=url-field]').nth(8);
  await sources.getByRole('button', { name: 'Déplier' }).first().click();
  await address.fill('exemple');
  await sources.getByRole('button', { name: 'Replier' }).first().click();
  await page.getByRole('button', { name: SOURCES, expanded: true }).click();
  await write('# Titre\n\n[x](javascript:alert(1))');
  await publish(page);
  const message = page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' });
  await message.waitFor();
  // It stays: nothing counts its seconds.
  expect(await page.getByRole('progressbar').count()).toBe(0);
  await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await address.isVisible()).toBe(true);
  expect(await errorsOf('Texte')).toMatch(/titre de premier niveau[^]*exécuter du code/);
  expect(await errorsOf('Sources')).toMatch(/Copiez l’adresse entière/);
  expect(await story()).toBe(before);

  await address.fill('https://exemple.org/');
  await write('## Titre\n\nUn texte.');
  await publish(page);
  await page.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor();
  await message.waitFor({ state: 'detached' });
  await expect.poll(() => story()).toContain('## Titre');
  expect(await cms.refused()).toEqual([]);
});

test('a draft is saved with its errors, which are told, and stops no build; a right one is published', async () => {
  await openForm(page, `stories/entries/${UNLINKED}`);
  await fieldOf('Titre').getByRole('textbox').first().fill('');
  await write('# Titre');
  await unfold(page, SOURCES);
  await fieldOf('Brouillon').getByRole('switch').click();
  await publish(page);
  const remaining = page.getByRole('alert').filter({ hasText: 'Avant de le publier, il reste' });
  await remaining.waitFor();
  expect(await remaining.innerText()).toMatch(/Titre[^]*obligatoire[^]*premier niveau/);
  await expect.poll(() => story(UNLINKED)).toMatch(/^draft: true$/m);
  expect(await cms.refused()).toEqual([]);

  await fieldOf('Brouillon').getByRole('switch').click();
  await publish(page);
  await page.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' }).waitFor();
  expect(await errorsOf('Titre')).toMatch(/obligatoire/);
  expect(await story(UNLINKED)).toMatch(/^draft: true$/m);
});

test('on a telephone, what is wrong leaves « Publier » in reach', async () => {
  const phone = await cms.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await openForm(phone, 'cantines/entries/metz');
  await phone.locator('[id^="title-field-"]').first().fill('');
  await publish(phone);
  await phone.getByRole('alert').filter({ hasText: 'Rien n’est enregistré' }).waitFor();
  const button = phone.getByRole('button', { name: /^Publier/ }).first();
  const isInReach = () =>
    button.evaluate((own) => {
      const { left, top, width, height } = own.getBoundingClientRect();
      return own.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
  await expect.poll(isInReach).toBe(true);
  phone.once('dialog', (leave) => void leave.accept());
  await phone.close();
});

test('a session that another of its month has the name of is numbered, and said so', async () => {
  const answers = new URLSearchParams({
    title: 'Ça mijote, en ligne',
    summary: 'Une séance.',
    kind: 'ca-mijote',
    startsAt: '2027-01-28T18:30',
    endsAt: '2027-01-28T20:30',
    attendance: 'online',
  });
  await openForm(page, `sessions/new?${answers}`);
  await publish(page);
  await page.getByText(/l’adresse de celle-ci est \/sessions\/2027-01-ca-mijote-en-ligne-1\//).waitFor();
  expect(await cms.refused()).toEqual([]);
});

const openStory = () => openForm(page, `stories/entries/${STORY}`);

const fieldOf = (label: string) => labelled(page, label);

const errorsOf = async (label: string) => {
  const told = await fieldOf(label).locator('label + ul').allTextContents();
  return told.join('\n').replace(/[\u00a0\u202f]/g, ' ');
};

/** Types the text of the entry as Markdown. */
async function write(text: string): Promise<void> {
  const body = fieldOf('Texte');
  const mode = body.getByRole('switch').last();
  if ((await mode.getAttribute('aria-checked')) !== 'true') await mode.click();
  const area = body.locator('[contenteditable=true]');
  await area.click();
  await again('slate-hears-late', async () => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    return (await area.innerText()).replaceAll('\ufeff', '').trim() === '';
  });
  await page.keyboard.insertText(text);
}
