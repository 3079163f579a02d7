import type { EntryPlace } from '#content/check/entry-index.ts';
import { redirectsOf, type Redirect } from '#content/redirects.ts';
import { entryPath, hasOwnPages } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { NotWritten, type Entries, type StoredEntry } from '../write/entries.ts';

/** The entry that a proposal speaks of, as it is today, or the sentence that says why nothing can be written there. */
export type Found = { stored: StoredEntry; wasNamed?: string } | { stored?: undefined; missing: string };

const SETTINGS: EntryPlace = { collection: 'settings', slug: 'site' };

/** An address that leads to itself is not followed for ever. */
const MOST_NAMES = 10;

/**
 * Finds an entry, under the name that it has now.
 * @throws whatever stands in the way when nothing can be read
 */
export async function findEntry(entries: Pick<Entries, 'read'>, place: EntryPlace): Promise<Found> {
  const stored = await readIfThere(entries, place);
  if (stored) return drafted(stored) ?? { stored };
  const { answers } = await entries.read(SETTINGS);
  const slug = nameNow(redirectsOf(answers), place);
  const moved = slug === undefined ? undefined : await readIfThere(entries, { ...place, slug });
  if (!moved)
    return {
      missing: typeset(
        `La fiche « ${place.slug} » n’est plus sur le site : elle a été supprimée, ou n’y a jamais été. Rien ne peut être accepté ; refusez cette proposition, ou dites à la personne où écrire.`,
      ),
    };
  return drafted(moved) ?? { stored: moved, wasNamed: place.slug };
}

const readIfThere = (entries: Pick<Entries, 'read'>, place: EntryPlace): Promise<StoredEntry | undefined> =>
  entries.read(place).catch((error: unknown) => {
    if (error instanceof NotWritten) return undefined;
    throw error;
  });

function drafted({ answers, slug }: StoredEntry): Found | undefined {
  if (answers['draft'] !== true) return undefined;
  return {
    missing: typeset(
      `La fiche « ${typeof answers['title'] === 'string' ? answers['title'] : slug} » est un brouillon, que personne ne voit : finissez-la et publiez-la d’abord. La proposition vous attend ici.`,
    ),
  };
}

/** The name that an entry was given since, by the old addresses that lead to its page. */
function nameNow(redirects: readonly Redirect[], { collection, slug }: EntryPlace): string | undefined {
  if (!hasOwnPages(collection)) return undefined;
  const folder = entryPath(collection, '').replace(/\/$/, '');
  let path = entryPath(collection, slug);
  for (let step = 0; step < MOST_NAMES; step++) {
    const next = redirects.find(({ from }) => from === path)?.to.replace(/[?#].*$/, '');
    if (next === undefined) break;
    path = next;
  }
  const name = path.startsWith(folder) ? path.slice(folder.length).replace(/\/$/, '') : '';
  return name !== slug && /^[a-z0-9-]+$/.test(name) ? name : undefined;
}
