/** What a Table Schema (https://specs.frictionlessdata.io/table-schema/) asks of the rows of a CSV. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const field = z.object({
  name: z.string(),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array']),
  format: z.enum(['default', 'uri']).default('default'),
  trueValues: z.array(z.string()).default(['true', 'True', 'TRUE', '1']),
  falseValues: z.array(z.string()).default(['false', 'False', 'FALSE', '0']),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      pattern: z.string().optional(),
      enum: z.array(z.string()).optional(),
    })
    .default({}),
  /** Of the items of a list, or of a text whose values are listed (an extension of the national schemas). */
  arrayItem: z.object({ enum: z.array(z.string()).optional() }).default({}),
});
const tableSchema = z.object({ version: z.string(), primaryKey: z.array(z.string()), fields: z.array(field) });

type Field = z.output<typeof field>;

/** @throws ZodError when the schema asks for something that this reader does not know. */
export const readTableSchema = (text: string) => tableSchema.parse(JSON.parse(text));

type TableSchema = ReturnType<typeof readTableSchema>;

/** What is wrong with a file, `line: column: why`; its columns are those of the schema, in its order. */
export function tableFaults(csv: string, { fields, primaryKey }: TableSchema, delimiter = ';'): string[] {
  const [header = [], ...rows] = parse(csv, { delimiter });
  const names = fields.map(({ name }) => name);
  if (header.join() !== names.join()) return [`columns: ${header.join()}`];
  const keys = rows.map((row) => primaryKey.map((name) => row[names.indexOf(name)]).join('|'));
  return [
    ...rows.flatMap((row, line) =>
      fields.flatMap((each, at) => cellFaults(each, row[at] ?? '').map((why) => `${line + 1}: ${each.name}: ${why}`)),
    ),
    ...keys.flatMap((key, line) => (keys.indexOf(key) < line ? `${line + 1}: ${primaryKey.join()}: twice` : [])),
  ];
}

function cellFaults(each: Field, value: string): string[] {
  const { required = false, pattern, enum: allowed } = each.constraints;
  if (value === '') return required ? ['required'] : [];
  return [
    ...(isOfType(each, value) ? [] : [`no ${each.type}: ${value}`]),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value) ? [`not ${pattern}`] : []),
    ...(allowed && !allowed.includes(value) ? [`not among ${allowed.join()}`] : []),
    ...(each.format === 'uri' && !URL.canParse(value) ? ['no address'] : []),
  ];
}

function isOfType({ type, trueValues, falseValues, arrayItem }: Field, value: string): boolean {
  switch (type) {
    case 'string':
      return arrayItem.enum?.includes(value) ?? true;
    case 'number':
      return /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value);
    case 'integer':
      return /^[+-]?\d+$/.test(value);
    case 'boolean':
      return trueValues.includes(value) || falseValues.includes(value);
    case 'array':
      return isListOf(value, arrayItem.enum);
  }
}

function isListOf(value: string, allowed: readonly string[] | undefined): boolean {
  try {
    const items: unknown = JSON.parse(value);
    return Array.isArray(items) && items.every((item) => allowed?.includes(String(item)) ?? true);
  } catch {
    return false;
  }
}
