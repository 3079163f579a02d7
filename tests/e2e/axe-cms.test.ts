/** What axe sees in the screens of the CMS, everything unfolded: what docs/cms-accessibility.md says, no more, no less. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { dialogOf, openCms, openForm, openList, unfoldAll } from '../support/cms-page.ts';
import { projectRoot } from '../support/folders.ts';
import { builtCms } from '../support/opened-cms.ts';

const cms = builtCms();

const CANTINE = 'cantines/entries/exemple-ouverte';
const SESSION = 'sessions/entries/2027-01-ca-mijote-en-ligne';
const OPPORTUNITY = 'opportunities/entries/exemple-tables-ouvertes';

/** The rules of the table, in its order. */
async function known(): Promise<string[]> {
  const text = await readFile(join(projectRoot, 'docs/cms-accessibility.md'), 'utf8');
  return [...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, rule = '']) => rule);
}

const rulesOf = (faults: readonly string[]): string[] => [
  ...new Set(faults.map((fault) => /^(?:light|dark) ([\w-]+)/.exec(fault)?.[1] ?? fault)),
];

/** A colour that is on its way to another is neither; the line over the top comes and goes as entries are read. */
const still = (page: Page) =>
  page.addStyleTag({
    content: '*, ::before, ::after { transition: none !important; } body > canvas { display: none !important; }',
  });

/** Unfolds every section, group and list; an empty list stays folded. */
async function unfold(page: Page): Promise<void> {
  await unfoldAll(page);
  const folded = page.getByRole('button', { name: 'Déplier', exact: true });
  let empty = 0;
  let handles = await folded.elementHandles();
  for (let one = handles[empty]; one; one = handles[empty]) {
    await one.click();
    handles = await folded.elementHandles();
    if (await handles[empty]?.evaluate((now, before) => now === before, one)) empty += 1;
  }
}

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

async function visit(viewport: typeof DESK, run: (page: Page) => Promise<void>): Promise<void> {
  const page = await cms.newPage({ viewport });
  page.on('dialog', (leave) => void leave.accept());
  await run(page);
  await page.context().close();
}

test.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('on %s, the door, the board, a list and a gesture have nothing against them', async (_, size) => {
  await visit(size, async (page) => {
    await page.goto('/admin/jour/');
    await page.locator('day-board ol a').first().waitFor();
    expect(await axeFaults(page, 'board')).toEqual([]);
    await page.goto('/admin/#/');
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    await still(page);
    expect(await axeFaults(page, 'door')).toEqual([]);
    await openCms(page);
    await still(page);
    await openList(page, 'cantines');
    expect(await axeFaults(page, 'list')).toEqual([]);
    await page.getByRole('button', { name: 'Gestes sur Metz' }).click();
    await dialogOf(page).getByRole('button', { name: 'Fermer du… au…' }).waitFor();
    expect(await axeFaults(page, 'gesture')).toEqual([]);
  });
});

test.each([
  ['a desk', CANTINE, DESK],
  ['a phone', CANTINE, PHONE],
  ['a desk', SESSION, DESK],
  ['a desk', OPPORTUNITY, DESK],
])('on %s, the form %s has what is known against it', async (_, form, size) => {
  await visit(size, async (page) => {
    await openForm(page, form);
    await still(page);
    await unfold(page);
    const faults = await axeFaults(page);
    expect(rulesOf(faults), faults.join('\n')).toEqual(await known());
  });
});

test('a list says what its buttons do, and a text its name and its mode', async () => {
  const page = await cms.newPage();
  await openForm(page, OPPORTUNITY);
  await unfold(page);
  for (const verb of ['Montrer ou cacher', 'Déplacer', 'Retirer'])
    await page
      .getByRole('button', { name: `${verb} : élément 2` })
      .first()
      .waitFor();
  await page.getByRole('textbox', { name: 'À savoir' }).waitFor();
  const mode = page.getByRole('switch', { name: 'Écrire en Markdown' });
  expect(await mode.getAttribute('aria-checked')).toBe('false');
  await mode.click();
  await expect.poll(() => mode.getAttribute('aria-checked')).toBe('true');
  await mode.click();
  await expect.poll(() => mode.getAttribute('aria-checked')).toBe('false');
  await page.context().close();
});
