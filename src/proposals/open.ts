import type { z } from 'zod';
import type { Role } from '#domain/roles.ts';
import { cantines } from '#schemas/cantines.ts';
import { isOpen, metaOf, openFields, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { sessions } from '#schemas/sessions.ts';

/** A field that a proposal may speak of. */
export interface OpenField {
  schema: z.ZodType;
  meta: FieldMeta;
}

/** What is proposed of a collection: answers on the entries that are there, items of one of their lists, new entries. */
interface OpenCollection {
  takes: 'answers' | 'items' | 'entries';
  fields: Fields;
  /** Of a new entry, whole. */
  schema?: z.ZodType;
  /** True when a proposal is nothing without the address of its source. */
  sourced?: boolean;
  /** Those who may propose, when not everybody may. */
  by?: readonly Role[];
}

const OPEN: Readonly<Record<string, OpenCollection>> = {
  cantines: { takes: 'answers', fields: cantines.fields },
  opportunities: { takes: 'items', fields: { windows: opportunities.fields.windows }, sourced: true },
  sessions: { takes: 'entries', fields: sessions.fields, schema: sessions.schema, by: ['team', 'network'] },
};

/** How proposals speak of a collection; undefined when they do not. */
export const openCollection = (name: string): OpenCollection | undefined =>
  Object.hasOwn(OPEN, name) ? OPEN[name] : undefined;

/** The field of a collection at a path of a proposal, `accessibility.stepFree`; undefined when it is not open. */
export function openFieldAt(collection: string, path: string): OpenField | undefined {
  let fields: Fields | undefined = openCollection(collection)?.fields;
  let found: OpenField | undefined;
  for (const name of path.split('.')) {
    const schema: z.ZodType | undefined = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!schema) return undefined;
    const meta = metaOf(schema);
    if (!isOpen(meta)) return undefined;
    found = { schema, meta };
    fields = meta.kind === 'group' ? meta.fields : undefined;
  }
  return found;
}

/** What a value says, without the parts of it that only editors write: the date of a group, its place on the map. */
export function openValue({ kind, ...meta }: FieldMeta, value: unknown): unknown {
  if (kind !== 'group' || typeof value !== 'object' || value === null) return value;
  const parts = openFields((meta as Extract<FieldMeta, { kind: 'group' }>).fields);
  return Object.fromEntries(parts.map(([name, , part]) => [name, openValue(part, (value as Values)[name])]));
}

type Values = Readonly<Record<string, unknown>>;

/** True when somebody has said something: « non renseigné » and an empty list are nothing. */
export function isStated(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isStated);
  return value !== undefined && value !== null && value !== '' && value !== 'unknown';
}

/** The items of a list that are not behind us: a closure of last summer is nobody's question. */
export const comingIn = (items: readonly unknown[], day: string): unknown[] =>
  items.filter((item) => {
    const last = valueAt(item, 'to');
    return typeof last !== 'string' || last >= day;
  });

/** What a value still says on a day. */
export const isStatedOn = (value: unknown, day: string): boolean =>
  isStated(Array.isArray(value) ? comingIn(value, day) : value);

/** A value of an entry, by the path of its field. */
export const valueAt = (entry: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (level, name) =>
        typeof level === 'object' && level !== null && Object.hasOwn(level, name) ? (level as Values)[name] : undefined,
      entry,
    );
