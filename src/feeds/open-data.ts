import type { JsonSchema } from '#schemas/kit/json-schema.ts';

/** The licence of the open data (SPDX: etalab-2.0). */
export const LICENCE = {
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** Who is to be named with the data, as the licence asks. */
export const PUBLISHER = 'Les Petites Cantines';

/** Where the files are explained. */
const DOCUMENTATION = '/donnees-ouvertes/';

/** What stands above the rows of a published file: what its licence asks to be told. */
export const credits = (updatedOn: string | undefined, siteUrl: string) => ({
  licence: { nom: LICENCE.name, url: LICENCE.url },
  source: PUBLISHER,
  mise_a_jour: updatedOn ?? null,
  documentation: siteUrl + DOCUMENTATION,
});

/** The order of every file: that of the identifiers, so that an entry that comes moves no other line. */
export const inOrder = <E extends { id: string }>(entries: readonly E[]): E[] =>
  entries.toSorted((a, b) => a.id.localeCompare(b.id, 'en'));

export const textSchema = (title: string): JsonSchema => ({ type: 'string', title });

export const textOrNull = (title: string, format?: string): JsonSchema => ({
  anyOf: [{ type: 'string', ...(format && { format }) }, { type: 'null' }],
  title,
});

interface Published {
  /** Absolute address of the schema. */
  id: string;
  title: string;
  description: string;
  /** What the page of the documentation explains. */
  documentation: string;
  /** The list itself: its name, its title and what it holds. */
  name: string;
  rows: string;
  items: JsonSchema;
}

/** The JSON Schema (2020-12) of a published file: its licence, its source, its last update, then a list. */
export const publishedSchema = ({ id, title, description, documentation, name, rows, items }: Published) =>
  ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    description,
    type: 'object',
    properties: {
      $schema: textSchema('Adresse de ce schéma'),
      licence: {
        type: 'object',
        title: 'Licence',
        properties: { nom: textSchema('Nom'), url: textSchema('Adresse du texte') },
        required: ['nom', 'url'],
      },
      source: textSchema('À citer avec les données'),
      mise_a_jour: textOrNull('Dernière mise à jour', 'date'),
      documentation: textSchema(documentation),
      [name]: { type: 'array', title: rows, items },
    },
    required: ['licence', 'source', 'mise_a_jour', 'documentation', name],
    additionalProperties: false,
  }) satisfies JsonSchema;
