import { expect, test } from 'vitest';
import type { z } from 'zod';
import * as f from '#schemas/kit/index.ts';

const place = (column: f.ColumnOptions) => ({
  label: 'Lieu',
  fields: { city: f.text({ label: 'Ville', required: true, column }) },
});

test('a field has the column that it asks for, and no other', () => {
  const columns = f.columnsOf({
    secret: f.text({ label: 'Adresse privée', required: true }),
    kind: f.choice({ label: 'Genre', options: { a: 'Atelier' }, column: { name: 'genre', description: 'Lequel.' } }),
    place: f.group(place({ name: 'ville' })),
    point: f.optionalGroup(place({ name: 'ville_du_point' })),
    dogs: f.yesNoUnknown({ label: 'Chien accepté', column: { name: 'chien_accepte' } }),
  });
  expect(columns.map(({ name, description, always }) => [name, description, always])).toEqual([
    ['genre', 'Lequel.', false],
    ['ville', undefined, true],
    ['ville_du_point', undefined, false],
    ['chien_accepte', undefined, false],
  ]);
  const cellsOf = (entry: unknown) => columns.map(({ read }) => read(entry));
  expect(cellsOf({ kind: 'a', place: { city: 'Lyon' }, dogs: 'yes' })).toEqual(['Atelier', 'Lyon', undefined, 'Oui']);
  expect(cellsOf({ place: { city: 'Lyon' }, point: { city: 'Albi' }, dogs: 'unknown' })).toEqual([
    undefined,
    'Lyon',
    'Albi',
    undefined,
  ]);
});

test.each([
  f.list({ label: 'Noms', labelSingular: 'nom', item: f.text({ label: 'Nom', column: { name: 'nom' } }) }),
  f.list({ label: 'Noms', labelSingular: 'nom', item: f.group(place({ name: 'nom' })) }),
])('a column in a list is refused: no cell holds it', (names: z.ZodType) => {
  expect(() => f.columnsOf({ names })).toThrow(/nom.*list names/);
});
