import { entryPath, hasOwnPages, listPath } from '#content/routes.ts';
import type { EntryPlace } from '#content/check/entry-index.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { askForm, typedIn } from '../dialog.ts';
import { choice, element, field, paragraph } from '../elements.ts';

/** An entry as it is named to an editor. */
export interface NamedEntry extends EntryPlace {
  title: string;
}

export interface RemovalQuestion extends NamedEntry {
  /** The entries that visitors see and that point at it. */
  citers: readonly NamedEntry[];
  /** Those of its collection that may take its place. */
  others: readonly NamedEntry[];
  /** True when its page has been online. */
  published: boolean;
}

export interface RemovalAnswer {
  /** The slug that takes its place in those that point at it. */
  replacement: string | undefined;
  /** Where its address leads from then on. */
  redirect: string | undefined;
}

/** The value of the choice that leads nowhere. */
const NOWHERE = '';

/** True when something must be decided before the entry is deleted. */
export const mustAsk = ({ citers, published, collection }: RemovalQuestion): boolean =>
  citers.length > 0 || (published && hasOwnPages(collection));

/** Asks what becomes of those that point at an entry, and of its address; undefined to keep the entry. */
export async function askRemoval(question: RemovalQuestion): Promise<RemovalAnswer | undefined> {
  const { title, citers, others } = question;
  const hasAddress = question.published && hasOwnPages(question.collection);
  let answer: RemovalAnswer | undefined;
  await askForm({
    title: typeset(`Supprimer « ${title} » ?`),
    content: [...(citers.length > 0 ? citersPart(citers, others) : []), ...(hasAddress ? [addressPart(question)] : [])],
    // Without another to take its place, there is nothing to accept.
    ...((citers.length === 0 || others.length > 0) && { accept: 'Supprimer' }),
    leave: 'Garder la fiche',
    send: (form) => {
      const chosen = (name: string) => typedIn(form, name) || undefined;
      answer = { replacement: chosen('replacement'), redirect: chosen('redirect') };
    },
  });
  return answer;
}

function citersPart(citers: readonly NamedEntry[], others: readonly NamedEntry[]): HTMLElement[] {
  const links = citers.map(({ collection, slug, title }) => {
    const link = element('a', '', title);
    link.href = `#/collections/${collection}/entries/${slug}`;
    link.target = '_blank';
    return element('li', '', link);
  });
  const mention = count(citers.length, 'fiche y mène', 'fiches y mènent');
  return [
    paragraph(`${mention}. Sans elle, ces pages auraient un lien vers rien, et le site ne se publierait plus :`),
    element('ul', '', ...links),
    ...(others.length > 0
      ? [field('Y mettre à la place', replacementIn(others))]
      : [paragraph('Ouvrez chacune pour en retirer le lien, puis recommencez.')]),
  ];
}

function replacementIn(others: readonly NamedEntry[]): HTMLSelectElement {
  const replacement = choice('replacement', [['', 'Choisissez une fiche…'], ...titlesOf(others)]);
  replacement.required = true;
  return replacement;
}

const titlesOf = (entries: readonly NamedEntry[]): [string, string][] =>
  entries.toSorted((one, other) => one.title.localeCompare(other.title, 'fr')).map(({ slug, title }) => [slug, title]);

function addressPart({ collection, slug, others }: RemovalQuestion): HTMLElement {
  const list = listPath(collection);
  return field(
    `Qui a gardé son adresse (${entryPath(collection, slug)}) arrivera`,
    choice('redirect', [
      [list, `à la liste (${list})`],
      ...titlesOf(others).map(([other, title]): [string, string] => [entryPath(collection, other), `à « ${title} »`]),
      [NOWHERE, 'nulle part : cette adresse n’a jamais servi'],
    ]),
  );
}
