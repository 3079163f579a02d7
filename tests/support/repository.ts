import { toMdastInBrowser } from '#admin/check/mdast.ts';
import { guard, type Implementation } from '#admin/conflict/guard.ts';
import { Entries } from '#admin/write/entries.ts';
import type { EntryIndex } from '#content/check/entry-index.ts';
import { hiddenBy } from '#content/check/entry.ts';
import { siteOf, type Site } from '#content/check/site.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { networkFiles } from './network.ts';

/** A repository of the frozen network, in memory, that the CMS writes into. */
export interface Repository {
  entries: Entries;
  index: () => Promise<EntryIndex>;
  /** By path: `content/cantines/metz.md`. */
  files: Map<string, string>;
  /** The messages of its saves. */
  saves: string[];
  /** Called before each write, as another editor would come between. */
  between: { write?: () => void };
}

export function startRepository(): Repository {
  const names = Object.keys(collections) as CollectionName[];
  const files = new Map<string, string>(
    names.flatMap((name) => networkFiles(name).map(({ slug, raw }) => [`content/${name}/${slug}.md`, raw] as const)),
  );
  const saves: string[] = [];
  const between: Repository['between'] = {};
  const backend: Implementation = {
    getEntry: (path) => {
      const data = files.get(path);
      if (data !== undefined) return Promise.resolve({ data });
      return Promise.reject(Object.assign(new Error('Not Found'), { status: 404 }));
    },
    persistEntry: ({ dataFiles }, { commitMessage }) => {
      between.write?.();
      for (const { path, base } of dataFiles)
        if (base !== undefined && (files.get(path) ?? null) !== base)
          return Promise.reject(Object.assign(new Error('has changed since'), { status: 409 }));
      for (const { path, raw } of dataFiles) files.set(path, raw);
      saves.push(String(commitMessage));
      return Promise.resolve();
    },
    deleteFiles: (paths, message) => {
      for (const path of paths) files.delete(path);
      saves.push(message);
      return Promise.resolve();
    },
  };
  const nobody = {
    textOf: () => undefined,
    goOnFrom: () => undefined,
    show: () => undefined,
    ask: () => Promise.resolve('write on' as const),
    removing: () => Promise.resolve(),
    removed: () => Promise.resolve(),
    whyKept: () => Promise.resolve(undefined),
  };
  const guarded = guard(backend, nobody);
  const [site, index] = [frozenSite(), frozenIndex()];
  const entries = new Entries({
    backend: () => guarded,
    site: () => Promise.resolve(site),
    parser: () => Promise.resolve(toMdastInBrowser),
    written: () => undefined,
    removed: () => undefined,
  });
  return { entries, index: () => Promise.resolve(index), files, saves, between };
}

function frozenSite(): Site {
  const names = Object.keys(collections) as CollectionName[];
  const entries = new Map(
    names.map((name) => [
      name,
      new Map(
        networkFiles(name).map(({ slug, data }) => [
          slug,
          { hidden: hiddenBy(data as Readonly<Record<string, unknown>>, false) },
        ]),
      ),
    ]),
  );
  return siteOf(entries, { files: [], pages: [], redirects: [] }, { live: false, finished: false });
}

const frozenIndex = (): EntryIndex => ({
  cantines: Object.fromEntries(
    networkFiles('cantines').map(({ slug, data }) => [
      slug,
      { title: String((data as { title: unknown }).title), shown: 'shown', cites: [] },
    ]),
  ),
});
