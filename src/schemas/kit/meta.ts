import { z } from 'zod';

/** The column that gives a field away, in the files that others read. */
export interface ColumnOptions {
  /** As spreadsheets and databases like it: small letters without accents, words joined by `_`. */
  name: string;
  /** For whoever reuses the data: what the label does not say. */
  description?: string;
}

/** How somebody who knows is asked whether a field still holds; `false`: nobody but editors writes it. */
export type AskOptions =
  | {
      /** One thing, in a few words, that a person on the spot can answer: « On mange quels jours ? ». */
      question?: string;
      /** Months after which it is asked again. */
      every?: number;
      /** True when it is asked only to confirm what is written: most entries have nothing to say of it. */
      ifStated?: boolean;
    }
  | false;

/** What every field says about itself, whatever its kind. */
interface CommonMeta {
  /** French label, as shown in the CMS and in error messages. */
  label: string;
  /** One French sentence for the editor: what to write, with an example. */
  hint?: string | undefined;
  /** True when an entry without this field is refused. */
  required: boolean;
  /** What a right value looks like, as a noun phrase: « une date, par exemple 2026-11-20 ». */
  expected: string;
  /** The chooser that a form may offer beside the plain field; a form that knows none of that name offers the field. */
  picker?: string | undefined;
  /** Only for a field that holds one value, and only when its author asked: nothing is given away by default. */
  column?: ColumnOptions | undefined;
  /** Undefined: it is asked by its label, at the usual interval. */
  ask?: AskOptions | undefined;
}

interface TextMeta {
  kind: 'text';
  /** `line`: one line; `paragraph`: several; `markdown`: rich text in the CMS. */
  shape: 'line' | 'paragraph' | 'markdown';
  /** The most signs (UTF-16 units). */
  maxLength: number;
  /** The most words that a reader sees of it; the check counts them, no form does. */
  maxWords?: number | undefined;
  /** Anchored pattern that a non-empty value matches. */
  pattern?: RegExp | undefined;
  /** What to do when the pattern is not matched. */
  remedy?: string | undefined;
  /** Values that match, for the generated entries of the property tests and the CMS hints. */
  examples?: readonly string[] | undefined;
  default?: string | undefined;
}
interface NumberMeta {
  kind: 'number';
  integer: boolean;
  min?: number | undefined;
  max?: number | undefined;
  default?: number | undefined;
}
interface BooleanMeta {
  kind: 'boolean';
  default: boolean;
}
interface MomentMeta {
  /** `date`: 2026-11-20; `time`: 12:30; `datetime`: 2026-11-20T18:30, wall time of the entry's zone. */
  kind: 'date' | 'time' | 'datetime';
}
interface ChoiceMeta {
  kind: 'choice';
  /** Stored value → French label. */
  options: Readonly<Record<string, string>>;
  /** Listed by label; else as they are written. */
  order?: 'label' | undefined;
  multiple: boolean;
  /** The most values, when there may be several. */
  max?: number | undefined;
  default?: string | undefined;
}
interface ReferenceMeta {
  kind: 'reference';
  /** The collection whose slugs are allowed. */
  collection: string;
  multiple: boolean;
  /** The most slugs, when there may be several. */
  max?: number | undefined;
}
interface FileMeta {
  kind: 'image' | 'file';
}
interface GroupMeta {
  kind: 'group';
  /** True when the group may be absent as a whole, whatever its fields require. */
  optional: boolean;
  fields: Readonly<Record<string, z.ZodType>>;
  /** A template of the child values, shown when the group is folded in the CMS. */
  summary?: string | undefined;
}
interface ListMeta {
  kind: 'list';
  item: z.ZodType;
  labelSingular: string;
  max: number;
}

export type FieldMeta = CommonMeta &
  (TextMeta | NumberMeta | BooleanMeta | MomentMeta | ChoiceMeta | ReferenceMeta | FileMeta | GroupMeta | ListMeta);

/**
 * Field schema → what it says about itself: the ground of the CMS form, the messages and the tests.
 * Zod rewrites the type of what a registry holds (patterns and schemas included), hence the two casts.
 */
const registry = z.registry<{ kind: string }>();

export function register<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  registry.add(schema, meta);
  return schema;
}

/** @throws Error when the schema was not made by the kit. */
export function metaOf(schema: z.ZodType): FieldMeta {
  const meta = registry.get(schema) as FieldMeta | undefined;
  if (!meta) throw new Error('This schema was not made by the field kit (src/schemas/kit).');
  return meta;
}

/** The field at a path of an entry (list indexes are skipped), or undefined when there is none. */
export function metaAt(
  fields: Readonly<Record<string, z.ZodType>>,
  path: readonly PropertyKey[],
): FieldMeta | undefined {
  let level: Readonly<Record<string, z.ZodType>> | undefined = fields;
  let found: FieldMeta | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      if (found?.kind !== 'list') return found;
      found = metaOf(found.item);
    } else {
      const schema: z.ZodType | undefined = level?.[String(step)];
      if (!schema) return undefined;
      found = metaOf(schema);
    }
    level = found.kind === 'group' ? found.fields : undefined;
  }
  return found;
}
