import { collections, type CollectionName } from '#schemas/index.ts';
import { bodyProblems, readEntry, type Collection, type Problem } from '#schemas/kit/index.ts';
import { typeset } from '#domain/typography.ts';

/** What is used of Immutable's Map and List, which Decap hands over. */
interface Immutable {
  map(change: (value: unknown) => unknown): Immutable;
  filter(keep: (value: unknown) => boolean): Immutable;
  isEmpty(): boolean;
  toJS(): unknown;
}

interface Entry {
  get(key: 'collection'): string;
  get(key: 'data'): Immutable;
}

const isImmutable = (value: unknown): value is Immutable =>
  typeof value === 'object' && value !== null && 'toJS' in value && 'isEmpty' in value;

/**
 * Drops what Decap leaves behind in cleared or untouched fields (`''`, `null`, empty lists and
 * groups): the site reads them as absent, and the file keeps only what is said.
 */
function tidy(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!isImmutable(value)) return value;
  const kept = tidyAll(value);
  return kept.isEmpty() ? undefined : kept;
}

const tidyAll = (values: Immutable): Immutable => values.map(tidy).filter((value) => value !== undefined);

/** Everything that the site would refuse in an entry, as sentences for the form; none when it is right. */
export function saveProblems(collection: string, data: unknown): string[] {
  const declared: Collection = collections[collection as CollectionName];
  const { body, ...frontMatter } = data as Record<string, unknown>;
  const problems = [
    ...readEntry(declared, frontMatter).problems,
    ...bodyProblems(declared, typeof body === 'string' ? body : ''),
  ].map(say);
  // Decap would take such a text for a second front matter and pour it into the fields.
  return typeof body === 'string' && /^---(?!-)/.test(body)
    ? [...problems, typeset(`« ${declared.body.label} » : commencez par une phrase, pas par trois tirets.`)]
    : problems;
}

function say({ label, field, found, remedy }: Problem): string {
  const items = /\[(\d+)\]/.exec(field);
  const place = label ?? field;
  const told = /^(?:rien|une valeur)/.test(found) ? '' : ` (Trouvé : ${found}.)`;
  return typeset(`« ${place} »${items ? ` (nº ${items[1]})` : ''} : ${remedy}${told}`);
}

/** An error whose text Decap shows as it is: no « Error: » before it. */
class Refusal extends Error {
  override name = '';
}

/**
 * Decap's `preSave` handler: reads the entry through the schema that the site itself uses, so that
 * rules which tie several fields are told in the form too.
 * @returns the tidied data, which Decap writes
 * @throws Refusal listing every problem, which stops the save
 */
export function saveCheck({ entry }: { entry: Entry }): Immutable {
  const data = tidyAll(entry.get('data'));
  const problems = saveProblems(entry.get('collection'), data.toJS());
  if (problems.length > 0)
    throw new Refusal(`Rien n’est enregistré. À corriger :\n${problems.map((each) => `• ${each}`).join('\n')}`);
  return data;
}
