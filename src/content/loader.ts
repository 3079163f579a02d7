import { glob, type Loader } from 'astro/loaders';
import { hiddenBy } from './check/entry.ts';

/**
 * The Markdown files of a folder. Of a draft, which no page shows, Astro keeps that it is there: it may hold what the
 * schema refuses, or an image that does not exist, without stopping the build of the others.
 */
export function entriesIn(base: string): Loader {
  const files = glob({ base, pattern: '*.md' });
  const isDraft = (data: Record<string, unknown>) => hiddenBy(data, false) === 'draft';
  const load: Loader['load'] = (context) =>
    files.load({
      ...context,
      parseData: async (given) =>
        isDraft(given.data) ? { ...given.data, draft: true } : await context.parseData(given),
      store: {
        ...context.store,
        set: (entry) => {
          if (!isDraft(entry.data)) return context.store.set(entry);
          const { body: _body, rendered: _rendered, assetImports: _assetImports, ...kept } = entry;
          return context.store.set({ ...kept, data: { draft: true } });
        },
      },
    });
  return { ...files, load };
}
