/** What each component writes, on the page of its examples: after the typography and the ids that the build gives. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { NAPPE_PATTERNS } from '#domain/nappe.ts';
import { SCENES } from '#schemas/parts.ts';
import { attr, descendants, distDir, fileOf, metaContent, readPages, textOf } from '../support/dist.ts';

const page = readPages().find(({ path }) => path === '/admin/styles/');
if (!page) throw new Error('The style guide is not built.');

const pieces = page.elements.filter((element) => attr(element, 'data-piece') !== undefined);

/** An example: its name, and the elements that it shows. */
interface Shown {
  name: string;
  text: string;
  elements: readonly Tree.Element[];
}

function examplesOf(piece: string): Shown[] {
  const section = pieces.find((element) => attr(element, 'data-piece') === piece);
  return [...(section ? descendants(section) : [])]
    .filter((element) => attr(element, 'data-example') !== undefined)
    .map((element) => {
      const shown = [...descendants(element)].filter((each) => attr(each, 'data-shown') !== undefined);
      return {
        name: attr(element, 'data-example') ?? '',
        text: shown.map(textOf).join('').replace(/\s+/g, ' ').trim(),
        elements: shown.flatMap((each) => [...descendants(each)]),
      };
    });
}

/** The elements of a tag or of a class in the examples of a component. */
const parts = (piece: string, of: string): Tree.Element[] =>
  examplesOf(piece)
    .flatMap(({ elements }) => elements)
    .filter((element) =>
      of.startsWith('.') ? (attr(element, 'class') ?? '').split(' ').includes(of.slice(1)) : element.tagName === of,
    );
const texts = (piece: string, of: string): string[] =>
  parts(piece, of).map((element) => textOf(element).replace(/\s+/g, ' ').trim());

test('the style guide is for the team: no engine lists it, no search finds it, no map of the site names it', () => {
  expect(metaContent(page, 'robots')).toBe('noindex');
  expect(page.elements.filter((element) => attr(element, 'data-pagefind-body') !== undefined)).toEqual([]);
  const map = join(distDir, 'sitemap-0.xml');
  expect(existsSync(map) && readFileSync(map, 'utf8').includes('/admin/styles/')).toBe(false);
});

const names = pieces.map((piece) => attr(piece, 'data-piece') ?? '');

test.each(names)('%s has examples of different names, none of them empty', (piece) => {
  const examples = examplesOf(piece);
  expect(examples.length).toBeGreaterThan(0);
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  const empty = examples.filter(
    ({ text, elements }) => text === '' && !elements.some(({ tagName }) => /^(?:svg|img|input|select)$/.test(tagName)),
  );
  expect(empty.map(({ name }) => name)).toEqual([]);
});

describe('each component writes what it must', () => {
  test('Cloth: every pattern, drawn in a tile that the cloth is filled with', () => {
    const tiles = parts('Cloth', 'pattern').map((tile) => `url(#${attr(tile, 'id')})`);
    const fills = parts('Cloth', 'rect').map((rect) => attr(rect, 'fill'));
    expect(tiles.length).toBe(2 * Object.keys(NAPPE_PATTERNS).length + 2);
    expect(fills).toEqual(expect.arrayContaining(tiles));
  });

  test('Scene: every scene, a decoration that nothing reads', () => {
    const scenes = parts('Scene', 'img');
    expect(scenes.length).toBe(Object.keys(SCENES).length);
    for (const scene of scenes) {
      expect([attr(scene, 'alt'), attr(scene, 'width'), attr(scene, 'height')]).toEqual(['', '180', '120']);
      const file = readFileSync(fileOf(attr(scene, 'src') ?? ''), 'utf8');
      expect(file).toMatch(/^<svg [^>]*viewBox="0 0 180 120"/);
      expect(file).toContain('prefers-color-scheme:dark');
      // Every colour that it names is said in the file.
      const named = new Set([...file.matchAll(/var\((--[a-z]+)\)/g)].map(([, colour]) => colour));
      expect([...named].filter((colour) => !file.includes(`${colour}:#`))).toEqual([]);
    }
  });

  test('LinkCard: one link each, and the mark of the example where it is one', () => {
    expect(
      parts('LinkCard', 'li').map((card) => [...descendants(card)].filter(({ tagName }) => tagName === 'a').length),
    ).toEqual([1, 1]);
    expect(texts('LinkCard', '.demo')).toEqual(['Exemple']);
  });

  test('FigureCard: an amount, and the source of it', () => {
    const cards = parts('FigureCard', 'li');
    expect(cards.length).toBeGreaterThan(2);
    for (const card of cards) {
      const within = [...descendants(card)];
      expect(within.filter(({ tagName }) => tagName === 'strong').map(textOf)[0]).toMatch(/\p{L}|\d/u);
      expect(within.some((each) => /^https?:/.test(attr(each, 'href') ?? ''))).toBe(true);
    }
  });

  test('Facts: a name for each fact, and what nobody knows is said', () => {
    expect(parts('Facts', 'dt').length).toBe(parts('Facts', 'dd').length);
    expect(texts('Facts', 'dd').at(-1)).toMatch(/\p{L}/u);
  });

  test('Sources: each leads to where it was read; what somebody said leads nowhere, and counts', () => {
    expect(parts('Sources', 'a').map((link) => attr(link, 'href'))).toEqual([
      'https://exemple.org/un-article',
      'https://www.exemple.org/une-page',
      'https://exemple.org/un-article',
    ]);
    expect(texts('Sources', 'summary').map((text) => /\d/.exec(text)?.[0])).toEqual(['2', '2']);
    expect(texts('Sources', 'li')[2]).toContain('Confirmé par l’équipe de la cantine le 23 novembre 2026');
  });

  test('DeadlineChip: what stays true without scripts, and the calendar that the browser reads', () => {
    for (const chip of parts('DeadlineChip', 'deadline-chip')) {
      const calendar = JSON.parse(attr(chip, 'data-calendar') ?? '') as { windows: unknown };
      expect(calendar.windows).toBeInstanceOf(Array);
    }
    const [always, , closed, usual, unknown] = texts('DeadlineChip', 'deadline-chip');
    expect(always).toBe('Toute l’année');
    expect(closed).toContain('31 mars 2024');
    expect(usual).toContain('mars');
    expect(unknown).toMatch(/^\p{L}[^\d]+$/u);
    expect(unknown).not.toMatch(/clos|fermé/i);
  });

  test('OpeningBadge: unknown is never closed', () => {
    const badges = texts('OpeningBadge', '.chip');
    expect(badges[0]).toMatch(/mardi et jeudi/i);
    expect(badges[1]).toMatch(/horaires/i);
    expect(badges[1]).not.toMatch(/fermé/i);
    expect(badges.slice(2)).toEqual(['En préparation', 'Fermée']);
  });

  test('Breadcrumbs: the page itself is no link', () => {
    const here = parts('Breadcrumbs', 'li').filter((item) => attr(item, 'aria-current') === 'page');
    expect(here.map((item) => textOf(item).trim())).toEqual(['Ville-Basse']);
    expect(texts('Breadcrumbs', 'a')).toEqual(['Accueil', 'Cantines']);
  });

  test('Select: its label holds it', () => {
    const [label] = parts('Select', 'label');
    expect(label && [...descendants(label)].some(({ tagName }) => tagName === 'select')).toBe(true);
    expect(texts('Select', 'option')).toEqual(['Tous les repas', 'Le midi', 'Le soir']);
  });

  test('Title: a long one is marked as such', () => {
    expect(parts('Title', 'h1').map((title) => attr(title, 'class') ?? '')).toEqual([
      '',
      expect.stringContaining('long'),
    ]);
  });

  test('Steps: an ordered list, a title for each', () => {
    const [list] = parts('Steps', 'ol');
    expect(list && [...descendants(list)].filter(({ tagName }) => tagName === 'h3').length).toBe(3);
    expect(parts('Steps', '.step').map(({ tagName }) => tagName)).toEqual(['li', 'li', 'li']);
  });

  test('PartLinks: a link that leaves says whose site it opens', () => {
    const [inside, outside] = texts('PartLinks', 'a');
    expect(inside).toBe('Trouver une cantine');
    expect(outside).toMatch(/^Lire ailleurs .*exemple\.org/);
  });

  test('PrintButton: hidden until a script can print', () => {
    expect(parts('PrintButton', 'button').every((button) => attr(button, 'hidden') !== undefined)).toBe(true);
  });

  test('Photo: its place is held, and it is told', () => {
    const [image] = parts('Photo', 'img');
    expect(image && [attr(image, 'width'), attr(image, 'height')].every((size) => Number(size) > 0)).toBe(true);
    expect(image && attr(image, 'alt')).toMatch(/\p{L}/u);
    expect(texts('Photo', 'figcaption')[0]).toMatch(/^Photo : /);
  });
});
