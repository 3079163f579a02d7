import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import { astroReads } from './decap-writes.ts';
import { networkContent } from './folders.ts';

/** A file of the frozen network: its front matter as YAML gives it, and its Markdown. */
export interface NetworkFile {
  slug: string;
  raw: string;
  data: unknown;
  body: string;
}

/** The files of a collection of the frozen network, in order of slug. */
export function networkFiles(collection: CollectionName): NetworkFile[] {
  const folder = join(networkContent, collection);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => {
      const raw = readFileSync(join(folder, file), 'utf8');
      return { slug: file.slice(0, -'.md'.length), raw, ...astroReads(raw) };
    });
}

type EntryOf<N extends CollectionName> = z.output<(typeof collections)[N]['schema']>;

/**
 * The entries of a collection of the frozen network, as the site reads them.
 * @throws Error naming the first that the schema refuses.
 */
export function networkEntries<N extends CollectionName>(name: N): { id: string; data: EntryOf<N> }[] {
  return networkFiles(name).map(({ slug, data }) => {
    const { entry, problems } = readEntry(collections[name] as Collection, data);
    if (entry === undefined) throw new Error(`${name}/${slug}: ${JSON.stringify(problems)}`);
    return { id: slug, data: entry as EntryOf<N> };
  });
}
