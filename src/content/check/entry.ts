import type { CollectionName } from '#schemas/index.ts';
import type { FrontMatter } from './front-matter.ts';

/** Why a visitor does not see an entry, if so. */
export type Hidden = 'draft' | 'demo' | undefined;

/** An entry that was read, whatever its problems. */
export interface ReadEntry extends FrontMatter {
  file: string;
  collection: CollectionName;
  slug: string;
  hidden: Hidden;
}

/** What is known of the entries of each collection, by slug. */
export type Entries<E = { hidden: Hidden }> = ReadonlyMap<CollectionName, ReadonlyMap<string, E>>;

/** How a message names an entry that is not shown. */
export const HIDDEN = {
  draft: { is: 'un brouillon', because: 'un brouillon n’est pas publié' },
  demo: { is: 'un exemple', because: 'les exemples ne sont pas dans le site en ligne' },
} as const;

/** Reads whether an entry is shown, before it is known to be valid. */
export function hiddenBy(data: FrontMatter['data'], live: boolean): Hidden {
  const ticked = (value: unknown) => value === true || /^(?:true|oui)$/i.test(String(value));
  if (ticked(data?.['draft'])) return 'draft';
  return live && ticked(data?.['demo']) ? 'demo' : undefined;
}
