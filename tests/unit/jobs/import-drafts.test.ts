import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '#content/check/index.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { importSummary } from '#jobs/aides-territoires/summary.ts';
import { anAid } from '../../support/aids-server.ts';
import { startImportSite, type ImportSite } from '../../support/import-site.ts';

let site: ImportSite;
beforeEach(async () => {
  site = await startImportSite();
});
afterEach(() => site.close());

const THEME = 'Solidarités / lien social / ';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const problems = () => checkContent({ root: join(site.root, 'content'), publicDir: join(site.root, 'public') });

/** An aid that shares neither page nor title with those of other numbers. */
const aidOf = (id: number, given: Record<string, unknown> = {}) =>
  anAid({ id, name: `Repas partagés ${id}`, origin_url: `https://www.exemple.org/${id}`, ...given });

async function draftOf(given: Record<string, unknown>) {
  site.server.aids = [aidOf(1, given)];
  const { plan } = await site.run();
  return plan.created[0]?.data;
}

test.each([
  ['2026-11-01', 'medium'],
  ['2024-02-01', 'medium'],
  ['2023-12-31', 'low'],
  [null, 'low'],
])('a machine never trusts fully: updated on %s, %s', async (updated, confidence) => {
  expect(await draftOf({ date_updated: updated && `${updated}T10:00:00+00:00` })).toMatchObject({ confidence });
});

test.each([
  ['Permanente', '', 'permanent'],
  ['Ponctuelle', '', 'one-off'],
  ['Récurrente', '', 'recurring'],
  ['Récurrente', 'Un appel annuel.', 'annual'],
  ['Récurrente', 'L’appel à projets de la Ville est annuel.', 'annual'],
  ['Récurrente', 'Le budget annuel est de 3 M€, un rapport mensuel est demandé.', 'recurring'],
  ['Récurrente', 'Une convention pluriannuelle.', 'recurring'],
  ['Récurrente', 'Le dépôt rouvre chaque été, pour la campagne.', 'annual'],
  ['Récurrente', 'Deux sessions de dépôt par an.', 'several'],
  ['Récurrente', 'Un comité trimestriel choisit.', 'several'],
  ['recurring', 'Tous les ans.', 'annual'],
  ['recurring', '', 'recurring'],
  ['ongoing', '', 'permanent'],
  ['oneoff', '', 'one-off'],
  [null, '', 'unknown'],
  ['Autre chose', '', 'unknown'],
])('« %s » (%s) is told as %s', async (recurrence, text, rhythm) => {
  site.server.aids = [aidOf(1, { recurrence, description: `<p>${text}</p>` })];
  const [draft] = (await site.run()).plan.created;
  expect(draft?.data).toMatchObject({ rhythm });
});

test('the theme of Aides-territoires is not a theme of ours: its sub-theme is', async () => {
  const data = await draftOf({ categories: [`${THEME}Personnes âgées`], recurrence: 'Permanente' });
  expect(data).toMatchObject({ themes: ['personnes-agees'] });
});

describe('why an aid is kept or left', () => {
  const kept = () => aidOf(1, { categories: [`${THEME}Alimentation\n---\ntitle: autre`], programs: ['FDVA'] });
  const left = () => aidOf(2, { name: 'Éclairage des stades', categories: [], description: null });

  test('is a field of the draft, which the CMS keeps when it saves', async () => {
    site.server.aids = [kept()];
    await site.run();
    const text = plain(await readFile(join(site.root, 'content/opportunities/repas-partages-1-at-1.md'), 'utf8'));
    expect(text).not.toMatch(/^#(?!#)/m);
    const { data, problems: faults } = readFrontMatter(text);
    expect(faults).toEqual([]);
    expect(data).toMatchObject({ title: 'Repas partagés 1' });
    expect(opportunities.schema.parse(data).origin?.reasons.map(plain)).toEqual([
      'destinataires associations',
      'programme « FDVA »',
      'titre « Repas »',
      // One line, whatever the aid holds.
      'catégorie « Alimentation --- title: autre »',
    ]);
    expect(await problems()).toEqual([]);
  });

  test('stays there when the aid changes', async () => {
    site.server.aids = [kept()];
    await site.run();
    site.server.aids = [{ ...kept(), submission_deadline: '2027-06-01' }];
    expect((await site.run()).plan.updated).toHaveLength(1);
    const text = await readFile(join(site.root, 'content/opportunities/repas-partages-1-at-1.md'), 'utf8');
    expect(plain(text)).toContain('- destinataires associations');
    expect(text).toContain('closesOn: 2027-06-01');
  });

  test('is in the summary: each that is kept, those left by trade, or each of them', async () => {
    site.server.aids = [kept(), left(), aidOf(3, { targeted_audiences: ['Communes'] })];
    const report = await site.run({ trial: true });
    expect(plain(importSummary(report))).toContain(
      'repas-partages-1-at-1.md\n  proposée pour : destinataires associations ; programme « FDVA »',
    );
    expect(plain(importSummary(report))).toContain('sport : 1, dont « Éclairage des stades » (titre « stades »)');
    expect(plain(importSummary(report, true))).toContain('« Repas partagés 3 » : pas pour les associations (Communes)');
    expect(plain(importSummary(report, true))).toContain('« Éclairage des stades » : sport (titre « stades »');
  });
});

describe('whatever an aid holds, it is named and the others go on', () => {
  const nested = (element: string) => `<${element}>`.repeat(1000);
  const lists = `${'<ul><li>'.repeat(1000)}x${'</li></ul>'.repeat(1000)}`;
  test.each([
    ['1,000 lists', { description: lists }, /tient plus de 200 listes/],
    ['1,000 lists in who may answer', { eligibility: lists }, /tient plus de 200 listes/],
    ['1,000 blocks that never end', { description: nested('div') }, /tient plus de 200 listes/],
    ['a name full of tags', { name: `Repas ${nested('b')}` }, /tient plus de 200 listes/],
    ['a funder full of tags', { financers: [nested('b')] }, /tient plus de 200 listes/],
    ['a place full of tags', { perimeter: nested('b') }, /tient plus de 200 listes/],
    ['a comment full of tags', { subvention_comment: nested('i') }, /tient plus de 200 listes/],
    ['a book', { description: 'mot '.repeat(100_000) }, /a 400000 signes/],
    ['an address that is none', { url: 'http://[' }, /l’adresse de sa page n’en est pas une/],
    ['a day that is none', { submission_deadline: '2027-02-30' }, /« submission_deadline » contient « 2027-02-30 »/],
  ])('%s', async (_, given, sentence) => {
    // Whatever it is about, its words are read.
    site.server.aids = [aidOf(1, { categories: [], ...given }), aidOf(2)];
    const { faults, plan } = await site.run();
    expect(faults).toHaveLength(1);
    expect(plain(faults[0] ?? '')).toMatch(/^Aide 1 « Repas/);
    expect(plain(faults[0] ?? '')).toMatch(sentence);
    expect(plan.created.map(({ slug }) => slug)).toEqual(['repas-partages-2-at-2']);
    // Known, and still there: it is not said to be gone.
    expect(plan.gone).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('lists of lists in place of a text; those of a field that nobody knows are not even read', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const page = JSON.stringify({
      count: 2,
      next: null,
      results: [aidOf(1, { description: '…' }), aidOf(2, { news: '…' })],
    });
    // No server of ours could write it.
    site.server.troubles = [(response) => response.end(page.replaceAll('"…"', deep))];
    const { faults, plan } = await site.run();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('« description » contient une valeur illisible, et non un texte');
    expect(plan.created.map(({ slug }) => slug)).toEqual(['repas-partages-2-at-2']);
  });

  test('2,000 paragraphs whose ends are left out are a text as another', async () => {
    site.server.aids = [aidOf(1, { description: '<p>Un repas, des voisins.'.repeat(2000) })];
    expect((await site.run()).faults).toEqual([]);
  });
});

describe('the same aid is told, not written twice', () => {
  const write = (name: string, text: string) => writeFile(join(site.root, 'content/opportunities', `${name}.md`), text);
  async function byHand(fields: string) {
    const file = join(site.root, 'content/opportunities/appel-exemple.md');
    const text = (await readFile(file, 'utf8'))
      .replace(/^title: .*$/m, 'title: Une table pour tous')
      .replace(/^(?:officialUrl|sources|territory):.*\n(?: .*\n)*/gm, '');
    await write('appel-exemple', text.replace('---\n', `---\n${fields}\n`));
  }
  const duplicates = async () => (await site.run({ trial: true, anew: true })).plan.duplicates.map(({ slug }) => slug);

  test.each([
    ['the page of a campaign', 'officialUrl: https://www.exemple.org/1?utm_source=lettre&utm_medium=mel#depot'],
    [
      'the page of the aid as a source',
      'sources:\n  - url: https://aides-territoires.beta.gouv.fr/aides/aide-test/\n    readOn: 2026-11-01',
    ],
  ])('an entry by hand with %s', async (_, fields) => {
    await byHand(fields);
    site.server.aids = [aidOf(1, { url: 'https://aides-territoires.beta.gouv.fr/aides/aide-test/' })];
    expect(await duplicates()).toEqual(['appel-exemple']);
  });

  test('one title is two aids in two départements', async () => {
    await byHand('territory:\n  scope: departement\n  name: Loire\n  codes: ["42"]');
    site.server.aids = [aidOf(1, { name: 'Une table pour tous' })];
    expect(await duplicates()).toEqual([]);
    site.server.aids = [aidOf(1, { name: 'Une table pour tous', perimeter: 'Loire' })];
    expect(await duplicates()).toEqual(['appel-exemple']);
  });

  test('two of one title in one import, for one place, are one; one page may tell two', async () => {
    const page = { origin_url: 'https://www.exemple.org/nos-aides' };
    site.server.aids = [
      aidOf(1, { name: 'Une table pour tous', ...page }),
      aidOf(2, { name: 'Une TABLE pour tous' }),
      aidOf(3, { name: 'Une table pour tous', perimeter: 'Loire' }),
      aidOf(4, page),
    ];
    const { plan } = await site.run();
    expect(plan.duplicates.map(({ slug }) => slug)).toEqual(['une-table-pour-tous-at-1']);
    expect(plan.created).toHaveLength(3);
    expect((await site.run()).plan).toMatchObject({ created: [], unchanged: 3 });
    site.server.aids.push(aidOf(5, page));
    expect((await site.run()).plan.created).toHaveLength(1);
  });
});

test('an aid that closed long ago is left; one that was imported is followed', async () => {
  site.server.aids = [aidOf(1), aidOf(2, { start_date: null, submission_deadline: '2021-05-01' })];
  const { refusals, plan } = await site.run();
  expect(Object.fromEntries(refusals)).toEqual({ closed: 1 });
  expect(plan.created).toHaveLength(1);
  site.server.aids = [aidOf(1, { start_date: null, submission_deadline: '2026-11-20' })];
  expect((await site.run()).plan.updated[0]?.names).toEqual(['windows']);
  expect(await readdir(join(site.root, 'content/opportunities'))).toContain('repas-partages-1-at-1.md');
});
