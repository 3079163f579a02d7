import { territoryOf } from '#places/territories.ts';
import { entryPath } from '#content/routes.ts';
import { cantines } from '#schemas/cantines.ts';
import * as f from '#schemas/kit/index.ts';
import type { CantineEntry, Column } from './column.ts';
import { factDateColumns, newerFactDateColumns } from './fact-dates.ts';
import { osmHours } from './osm-hours.ts';

const hours = (kind: 'cook' | 'meal') => ({
  field: f.text({ label: kind === 'cook' ? 'Horaires pour cuisiner' : 'Horaires pour manger', maxLength: 20_000 }),
  read: ({ data: { openingHours, exceptions } }: CantineEntry) => osmHours({ ...openingHours, exceptions }, kind),
});

/**
 * The order of the columns, for some read the files by position: those that are computed, and the names of those that
 * a field declares. A field that is not named here has its column after these.
 */
const ORDER: readonly (Column | string)[] = [
  {
    name: 'id',
    field: f.text({ label: 'Identifiant' }),
    description: 'Nom court et stable de la cantine, le même que dans l’adresse de sa fiche.',
    always: true,
    read: ({ id }) => id,
  },
  {
    name: 'nom',
    field: f.text({ label: 'Nom de la cantine' }),
    description: 'Le nom d’usage : la ville, ou la ville et le quartier.',
    always: true,
    read: ({ data }) => (data.demo ? `${data.title} (exemple)` : data.title),
  },
  'etat',
  'etat_constate_en',
  'adresse',
  'code_postal',
  'commune',
  'code_insee',
  {
    name: 'departement',
    field: f.patterned({
      label: 'Code du département',
      pattern: /^(?:\d{2,3}|2A|2B)$/,
      expected: 'un code de département',
      remedy: '',
      examples: ['69', '2A', '974'],
    }),
    description: 'Déduit du code de la commune.',
    read: ({ data }) => territoryOf(data.commune ?? '')?.departement?.code,
  },
  'latitude',
  'longitude',
  'precision',
  'telephone',
  'courriel',
  'site_web',
  {
    name: 'horaires_cuisine',
    ...hours('cook'),
    description: 'Quand on cuisine, dans la notation « opening_hours » d’OpenStreetMap, exceptions comprises.',
  },
  {
    name: 'horaires_repas',
    ...hours('meal'),
    description:
      'Quand on mange, dans la même notation ; « 12:30+ » : l’heure de fin n’est pas renseignée. Ce dont le jour n’est pas connu n’y est pas.',
  },
  'horaires_lus_en',
  'entree_de_plain_pied',
  {
    name: 'fiche',
    field: f.url({ label: 'Adresse de la fiche' }),
    description: 'La page de la cantine, avec ses sources et leurs dates.',
    always: true,
    read: ({ id }, siteUrl) => siteUrl + entryPath('cantines', id),
  },
  ...factDateColumns,
  'acceslibre',
];

const declared = new Map(
  f
    .columnsOf(cantines.fields)
    .map((column): [string, Column] => [column.name, { ...column, read: ({ data }) => column.read(data) }]),
);

/** @throws Error when no field declares it. */
function declaredAs(name: string): Column {
  const column = declared.get(name);
  if (!column) throw new Error(`No field of the cantines declares the column ${name}.`);
  return column;
}

/** The columns of every file, of their schema and of their page. */
export const cantineColumns: readonly Column[] = [
  ...ORDER.map((column) => (typeof column === 'string' ? declaredAs(column) : column)),
  ...[...declared.values()].filter(({ name }) => !ORDER.includes(name)),
  ...newerFactDateColumns,
];
