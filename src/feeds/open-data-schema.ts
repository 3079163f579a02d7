import type { JsonSchema } from '#schemas/kit/json-schema.ts';

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
