import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { metaOf, readEntry, type Collection, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { countMarkdownWords } from '#schemas/kit/words.ts';

type Kind<K extends FieldMeta['kind']> = Extract<FieldMeta, { kind: K }>;

/** Text that YAML writers and readers are known to disagree on, and what editors really type. */
const AWKWARD = [
  'yes',
  'no',
  'on',
  'oui',
  'null',
  '~',
  'true',
  '0',
  '01000',
  '0x1F',
  '0o17',
  '0b11',
  '1_000',
  '1e3',
  '12:30',
  '.5',
  '2026-11-20',
  '2026-11-20 18:30:00',
  '<<',
  '=',
  '---',
  '...',
  '# dièse',
  'clé : valeur',
  'clé: valeur',
  '- tiret',
  '"guillemets"',
  "l'apostrophe",
  'l’apostrophe',
  '« guillemets »',
  '{accolade',
  '[crochet',
  '*étoile',
  '&et',
  '!non',
  '%p',
  '@a',
  '`code`',
  '|',
  '>',
  '?',
  'a\\b',
  'a\tb',
  'fin :',
  'Œuf 🍲 à la coque',
  '𝒯',
  'a b',
  'a b',
  '\ufeffa',
  'e\u0301',
];

/** What an editor may have uploaded. */
export const IMAGES = ['/uploads/table.jpg', '/uploads/été-à-lyon.webp'] as const;
export const FILES = ['/uploads/bilan.pdf', '/uploads/modele_2026.odt'] as const;

const printable = fc.string({ unit: 'grapheme', maxLength: 40 });
const line = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    printable,
    // Longer than a YAML line: folded.
    fc
      .array(fc.oneof(fc.lorem({ maxCount: 3 }), fc.constantFrom(...AWKWARD)), { minLength: 8, maxLength: 40 })
      .map((words) => words.join(' ')),
  )
  .map((text) => text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' '));
const paragraph = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .chain((lines) => fc.constantFrom('\n', '\n\n').map((gap) => lines.join(gap)));

const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);

function text(meta: Kind<'text'>, { texts, addresses }: Source): Arbitrary<unknown> {
  if (meta.examples) {
    const examples = fc.constantFrom(...meta.examples);
    return addresses && meta.examples[0]?.startsWith('https://exemple.org/page')
      ? fc.oneof(examples, addresses)
      : examples;
  }
  return (texts ?? (meta.shape === 'line' ? line : paragraph)).map((value) =>
    fewWords(value.slice(0, Math.min(meta.maxLength, 600)).replace(/\p{Surrogate}/gu, ''), meta.maxWords),
  );
}

/** A text cut before the word that would be one too many. */
const fewWords = (value: string, most = Infinity): string =>
  countMarkdownWords(value) <= most
    ? value
    : value
        .split(/(?=\s)/)
        .slice(0, most)
        .join('');

function number({ integer, min = -1000, max = 100_000 }: Kind<'number'>): Arbitrary<unknown> {
  return integer
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6 + 0);
}

/** The slugs that a reference to a collection may hold. */
type Slugs = (collection: string) => Arbitrary<string>;

/** What values are drawn from; awkward texts and the examples of each field when nothing is said. */
interface Source {
  slugs: Slugs;
  texts?: Arbitrary<string>;
  /** Web addresses. */
  addresses?: Arbitrary<string>;
}

/** Any value of one field, as a form hands it over. */
function fieldValue(schema: z.ZodType, source: Source): Arbitrary<unknown> {
  const { slugs } = source;
  const meta = metaOf(schema);
  switch (meta.kind) {
    case 'text':
      return text(meta, source);
    case 'number':
      return number(meta);
    case 'boolean':
      return fc.boolean();
    case 'date':
      return day;
    case 'time':
      return time;
    case 'datetime':
      return fc.tuple(day, time).map(([on, at]) => `${on}T${at}`);
    case 'choice': {
      const value = fc.constantFrom(...Object.keys(meta.options));
      return meta.multiple ? fc.uniqueArray(value, { minLength: meta.required ? 1 : 0 }) : value;
    }
    case 'reference':
      return meta.multiple ? fc.array(slugs(meta.collection), { maxLength: 3 }) : slugs(meta.collection);
    case 'image':
      return fc.constantFrom(...IMAGES);
    case 'file':
      return fc.constantFrom(...FILES);
    case 'group':
      return group(meta.fields, source);
    case 'list':
      return fc.array(fieldValue(meta.item, source), {
        minLength: meta.required ? 1 : 0,
        maxLength: Math.min(meta.max, 3),
      });
  }
}

/** What Decap leaves in an optional field that nobody filled, or that somebody cleared. */
const untouched = fc.constantFrom(undefined, null, '');
const untouchedList = fc.constantFrom(undefined, []);

function group(fields: Fields, source: Source): Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([name, schema]) => {
    const meta = metaOf(schema);
    const value = fieldValue(schema, source);
    if (meta.required) return [name, value] as const;
    const many = meta.kind === 'list' || ('multiple' in meta && meta.multiple);
    const none = many
      ? untouchedList
      : meta.kind === 'group' || meta.kind === 'boolean'
        ? fc.constant(undefined)
        : untouched;
    return [name, fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: none })] as const;
  });
  return fc.record(Object.fromEntries(values));
}

/** Drops one field that the schema refuses, wherever it is; a required one is left for the filter. */
function dropRefused(collection: Collection, data: Record<string, unknown>): Record<string, unknown> {
  const result = collection.schema.safeParse(data);
  if (result.success) return data;
  const paths = result.error.issues.map(({ path }) => (path.slice(0, -1).length ? path.slice(0, 1) : path));
  const refused = new Set(paths.map(([name]) => String(name)));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !refused.has(name)));
}

const anySlug = fc.constantFrom('lyon-vaise', 'fondation-de-france', '2027-01-ca-mijote', 'a');

/**
 * Entries of a collection as its form holds them at the moment of saving: right by the schema's own
 * judgement, empties in all of Decap's ways.
 * @param source the slugs that references hold, any by default; the texts and addresses of its fields
 */
export function entries(
  collection: Collection,
  { slugs = () => anySlug, ...texts }: Partial<Source> = {},
): Arbitrary<Record<string, unknown>> {
  return group(collection.fields, { slugs, ...texts })
    .map((data) => ordered(dropRefused(collection, data)))
    .filter((data) => readEntry(collection, data).problems.length === 0);
}

/**
 * Sorts the two ends of a range, so that rules such as « the end after the start » are met more often than by chance.
 */
function ordered(data: Record<string, unknown>): Record<string, unknown> {
  const { startsAt, endsAt } = data;
  if (typeof startsAt !== 'string' || typeof endsAt !== 'string' || startsAt < endsAt) return data;
  return { ...data, startsAt: endsAt, endsAt: startsAt };
}

/** Markdown bodies that the save check lets through, line breaks included. */
export const bodies: Arbitrary<string> = fc.oneof(fc.constant(''), paragraph).filter((body) => !/^---(?!-)/.test(body));
