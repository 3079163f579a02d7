import { entryProblems } from '#content/check/entry-problems.ts';
import { hiddenBy, type ReadEntry } from '#content/check/entry.ts';
import { hiddenProblem, nameProblems } from '#content/check/fixed-entries.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import type { LocatedProblem } from '#content/check/problem.ts';
import { siteOf, type Site } from '#content/check/site.ts';
import { redirectsOf } from '#content/redirects.ts';
import { entryPath } from '#content/routes.ts';
import { slugOf } from '#domain/slug.ts';
import { collections, type CollectionName } from '#schemas/index.ts';

/** An entry as a form holds it, its empty fields dropped. */
export interface FormEntry {
  collection: CollectionName;
  /** The name of its file; undefined for a new entry, which Decap has yet to name. */
  slug: string | undefined;
  data: Readonly<Record<string, unknown>>;
}

export interface Verdict {
  /** What forbids to save. */
  problems: LocatedProblem[];
  /** What remains in a draft before it is published. */
  remaining: LocatedProblem[];
  hidden: ReadEntry['hidden'];
}

/**
 * All that the build would say of an entry: what it refuses, and what it lets a draft hold.
 * @param isApart on a branch that no build reads
 */
export function verdictOn(form: FormEntry, known: Site, parse: ParseMarkdown, isApart = false): Verdict {
  const site = form.collection === 'settings' ? withItsRedirects(known, form.data) : known;
  const { body: _body, ...data } = form.data;
  const hidden = hiddenBy(data, site.live);
  const { collection, slug = newSlug(form) } = form;
  const entry: ReadEntry = {
    file: `content/${collection}/${slug}.md`,
    collection,
    slug,
    hidden,
    data,
    problems: [],
    body: { text: textIn(form.data, 'body').trim(), line: 1 },
    lineOf: () => undefined,
  };
  const needed = hiddenProblem(entry);
  const always = [
    ...(form.slug === undefined ? newNameProblems(entry, site) : []),
    ...(hidden === 'draft' ? [] : redirectedProblems(entry, site)),
    ...unwritable(form),
  ];
  const told = entryProblems(entry, site, parse).map(inForm);
  if (isApart) return { problems: always, remaining: [...told, ...(needed ? [needed] : [])], hidden };
  if (needed) always.push(needed);
  return hidden === 'draft'
    ? { problems: always, remaining: told, hidden }
    : { problems: [...told, ...always], remaining: [], hidden };
}

/** A site whose old addresses are those that its settings are about to keep. */
function withItsRedirects({ entries, listing, ...stage }: Site, settings: FormEntry['data']): Site {
  return siteOf(entries, { ...listing, redirects: redirectsOf(settings).map(({ from }) => from) }, stage);
}

/** The name that Decap gives to a new entry, by the template of its collection. */
export function newSlug({ collection, data }: Pick<FormEntry, 'collection' | 'data'>): string {
  const title = slugOf(textIn(data, 'title'));
  return collection === 'sessions' ? `${textIn(data, 'startsAt').slice(0, 7)}-${title}` : title;
}

function textIn(data: Readonly<Record<string, unknown>> | undefined, field: string): string {
  const value = data?.[field];
  return typeof value === 'string' ? value : '';
}

/** The most signs of the name of a file, which is an address to be sent. */
const LONGEST_NAME = 150;

function newNameProblems(entry: ReadEntry, { reserved, entries }: Site): LocatedProblem[] {
  const title = { field: 'title', label: 'Titre', expected: 'un titre dont l’adresse de la page soit faite' };
  if (slugOf(textIn(entry.data, 'title')) === '') {
    return [
      {
        ...title,
        found: 'ni lettre de a à z, ni chiffre',
        remedy: 'Écrivez au moins une lettre de a à z ou un chiffre : l’adresse de la page en est faite.',
      },
    ];
  }
  if (entry.slug.length > LONGEST_NAME) {
    return [{ ...title, found: `${entry.slug.length} signes`, remedy: 'Raccourcissez le titre.' }];
  }
  const [taken] = nameProblems(entry, reserved);
  if (taken) return [{ ...title, found: taken.found, remedy: 'Donnez un titre plus précis : ce nom est pris.' }];
  // Sessions of one title come back each month, and are told apart by their days.
  if (entry.collection === 'sessions' || entries.get(entry.collection)?.has(entry.slug) !== true) return [];
  return [
    {
      ...title,
      found: 'une fiche qui porte déjà ce nom',
      remedy: 'Ouvrez celle qui existe, ou donnez un titre plus précis : une fiche porte déjà ce nom.',
    },
  ];
}

/** An address that leads elsewhere since its page went cannot be the page of another. */
function redirectedProblems({ collection, slug }: ReadEntry, { addresses }: Site): LocatedProblem[] {
  const address = entryPath(collection, slug);
  if (addresses.get(address) !== 'redirect') return [];
  return [
    {
      field: 'title',
      label: 'Titre',
      found: `${address}, une ancienne adresse`,
      expected: 'une adresse libre',
      remedy: `L’adresse ${address} mène déjà ailleurs : retirez-la des « Anciennes adresses », dans les Réglages, ou donnez un titre plus précis.`,
    },
  ];
}

/** Far more than all that an entry may hold: the build does not read a larger file. */
const LARGEST_ENTRY = 500_000;

function unwritable({ collection, data }: FormEntry): LocatedProblem[] {
  const { label } = collections[collection].body;
  const text = { field: 'texte', label, expected: 'un texte' };
  const body = textIn(data, 'body');
  const isHuge = JSON.stringify(data).length > LARGEST_ENTRY;
  return [
    // Decap would take it for a second front matter and pour it into the fields.
    ...(/^\s*---(?!-)/.test(body)
      ? [{ ...text, found: 'trois tirets', remedy: 'Commencez par une phrase, pas par trois tirets.' }]
      : []),
    ...(isHuge
      ? [{ ...text, found: 'une fiche sans fin', remedy: 'Raccourcissez la fiche, ou répartissez-la en plusieurs.' }]
      : []),
  ];
}

/** What a file is told of its lines, a form is not. */
function inForm(problem: LocatedProblem): LocatedProblem {
  return problem.field === 'texte' && problem.found === 'rien'
    ? { ...problem, expected: 'un texte', remedy: 'Écrivez le texte.' }
    : problem;
}
