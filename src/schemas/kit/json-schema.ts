import { z } from 'zod';
import type { Collection } from './collection.ts';
import { metaOf, type FieldMeta } from './meta.ts';
import type { Fields } from './shapes.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The meta of a schema of the kit; undefined for the plain zod schemas inside it. */
function ownMeta(schema: z.core.$ZodType): FieldMeta | undefined {
  try {
    return metaOf(schema as z.ZodType);
  } catch {
    return undefined;
  }
}

/** True when an entry cannot be right without this field: a group stands for what it needs. */
function isNeeded(schema: z.ZodType): boolean {
  const meta = metaOf(schema);
  if (meta.kind !== 'group') return meta.required;
  return !meta.optional && Object.values(meta.fields).some(isNeeded);
}

const neededIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, schema]) => (isNeeded(schema) ? name : []));

/** A pattern without its `i` flag, which JSON Schema does not know: `/[a-f]x/i` → `[a-fA-F][xX]`. */
export function caseless(pattern: RegExp): string {
  const bothCases = (letter: string) => letter.toLowerCase() + letter.toUpperCase();
  return pattern.source.replace(/\\.|\[(?:\\.|[^\]])*\]|[a-z]/gi, (part) => {
    if (part.startsWith('\\')) return part;
    if (!part.startsWith('[')) return `[${bothCases(part)}]`;
    return part.replace(/\\.|([a-z])-([a-z])|[a-z]/gi, (each, from?: string, to?: string) => {
      if (each.startsWith('\\')) return each;
      if (from === undefined || to === undefined) return bothCases(each);
      return `${from.toLowerCase()}-${to.toLowerCase()}${from.toUpperCase()}-${to.toUpperCase()}`;
    });
  });
}

/** What a right value looks like, as a sentence, where the schema does not show it already. */
function expectedOf({ kind, expected }: FieldMeta): string | undefined {
  if (kind === 'group' || kind === 'list' || kind === 'choice') return undefined;
  return `${expected.charAt(0).toUpperCase()}${expected.slice(1)}.`;
}

/** Writes what a field says of itself over what zod made of its rule. */
function describe(json: JsonSchema, meta: FieldMeta): void {
  json.title = meta.label;
  const description = meta.hint ?? expectedOf(meta);
  if (description !== undefined) json.description = description;
  if (meta.kind === 'date') json.format = 'date';
  if ('default' in meta && meta.default !== undefined) json.default = meta.default;
  if (meta.kind === 'text') {
    if (meta.pattern) json.pattern = meta.pattern.flags.includes('i') ? caseless(meta.pattern) : meta.pattern.source;
    if (meta.examples) json.examples = [...meta.examples];
  }
  if (meta.kind === 'choice') {
    const values = Object.entries(meta.options).map(([value, title]) => ({ const: value, title }));
    const target = meta.multiple && typeof json.items === 'object' && !Array.isArray(json.items) ? json.items : json;
    delete target.enum;
    target.oneOf = values;
  }
}

/** The JSON Schema of some fields of the kit, as one object; rules between fields have no equivalent there. */
export function objectSchemaOf(fields: Fields): JsonSchema {
  const schema = z.toJSONSchema(z.strictObject(fields), {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'object') {
        const needed = neededIn((zodSchema as unknown as z.ZodObject).shape);
        if (needed.length > 0) jsonSchema.required = needed;
        else delete jsonSchema.required;
      }
      const meta = ownMeta(zodSchema);
      if (meta) describe(jsonSchema, meta);
    },
  });
  delete schema.$schema;
  return { ...schema };
}

/**
 * The JSON Schema (2020-12) of the front matter of a collection, in its normal form: dates and codes as text,
 * nothing for what is empty. `id` is its absolute address.
 */
export function jsonSchemaOf(collection: Collection, id: string): JsonSchema {
  return {
    $schema: DIALECT,
    $id: id,
    title: collection.label,
    description: collection.description,
    ...objectSchemaOf(collection.fields),
  };
}
