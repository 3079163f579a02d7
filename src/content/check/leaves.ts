import { metaOf, type FieldMeta, type Fields } from '#schemas/kit/index.ts';

/** A value of front matter that is neither a group nor a list, with the field that it fills. */
export interface Leaf {
  path: (string | number)[];
  meta: FieldMeta;
  value: unknown;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value that is written, however wrong the rest of the entry is; values of the wrong shape are passed over. */
export function leavesOf(fields: Fields, data: unknown, path: (string | number)[] = []): Leaf[] {
  if (!isGroup(data)) return [];
  return Object.entries(fields).flatMap(([name, schema]) => leavesAt(metaOf(schema), data[name], [...path, name]));
}

function leavesAt(meta: FieldMeta, value: unknown, path: (string | number)[]): Leaf[] {
  if (value === undefined || value === null) return [];
  if (meta.kind === 'group') return leavesOf(meta.fields, value, path);
  const isMany = meta.kind === 'list' || ('multiple' in meta && meta.multiple);
  if (isMany && Array.isArray(value)) {
    const item = meta.kind === 'list' ? metaOf(meta.item) : { ...meta, multiple: false };
    return value.flatMap((each: unknown, index) => leavesAt(item, each, [...path, index]));
  }
  return meta.kind === 'list' ? [] : [{ path, meta, value }];
}
