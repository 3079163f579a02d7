import type { Redirect } from '#content/redirects.ts';
import { renamedSlugs } from '#content/renames.ts';
import { renamed, renamedCantines } from '../mail/memory.ts';
import type { AlertState, Memory, RecipientState } from './memory.ts';

/** The entries that changed name: the slug of today, by that of then. */
export interface Renames {
  opportunities: ReadonlyMap<string, string>;
  cantines: ReadonlyMap<string, string>;
}

/**
 * What the redirects of the site say of entries that changed name.
 * @param slugs those of today: an entry that is there keeps its name, wherever its old address leads
 */
export const renamesOf = (
  redirects: readonly Redirect[],
  slugs: Readonly<Record<keyof Renames, ReadonlySet<string>>>,
): Renames => ({
  opportunities: renamedSlugs('opportunities', redirects, { there: slugs.opportunities }),
  cantines: renamedSlugs('cantines', redirects, { there: slugs.cantines }),
});

/** The same memory under the names of today: an entry that changes name is neither new nor withdrawn. */
export function withRenames(state: AlertState, { opportunities, cantines }: Renames): AlertState {
  if (opportunities.size === 0 && cantines.size === 0) return state;
  const recipients = Object.entries(renamed(state.recipients, renamedCantines(cantines))).map(
    ([id, recipient]) => [id, recipientOf(recipient, opportunities)] as const,
  );
  return { ...state, recipients: Object.fromEntries(recipients) };
}

function recipientOf(recipient: RecipientState, slugs: ReadonlyMap<string, string>): RecipientState {
  const { memory, pending } = recipient;
  return {
    ...recipient,
    ...(memory && { memory: memoryOf(memory, slugs) }),
    ...(pending && {
      pending: {
        ...pending,
        items: pending.items.map((item) => ({ ...item, slug: slugs.get(item.slug) ?? item.slug })),
        after: memoryOf(pending.after, slugs),
      },
    }),
  };
}

const memoryOf = (memory: Memory, slugs: ReadonlyMap<string, string>): Memory => ({
  ...memory,
  calls: renamed(memory.calls, slugs),
});
