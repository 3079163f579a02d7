import type { CollectionName } from '#schemas/index.ts';
import type { Surroundings } from '../conflict/guard.ts';
import { tell } from '../dialog.ts';
import { frenchError } from '../errors.ts';
import { answersIn } from '../versions/file.ts';
import type { Removal } from './remove.ts';

/** What the guard of the backend calls around the deletion of an entry. */
export function aroundRemovals(removal: Removal): Pick<Surroundings, 'removing' | 'removed'> {
  return {
    removing: async (path, text) => {
      const [, collection, slug] = /^content\/([a-z]+)\/([a-z0-9-]+)\.md$/.exec(path) ?? [];
      if (collection === undefined || slug === undefined) return;
      const { title, draft, demo } = answersIn(text);
      const named = { collection: collection as CollectionName, slug, title: typeof title === 'string' ? title : slug };
      await removal.before(named, draft !== true && demo !== true);
    },
    removed: async () => {
      // The entry is gone: what remains undone is told beside it.
      await removal.after().catch((error: unknown) =>
        tell({
          title: 'La fiche est supprimée, mais pas son adresse',
          paragraphs: [
            'L’ancienne adresse ne mène encore nulle part : ajoutez-la dans Réglages, « Anciennes adresses ».',
            frenchError(error),
          ],
        }),
      );
    },
  };
}
