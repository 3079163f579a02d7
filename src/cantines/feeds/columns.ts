import type { z } from 'zod';
import { territoryOf } from '#places/territories.ts';
import { entryPath } from '#content/routes.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import * as f from '#schemas/kit/index.ts';
import { metaOf } from '#schemas/kit/index.ts';
import { osmHours } from './osm-hours.ts';

/** An entry as the content layer gives it; the feeds know nothing else of Astro. */
export interface CantineEntry {
  id: string;
  data: Cantine;
}

export type Cell = string | number | undefined;

/** A column of the open data: the same in CSV, JSON and GeoJSON. */
interface Column {
  /** Its name in the files: French, without accents, as spreadsheets and databases like it. */
  name: string;
  /** The field that says its label, its type and its rule. */
  field: z.ZodType;
  /** For whoever reuses the data. */
  description: string;
  /** True when no line lacks it. */
  always?: boolean;
  read: (entry: CantineEntry, siteUrl: string) => Cell;
}

/** @throws Error when the schema has no such field. */
function fieldAt(...path: readonly string[]): z.ZodType {
  let fields: f.Fields = cantines.fields;
  let found: z.ZodType | undefined;
  for (const step of path) {
    found = fields[step];
    const meta = found && metaOf(found);
    fields = meta?.kind === 'group' ? meta.fields : {};
  }
  if (!found) throw new Error(`cantines has no field ${path.join('.')}`);
  return found;
}

/** A column that holds a field of the entry as it is: a choice by its label, what is unknown as nothing. */
function column(name: string, path: readonly [string, ...string[]], description: string, always = false): Column {
  const field = fieldAt(...path);
  const meta = metaOf(field);
  const read = ({ data }: CantineEntry): Cell => {
    const value = path.reduce<unknown>((level, step) => (level as Record<string, unknown> | undefined)?.[step], data);
    if (meta.kind === 'choice') return value === 'unknown' ? undefined : meta.options[String(value)];
    return value as Cell;
  };
  return { name, field, description, always, read };
}

const hours = (kind: 'cook' | 'meal') => ({
  field: f.text({ label: kind === 'cook' ? 'Horaires pour cuisiner' : 'Horaires pour manger' }),
  read: ({ data: { openingHours, exceptions } }: CantineEntry) => osmHours({ ...openingHours, exceptions }, kind),
});

/** The columns, in their order; adding one here adds it to every file, to their schema and to their page. */
export const cantineColumns: readonly Column[] = [
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
  column('etat', ['status'], 'Où en est la cantine.', true),
  column('etat_constate_en', ['statusAsOf'], 'La dernière fois que cet état a été constaté : année, mois ou jour.'),
  column('adresse', ['address', 'streetAddress'], 'Sans la commune.'),
  column('code_postal', ['address', 'postalCode'], 'Cinq chiffres, zéro du début compris : une colonne de texte.'),
  column('commune', ['address', 'addressLocality'], 'Son nom, sans le code postal.', true),
  column(
    'code_insee',
    ['commune'],
    'Le code officiel géographique ; à Paris, Lyon et Marseille, celui de l’arrondissement.',
  ),
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
  column('latitude', ['location', 'latitude'], 'En degrés (WGS 84), avec un point décimal.'),
  column('longitude', ['location', 'longitude'], 'En degrés (WGS 84), avec un point décimal.'),
  column('precision', ['location', 'precision'], 'Souvent la commune, et non la porte.'),
  column('telephone', ['contacts', 'telephone'], 'La ligne de la cantine.'),
  column('courriel', ['contacts', 'email'], 'L’adresse électronique de la cantine.'),
  column('site_web', ['contacts', 'website'], 'Le site de la cantine.'),
  {
    name: 'horaires_cuisine',
    ...hours('cook'),
    description: 'Quand on cuisine, dans la notation « opening_hours » d’OpenStreetMap, exceptions comprises.',
  },
  {
    name: 'horaires_repas',
    ...hours('meal'),
    description: 'Quand on mange, dans la même notation ; « 12:30+ » : l’heure de fin n’est pas renseignée.',
  },
  column('horaires_lus_en', ['openingHours', 'asOf'], 'De quand datent ces horaires ; vide s’ils ne sont pas datés.'),
  column('entree_de_plain_pied', ['accessibility', 'stepFree'], 'Vide quand nous ne le savons pas.'),
  {
    name: 'fiche',
    field: f.url({ label: 'Adresse de la fiche' }),
    description: 'La page de la cantine, avec ses sources et leurs dates.',
    always: true,
    read: ({ id }, siteUrl) => siteUrl + entryPath('cantines', id),
  },
];
