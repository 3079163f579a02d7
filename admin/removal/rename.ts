import { citersOf, type EntryIndex, type EntryPlace } from '#content/check/entry-index.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import { nameProblems } from '#content/check/fixed-entries.ts';
import type { Site } from '#content/check/site.ts';
import { entryPath, hasOwnPages } from '#content/routes.ts';
import { slugOf } from '#domain/slug.ts';
import { typeset } from '#domain/typography.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { askForm, typedIn } from '../dialog.ts';
import { element, field, paragraph } from '../elements.ts';
import { keepRemoved } from '../known/saved.ts';
import { NotWritten, type Entries } from '../write/entries.ts';
import { redirecting } from './redirect.ts';
import { replacing } from './replace.ts';

/** Whether the page of an entry has an address that its editors choose. */
export const canRename = (collection: CollectionName): boolean =>
  hasOwnPages(collection) && collections[collection].extensible !== false;

export interface RenameMeans {
  entries: Entries;
  index: () => Promise<EntryIndex>;
  site: () => Promise<Site>;
  parser: () => Promise<ParseMarkdown>;
}

/** Asks for another name of an entry’s file, and gives it; the slug it has then, or undefined when it is left. */
export async function askRename(means: RenameMeans, place: EntryPlace): Promise<string | undefined> {
  const { answers } = await means.entries.read(place);
  const proposed = slugOf(String(answers['title']));
  const name = element('input', '');
  Object.assign(name, { name: 'slug', value: proposed, required: true, autocomplete: 'off', spellcheck: false });
  let given: string | undefined;
  await askForm({
    title: typeset('Changer l’adresse de la page'),
    content: [
      paragraph(`Aujourd’hui : ${entryPath(place.collection, place.slug)}`),
      field('Nouveau nom, en minuscules sans accent', name),
      paragraph('Les fiches qui y mènent suivront, et l’ancienne adresse mènera à la nouvelle.'),
    ],
    accept: 'Changer',
    send: async (form) => {
      given = typedIn(form, 'slug');
      await rename(means, place, given);
    },
  });
  return given;
}

/**
 * Gives an entry another name: those that point at it follow, and its old address leads to the new one. Whatever stops
 * it on the way, what is written passes the check of the build.
 * @throws NotWritten with what the name must be
 */
export async function rename(means: RenameMeans, place: EntryPlace, slug: string): Promise<void> {
  const { entries } = means;
  const { collection } = place;
  const [index, site, parse] = await Promise.all([means.index(), means.site(), means.parser()]);
  const refusal = refusalOf(slug, place, site);
  if (refusal !== undefined) throw new NotWritten(refusal);
  const { answers } = await entries.read(place);
  const replacement = { collection, from: place.slug, to: slug };
  const message = `Renomme ${place.slug} en ${slug}`;
  // What an entry says of itself follows too.
  await entries.create(
    [{ collection, slug, answers: replacing({ collection, answers }, replacement, parse) }],
    message,
  );
  await entries.change(
    citersOf(index, place),
    (other, citer) => replacing({ collection: citer.collection, answers: other }, replacement, parse),
    message,
  );
  await entries.remove([place], message);
  if (answers['draft'] === true) return;
  keepRemoved([place]);
  const [from, to] = [entryPath(collection, place.slug), entryPath(collection, slug)];
  await entries.change(
    [{ collection: 'settings', slug: 'site' }],
    (settings) => redirecting(settings, from, to),
    message,
  );
}

function refusalOf(slug: string, { collection, slug: now }: EntryPlace, site: Site): string | undefined {
  if (slug === now) return 'C’est déjà son nom : écrivez-en un autre.';
  if (slug === '' || slug !== slugOf(slug))
    return `« ${slug} » ne peut être une adresse : écrivez des minuscules sans accent, des chiffres et des traits d’union, comme « ${slugOf(slug) || 'nouveau-nom'} ».`;
  if (site.entries.get(collection)?.has(slug)) return `Une fiche s’appelle déjà « ${slug} » : écrivez un autre nom.`;
  if (site.addresses.get(entryPath(collection, slug)) === 'redirect')
    return `L’adresse ${entryPath(collection, slug)} mène déjà ailleurs : retirez-la des « Anciennes adresses », dans les Réglages, ou écrivez un autre nom.`;
  const [reserved] = nameProblems({ collection, slug }, site.reserved);
  return reserved && `« ${slug} » est pris par une page du site : écrivez un autre nom.`;
}
