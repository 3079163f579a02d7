import { z } from 'zod';
import { register } from './meta.ts';
import { isBlank } from './blank.ts';
import { says, scalar, type FieldOptions, type NamedOptions } from './scalar.ts';
import { MAX_ITEMS, tooMany } from './shapes.ts';

/** Stored value → French label. */
type Options = Readonly<Record<string, string>>;
type Value<Opts extends Options> = Extract<keyof Opts, string>;

function oneOf<Opts extends Options>(options: Opts, label: string, order?: 'label') {
  const values = Object.keys(options) as [Value<Opts>, ...Value<Opts>[]];
  const listed = listedOptions({ options, order })
    .map(([value, name]) => `${value} (${name})`)
    .join(', ');
  return {
    expected: `une de ces valeurs : ${listed}`,
    value: z.enum(values, { error: says(label, `Choisissez une de ces valeurs : ${listed}.`) }),
  };
}

/** The options as they are listed, `[stored value, French label]`; an object puts its whole numbers first. */
export function listedOptions({ options, order }: { options: Options; order?: 'label' | undefined }) {
  const listed = Object.entries(options);
  return order === 'label' ? listed.sort(([, a], [, b]) => a.localeCompare(b, 'fr')) : listed;
}

/** One value of a closed list. */
export function choice<const Opts extends Options, const O extends FieldOptions & { default?: Value<Opts> }>(
  options: O & { options: Opts },
) {
  const { label, hint } = options;
  const { expected, value } = oneOf(options.options, label);
  return scalar<Value<Opts>, O>(
    options,
    {
      kind: 'choice',
      label,
      hint,
      required: options.required ?? false,
      expected,
      options: options.options,
      multiple: false,
      default: options.default,
    },
    value,
    (raw) => (typeof raw === 'boolean' ? String(raw) : raw),
  );
}

/**
 * Any number of values of a closed list; none by default.
 * @param options `order`: listed by name, where the stored values are codes; else as they are written
 */
export function choices<const Opts extends Options>(
  options: NamedOptions & { options: Opts; min?: number; order?: 'label' },
): z.ZodType<Value<Opts>[]> {
  const { label, hint, ask, min = 0, order } = options;
  const { expected, value } = oneOf(options.options, label, order);
  return many(
    value as unknown as z.ZodType<Value<Opts>>,
    { label, min, max: Object.keys(options.options).length },
    {
      kind: 'choice',
      label,
      hint,
      ask,
      required: min > 0,
      expected: expected.replace('une de ces valeurs', 'une liste de ces valeurs'),
      options: options.options,
      order,
      multiple: true,
      max: Object.keys(options.options).length,
    },
  );
}

/** Yes, no, or nobody knows: an absent value is `unknown`, never « no ». */
export function yesNoUnknown(options: Omit<FieldOptions, 'required'>) {
  return choice({
    ...options,
    options: { yes: 'Oui', no: 'Non', unknown: 'Non renseigné' },
    default: 'unknown',
  });
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function slug(label: string, collection: string) {
  return z.string({ error: says(label, `Choisissez une fiche de « ${collection} » dans la liste.`) }).regex(SLUG, {
    error: `Écrivez le nom du fichier sans « .md », par exemple lyon-vaise (fiches de content/${collection}/).`,
  });
}

/** The slug of an entry of another collection; that it exists is proved by the content check. */
export function reference<const O extends FieldOptions & { collection: string }>(options: O) {
  const { label, hint, collection } = options;
  return scalar<string, O>(
    options,
    {
      kind: 'reference',
      label,
      hint,
      required: options.required ?? false,
      expected: `une fiche de content/${collection}/`,
      collection,
      multiple: false,
    },
    slug(label, collection),
  );
}

/** The slugs of several entries of another collection; none by default. */
export function references(options: NamedOptions & { collection: string; max?: number }) {
  const { label, hint, ask, collection, max = MAX_ITEMS } = options;
  return many(
    slug(label, collection),
    { label, min: 0, max },
    {
      kind: 'reference',
      label,
      hint,
      ask,
      required: false,
      expected: `une liste de fiches de content/${collection}/`,
      collection,
      multiple: true,
      max,
    },
  );
}

function many<T>(
  value: z.ZodType<T>,
  { label, min, max }: { label: string; min: number; max: number },
  meta: Parameters<typeof register>[1],
): z.ZodType<T[]> {
  const schema = z.preprocess(
    (raw) => {
      if (isBlank(raw)) return [];
      // Each once: a value that is written twice says no more.
      return Array.isArray(raw)
        ? [...new Set(raw.filter((each) => !isBlank(each)))]
        : typeof raw === 'string'
          ? [raw]
          : raw;
    },
    z
      .array(value, { error: `Écrivez une liste dans « ${label} » : une ligne par valeur, précédée d’un tiret.` })
      .min(min, { error: `Choisissez au moins une valeur dans « ${label} ».` })
      .max(max, { error: tooMany(label, max) }),
  );
  return register(schema, meta);
}
