import { joinWords } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import type { EntryPlace } from '#content/check/entry-index.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import type { Hidden } from '#content/check/entry.ts';
import type { LocatedProblem } from '#content/check/problem.ts';
import type { Site } from '#content/check/site.ts';
import type { CollectionName } from '#schemas/index.ts';
import { readPath } from '#schemas/kit/index.ts';
import { newSlug, verdictOn } from './check/form-entry.ts';
import { toldOf, type Told } from './known/saved.ts';
import { placeInForm, tidied, type Immutable } from './check/immutable.ts';

/** The entry that Decap hands to its events. */
export interface Entry {
  get(key: 'collection'): CollectionName;
  get(key: 'slug'): string | undefined;
  get(key: 'newRecord'): boolean | undefined;
  get(key: 'data'): Immutable;
  get(key: 'mediaFiles'): Immutable | undefined;
}

/** A sentence for the form, and the field that it is about. */
export interface FieldError {
  /** `['sources', 1, 'url']`, as the form counts its items. */
  place: readonly (string | number)[];
  message: string;
}

/** What the check is given, and what it tells. */
export interface Desk {
  /**
   * What exists now, files that are about to be uploaded included.
   * @throws when it cannot be known.
   */
  site: (uploads: readonly string[]) => Promise<Site>;
  parser: () => Promise<ParseMarkdown>;
  refused: (errors: readonly FieldError[]) => void;
  /**
   * The entries that visitors see and that point at this one, by their titles.
   * @throws when it cannot be known.
   */
  citers: (place: EntryPlace) => Promise<readonly { title: string }[]>;
  /** `name`: what a new entry is to be called; undefined for one that has its name. */
  accepted: (save: {
    told: Told;
    name: string | undefined;
    uploads: readonly string[];
    remaining: readonly string[];
  }) => void;
}

/** An error whose text Decap shows as it is: no « Error: » before it. */
export class Refusal extends Error {
  override name = '';
}

/** Where what passes the check goes: among the entries, on the branch of a draft to review, or from there online. */
export type Kept = 'entry' | 'draft' | 'published draft';

const REFUSED: Readonly<Record<Kept, string>> = {
  entry: 'Rien n’est enregistré.',
  draft: 'Rien n’est enregistré.',
  'published draft': 'Rien n’est publié.',
};

const UNKNOWN =
  'Rien n’est enregistré : la vérification n’a pas pu se charger. Votre texte est toujours là. Vérifiez la connexion, puis publiez à nouveau.';

/** How many problems a message names; each is also told on its field. */
const MOST_TOLD = 6;

/**
 * Decap's `preSave` handler, and `prePublish` for a draft to review: the check of the build, run on the form. A draft is
 * let through whatever it holds but what would stop the build of the others; what is on a branch of its own stops none.
 * @param filesOf the paths of the files that came with a draft
 * @returns the tidied data, which Decap writes
 * @throws Refusal with what to mend, which stops the save
 */
export function saveCheck(
  desk: Desk,
  kept: Kept = 'entry',
  filesOf: (place: EntryPlace) => Promise<readonly string[]> = () => Promise.resolve([]),
): (event: { entry: Entry }) => Promise<Immutable> {
  return async ({ entry }) => {
    const form = entry.get('data');
    const data = tidied(form);
    const slug = entry.get('newRecord') === true ? undefined : entry.get('slug');
    const collection = entry.get('collection');
    const apart = slug === undefined ? [] : await filesOf({ collection, slug }).catch(unknown);
    const uploads = [...new Set([...uploadsOf(entry), ...addressesOf(apart)])];
    const [site, parse] = await Promise.all([desk.site(uploads), desk.parser()]).catch(unknown);
    const fields = data.toJS() as Record<string, unknown>;
    const verdict = verdictOn({ collection, slug, data: fields }, site, parse, kept === 'draft');
    const { hidden } = verdict;
    const isHiding = hidden !== undefined && slug !== undefined;
    const citers = isHiding ? await desk.citers({ collection, slug }).catch(unknown) : [];
    const hiding = hidingProblems(hidden, citers);
    const [problems, remaining] =
      kept === 'draft'
        ? [verdict.problems, [...verdict.remaining, ...hiding]]
        : [[...verdict.problems, ...hiding], verdict.remaining];
    if (problems.length > 0) {
      desk.refused(problems.map((problem) => ({ place: placeOf(problem, form), message: what(problem) })));
      throw new Refusal(`${REFUSED[kept]} À corriger :\n${listed(problems)}`);
    }
    const told = toldOf({ collection, answers: fields, hidden }, parse);
    const name = slug === undefined ? newSlug({ collection, data: fields }) : undefined;
    desk.accepted({ told, name, uploads, remaining: [...new Set(remaining.map(say))] });
    return data;
  };
}

const unknown = (): never => {
  throw new Refusal(UNKNOWN);
};

/** What others point at cannot go out of sight: the build would refuse them. */
function hidingProblems(hidden: Hidden, citers: readonly { title: string }[]): LocatedProblem[] {
  if (hidden === undefined || citers.length === 0) return [];
  const names = joinWords(citers.slice(0, MOST_TOLD).map(({ title }) => `« ${title} »`));
  const others = citers.length > MOST_TOLD ? `, et ${citers.length - MOST_TOLD} de plus` : '';
  return [
    {
      field: hidden,
      label: hidden === 'draft' ? 'Brouillon' : 'Exemple',
      found: count(citers.length, 'fiche y renvoie', 'fiches y renvoient'),
      expected: 'une fiche que personne ne cite',
      remedy: `Décochez cette case, ou retirez d’abord ce qui y mène dans ${names}${others}.`,
    },
  ];
}

/** The addresses that the files of an entry have, or will have with this save. */
function uploadsOf(entry: Entry): string[] {
  const files = entry.get('mediaFiles')?.toJS();
  if (!Array.isArray(files)) return [];
  return addressesOf(files.map((file: { path?: unknown }) => file.path));
}

const addressesOf = (paths: readonly unknown[]): string[] =>
  paths.flatMap((path) => (typeof path === 'string' && path.startsWith('public/') ? path.slice('public'.length) : []));

/** Problems of the file as a whole are told on its title. */
function placeOf({ field }: LocatedProblem, form: Immutable): (string | number)[] {
  if (field === 'texte') return ['body'];
  if (field === 'fichier' || field === 'en-tête') return ['title'];
  return placeInForm(form, readPath(field));
}

export function listed(problems: readonly LocatedProblem[]): string {
  const told = [...new Set(problems.map(say))];
  const more = told.length - MOST_TOLD;
  const rest = more > 0 ? [`et ${more} de plus, sur ${more > 1 ? 'leurs champs' : 'son champ'}.`] : [];
  return [...told.slice(0, MOST_TOLD), ...rest].map((each) => `• ${each}`).join('\n');
}

function say(problem: LocatedProblem): string {
  const { label, field } = problem;
  const items = /\[(\d+)\]/.exec(field);
  return `${typeset(`« ${label ?? field} »${items ? ` (nº ${items[1]})` : ''} :`)} ${what(problem)}`;
}

/** What to do, with what was found when it tells something. */
function what({ found, remedy }: LocatedProblem): string {
  const told = /^(?:rien|une valeur)/.test(found) ? '' : ` (Trouvé : ${found}.)`;
  return typeset(`${remedy}${told}`);
}
