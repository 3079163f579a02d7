import { z } from 'zod';
import { isBlank } from './blank.ts';
import { metaOf, register } from './meta.ts';
import { shortKey } from './signs.ts';
import type { NamedOptions } from './scalar.ts';

export type Fields = Readonly<Record<string, z.ZodType>>;

/** A condition that ties several fields of one object. */
export interface Rule<T> {
  /** The fields it reads: it is not asked while one of them is wrong in itself. */
  fields: readonly string[];
  /** Where the error is shown. */
  path: readonly (string | number)[];
  /** A method, so that the collections of all fields can be handled as one type. */
  holds(value: T): boolean;
  expected: string;
  remedy: string;
  /** True when the value at `path` is wrong by itself, whatever the others: the message quotes it. */
  quotes?: boolean;
}

/** The sentence for keys that no field declares. */
function unknownKeys(fields: Fields, keys: readonly string[]): string {
  const known = Object.entries(fields)
    .map(([name, schema]) => `${name} (${metaOf(schema).label})`)
    .join(', ');
  const named = keys.map((key) => (key.trim() === '' ? 'le nom vide' : `« ${shortKey(key)} »`)).join(', ');
  return `Retirez ou corrigez ${named}, que le site ne connaît pas. Noms possibles ici : ${known}.`;
}

/** A strict object of fields with its rules: unknown keys are errors. */
export function strict<F extends Fields>(
  fields: F,
  label: string,
  rules: readonly Rule<z.output<z.ZodObject<F>>>[] = [],
) {
  let schema = z.strictObject(fields, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(fields, issue.keys)
        : issue.input === undefined
          ? `Remplissez « ${label} ».`
          : `Écrivez dans « ${label} » un groupe de champs, un par ligne, décalé de deux espaces.`,
  });
  for (const rule of rules) {
    schema = schema.refine((value) => rule.holds(value), {
      path: [...rule.path],
      error: rule.remedy,
      params: { expected: rule.expected, quoted: rule.quotes ? rule.path : undefined },
      when: ({ issues }) =>
        !issues.some(({ path }) => (path?.length === 0 ? false : rule.fields.includes(String(path?.[0])))),
    });
  }
  return schema;
}

interface GroupOptions<F extends Fields> extends NamedOptions {
  fields: F;
  /** A Decap template of the child values, shown when the group is folded. */
  summary?: string;
  /** The name of the chooser that the form of a site offers with the group. */
  picker?: string;
  rules?: readonly Rule<z.output<z.ZodObject<F>>>[];
}

function groupField<F extends Fields, T>(options: GroupOptions<F>, optional: boolean, schema: z.ZodType<T>) {
  const { label, hint, ask, fields, summary, picker } = options;
  return register(schema, {
    kind: 'group',
    label,
    hint,
    required: false,
    optional,
    expected: 'un groupe de champs',
    fields,
    summary,
    picker,
    ask,
  });
}

/** Fields that go together and are always there, each as empty as it may be. */
export function group<const F extends Fields>(options: GroupOptions<F>): z.ZodType<z.output<z.ZodObject<F>>> {
  const inner = strict(options.fields, options.label, options.rules);
  const schema = z.preprocess((raw) => (isBlank(raw) ? {} : raw), inner);
  return groupField(options, false, schema as unknown as z.ZodType<z.output<z.ZodObject<F>>>);
}

/** Fields that go together or not at all: a group left empty is absent, a started one is whole. */
export function optionalGroup<const F extends Fields>(
  options: GroupOptions<F>,
): z.ZodType<z.output<z.ZodObject<F>> | undefined> {
  const inner = strict(options.fields, options.label, options.rules).optional();
  const schema = z.preprocess((raw) => (isBlank(raw) ? undefined : raw), inner);
  return groupField(options, true, schema as unknown as z.ZodType<z.output<z.ZodObject<F>> | undefined>);
}

interface ListOptions<T> extends NamedOptions {
  /** « source », « créneau »: the name of one item. */
  labelSingular: string;
  item: z.ZodType<T>;
  min?: number;
  /** `MAX_ITEMS` by default. */
  max?: number;
  /** The name of the chooser that the form of a site offers with the list. */
  picker?: string;
}

/** The most items of a list that says nothing of it: several times what people write. */
export const MAX_ITEMS = 100;

/** The sentence for a list that is too long, with what it holds. */
export const tooMany =
  (label: string, max: number) =>
  ({ input }: { input?: unknown }): string =>
    `Gardez au plus ${max} élément${max > 1 ? 's' : ''} dans « ${label} »${Array.isArray(input) ? ` : il y en a ${input.length}` : ''}.`;

/** Any number of texts or groups; empty items are dropped, none is an empty list. */
export function list<T>(options: ListOptions<T>): z.ZodType<NonNullable<T>[]> {
  const { label, hint, ask, labelSingular, item, min = 0, max = MAX_ITEMS, picker } = options;
  const items = z
    .array(item, { error: `Écrivez une liste dans « ${label} » : un élément par tiret.` })
    .min(min, { error: `Ajoutez au moins ${min} élément${min > 1 ? 's' : ''} dans « ${label} ».` })
    .max(max, { error: tooMany(label, max) });
  const schema = z.preprocess((raw) => {
    if (isBlank(raw)) return [];
    return Array.isArray(raw) ? raw.filter((each) => !isBlank(each)) : raw;
  }, items);
  return register(schema as unknown as z.ZodType<NonNullable<T>[]>, {
    kind: 'list',
    label,
    hint,
    required: min > 0,
    expected: `une liste (${labelSingular} par ${labelSingular})`,
    item,
    labelSingular,
    max,
    picker,
    ask,
  });
}
