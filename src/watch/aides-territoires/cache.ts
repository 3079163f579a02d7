import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a run that was cut leaves: its pages, and where it was. */
interface Progress {
  base: string;
  startedAt: number;
  /** The address of the page to ask for; null when all have come. */
  next: string | null;
  /** How many pages are kept. */
  pages: number;
  total: number;
}

const DAY = 86_400_000;

/** Pages kept between two runs, so that one that was cut goes on where it stopped. */
export interface PageCache {
  progress: Progress | undefined;
  keep: (page: readonly unknown[], next: string | null, total: number) => Promise<void>;
  /** Every aid kept. */
  read: () => Promise<unknown[]>;
  clear: () => Promise<void>;
}

/** Opens the cache of a base; what another base left, or what is older than a day, is put away. */
export async function openCache(folder: string, base: string, now: number, anew: boolean): Promise<PageCache> {
  const file = join(folder, 'avancement.json');
  const pageFile = (number: number) => join(folder, `page-${number}.json`);
  const found = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Progress)
    .catch(() => undefined);
  const fits = found?.base === base && now - found.startedAt < DAY && !anew;
  if (!fits) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const cache: PageCache = {
    progress: fits ? found : undefined,
    keep: async (page, next, total) => {
      const pages = (cache.progress?.pages ?? 0) + 1;
      await writeFile(pageFile(pages), JSON.stringify(page));
      // Last: a cut before it asks for the same page again.
      cache.progress = { base, startedAt: cache.progress?.startedAt ?? now, next, pages, total };
      await writeFile(file, JSON.stringify(cache.progress));
    },
    read: async () => {
      const numbers = Array.from({ length: cache.progress?.pages ?? 0 }, (_, index) => index + 1);
      const pages = await Promise.all(
        numbers.map(async (number) => JSON.parse(await readFile(pageFile(number), 'utf8')) as unknown[]),
      );
      return pages.flat();
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
  return cache;
}
