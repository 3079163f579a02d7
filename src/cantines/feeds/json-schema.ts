import { typeset } from '#domain/typography.ts';
import { objectSchemaOf, type JsonSchema } from '#schemas/kit/json-schema.ts';
import { metaOf } from '#schemas/kit/index.ts';
import { cantineColumns } from './columns.ts';
import { ROW_SCHEMA } from './open-data.ts';
import { publishedSchema } from '#feeds/open-data.ts';

type Column = (typeof cantineColumns)[number];

/** The labels that a column of a closed list can hold; undefined for the other columns. */
export function valuesOf({ field }: Column): string[] | undefined {
  const meta = metaOf(field);
  if (meta.kind !== 'choice') return undefined;
  return Object.entries(meta.options).flatMap(([value, label]) => (value === 'unknown' ? [] : label));
}

function cellSchema(column: Column, field: JsonSchema): JsonSchema {
  const { oneOf: _values, default: _default, ...rest } = field;
  const values = valuesOf(column);
  return {
    ...rest,
    ...(column.description !== undefined && { description: typeset(column.description) }),
    ...(column.always ? {} : { type: [rest.type, 'null'] as unknown as 'string' }),
    ...(values ? { enum: column.always ? values : [...values, null] } : {}),
  };
}

/** The JSON Schema (2020-12) of `/cantines.json`. */
export function rowsJsonSchema(siteUrl: string): JsonSchema {
  const fields =
    objectSchemaOf(Object.fromEntries(cantineColumns.map(({ name, field }) => [name, field]))).properties ?? {};
  return publishedSchema({
    id: siteUrl + ROW_SCHEMA,
    title: 'Les cantines du réseau',
    description: typeset('Données ouvertes ; null veut dire « non renseigné », jamais « non ».'),
    documentation: 'Page qui explique les colonnes',
    name: 'cantines',
    rows: 'Une ligne par cantine',
    items: {
      type: 'object',
      properties: Object.fromEntries(
        cantineColumns.map((column) => [column.name, cellSchema(column, fields[column.name] as JsonSchema)]),
      ),
      required: cantineColumns.map(({ name }) => name),
      additionalProperties: false,
    },
  });
}
