import type { z } from 'zod';
import { metaOf, type ColumnOptions } from './meta.ts';
import type { Fields } from './shapes.ts';

export type Cell = string | number | undefined;

/** What a field of an entry gives to a file of rows: CSV, JSON, GeoJSON. */
export interface Column extends ColumnOptions {
  /** The field: its label, its rule, its JSON Schema. */
  field: z.ZodType;
  /** True when every entry has it. */
  always: boolean;
  /** The value of an entry: a choice by its label, and nothing for `unknown`, which is no answer. */
  read: (entry: unknown) => Cell;
}

/**
 * The columns of the fields that ask for one, in the order of the schema.
 * @throws Error when one is in a list, which no cell holds.
 */
export function columnsOf(fields: Fields, above: readonly string[] = [], optional = false): Column[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...above, name];
    const meta = metaOf(field);
    if (meta.kind === 'group') return columnsOf(meta.fields, path, optional || meta.optional);
    if (meta.kind === 'list') {
      const [lost] = columnsOf({ item: meta.item });
      if (lost) throw new Error(`The column « ${lost.name} » is in the list ${path.join('.')}: no cell holds it.`);
    }
    return meta.column ? { ...meta.column, field, always: meta.required && !optional, read: reader(field, path) } : [];
  });
}

function reader(field: z.ZodType, path: readonly string[]): Column['read'] {
  const meta = metaOf(field);
  return (entry) => {
    const value = path.reduce<unknown>((level, step) => (level as Record<string, unknown> | undefined)?.[step], entry);
    if (meta.kind !== 'choice') return value as Cell;
    return value === 'unknown' ? undefined : meta.options[String(value)];
  };
}
