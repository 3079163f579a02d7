/** The figures as open data: each with its name, its note and its source. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { figureColumns, figuresCsv } from '#figures/feeds/columns.ts';
import { figureNote, figuresJson, type PublishedFigure } from '#figures/feeds/published.ts';
import type { Figure } from '#schemas/figures.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { networkEntries, networkFiles } from '../../support/network.ts';

const SITE = 'https://exemple.org';
const notes = new Map(networkFiles('figures').map(({ slug, body }) => [slug, body]));
const network: PublishedFigure[] = networkEntries('figures').map((figure) => ({
  ...figure,
  body: notes.get(figure.id),
}));
const rowsOf = (figures: readonly PublishedFigure[]) =>
  parse<Record<string, string>>(figuresCsv(figures, SITE), { bom: true, delimiter: ';', columns: true });

test('a line for each figure, whole', () => {
  const rows = rowsOf(network);
  expect(rows.map(({ identifiant }) => identifiant).toSorted()).toEqual(network.map(({ id }) => id).toSorted());
  for (const row of rows)
    for (const column of ['titre', 'serie', 'valeur', 'unite', 'note', 'source', 'adresse_source', 'page'])
      expect(row[column], `${row['identifiant']} ${column}`).not.toBe('');
  expect(rows.find(({ identifiant }) => identifiant === 'cantines-2021-2022')).toMatchObject({
    mesure: 'Cantines ouvertes',
    date: '2021',
    date_au_plus_tard: '2022',
    date_estimee: 'oui',
    ambition: 'non',
    page: `${SITE}/chiffres/#cantines-2021-2022`,
  });
});

test('an example says that it is one', () => {
  const id = 'exemple-cantines-en-2030';
  const title = 'Cantines ouvertes, 2030 (exemple)';
  expect(rowsOf(network).find(({ identifiant }) => identifiant === id)).toMatchObject({ titre: title });
  expect(figuresJson(network, SITE).figures.find((figure) => figure.id === id)).toMatchObject({ title });
});

test('every column is explained', () => {
  for (const { description } of figureColumns) expect(description).toMatch(/\.$/);
});

test('a note is plain words on one line, and no formula', () => {
  const data = { ...(readOf('figures', entryOf('figures')) as unknown as Figure), title: '=1+1' };
  const figure = { id: 'a', data, body: 'Un **mot**, [là](/chiffres/#b).\n\nPuis [ici](https://exemple.org/).' };
  expect(figureNote(figure)).toBe('Un mot, là. Puis ici (https://exemple.org/).');
  expect(figureNote({ id: 'a', data })).toBeUndefined();
  expect(rowsOf([figure])[0]).toMatchObject({ titre: "'=1+1" });
});

test('the JSON says as much', () => {
  const { figures } = figuresJson(network, SITE);
  expect(figures).toHaveLength(network.length);
  for (const { title, note, source } of figures) expect([title, note, source.url].every(Boolean)).toBe(true);
});
