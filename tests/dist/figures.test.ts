/** The figures of the frozen network, wherever they are shown. */
import { readFileSync } from 'node:fs';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { sayAmount } from '#domain/amounts.ts';
import { attr, fileOf, named, readPages, textOf } from '../support/dist.ts';
import { networkEntries } from '../support/network.ts';

const pages = readPages();
const figures = networkEntries('figures');
const flat = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const chiffres = pages.find(({ path }) => path === '/chiffres/');
if (!chiffres) throw new Error('No page of figures.');
const links = named(chiffres, 'a').map((link) => attr(link, 'href') ?? '');
const parentOf = (node: Tree.ParentNode | undefined) =>
  node && 'parentNode' in node ? (node.parentNode ?? undefined) : undefined;
const wordsOf = (path: string) =>
  flat(
    pages
      .filter((page) => page.path === path)
      .flatMap((page) => named(page, 'main'))
      .map(textOf)
      .join(' '),
  );

test.each(figures.map(({ id, data }) => [id, data] as const))('%s stands whole at its anchor', (id, data) => {
  const title = named(chiffres, 'h4').find((heading) => attr(heading, 'id') === id);
  expect(title && flat(textOf(title))).toBe(flat(data.demo ? `${data.title} Exemple` : data.title));
  const row = parentOf(title);
  expect(row && flat(textOf(row)).toLowerCase()).toContain(flat(sayAmount(data)).toLowerCase());
  expect(links).toContain(data.source);
});

test('a card is true alone: it bears the name of its figure, which leads to how it reads', () => {
  const names = new Map(figures.map(({ id, data }) => [`/chiffres/#${id}`, flat(data.title)]));
  const cards = pages.flatMap((page) =>
    named(page, 'li').filter((item) => /(?:^| )figure(?: |$)/.test(attr(item, 'class') ?? '')),
  );
  expect(cards.length).toBeGreaterThan(10);
  for (const card of cards) {
    const text = flat(textOf(card));
    expect(
      [...names.values()].some((name) => text.startsWith(name)),
      text,
    ).toBe(true);
  }
});

describe('the curves', () => {
  const measured = figures.filter(
    ({ data }) => data.measure && !data.target && !data.demo && data.measure !== 'convives-par-an',
  );

  const points = named(chiffres, 'a')
    .filter(({ childNodes }) => childNodes.some(({ nodeName }) => nodeName === 'circle'))
    .map((link) => attr(link, 'href'));

  test.each(measured.map(({ id }) => id))('%s is a point that leads to it', (id) => {
    expect(points).toContain(`/chiffres/#${id}`);
  });

  test('say who disagrees, and are a table too', () => {
    expect(wordsOf('/chiffres/')).toContain('17 cantines (EUROTODAY)');
    expect(named(chiffres, 'table')).toHaveLength(4);
  });
});

test('the list counts its own fiches, and tells the last count of the network beside', () => {
  const open = networkEntries('cantines').filter(({ data }) => data.status === 'open').length;
  const text = wordsOf('/cantines/');
  expect(text).toContain(`${open} fiches de cantines ouvertes ici`);
  expect(text).toContain('Dernier compte publié : 17 ou 18 cantines en janvier 2026.');
});

test('no page tells one count where two sources differ', () => {
  expect(wordsOf('/presse/')).toContain('18 cantines (janvier 2026), ou 17 selon EUROTODAY');
  expect(wordsOf('/ouvrir-une-cantine/')).toContain('17 ou 18 cantines en janvier 2026');
});

test('the files hold every figure', () => {
  const lines = readFileSync(fileOf('/chiffres.csv'), 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(figures.length + 1);
  const { figures: told } = JSON.parse(readFileSync(fileOf('/chiffres.json'), 'utf8')) as { figures: { id: string }[] };
  expect(told.map(({ id }) => id).toSorted()).toEqual(figures.map(({ id }) => id).toSorted());
});

test('an example is marked wherever it is shown, and put forward nowhere', () => {
  const id = 'exemple-cantines-en-2030';
  const title = named(chiffres, 'h4').find((heading) => attr(heading, 'id') === id);
  expect(title && flat(textOf(title))).toBe('Cantines ouvertes, 2030 Exemple');
  for (const path of ['/', '/presse/', '/cantines/', '/ouvrir-une-cantine/']) {
    expect(wordsOf(path)).not.toBe('');
    expect(wordsOf(path)).not.toMatch(/\b41 cantines/);
  }
  expect(wordsOf('/plaidoyer/')).toMatch(/personne Exemple · Un journal inventé/);
  expect(wordsOf('/')).not.toContain('Personne n’a dit ces mots');
});
