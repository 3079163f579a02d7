import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../disk.ts';

/** What a run that was cut leaves beside its pages: where it was. */
const progress = z.object({
  base: z.string(),
  startedAt: z.number(),
  /** The address of the page to ask for; null when all have come. */
  next: z.string().nullable(),
  /** How many pages, and aids, are kept. */
  pages: z.int().nonnegative(),
  aids: z.int().nonnegative(),
  /** How many aids there are, as the last page says. */
  total: z.int().nonnegative(),
});
type Progress = z.infer<typeof progress>;

const DAY = 86_400_000;

/** Pages kept between two runs, so that one that was cut goes on where it stopped. */
export interface PageCache {
  progress: Progress | undefined;
  keep: (page: readonly unknown[], next: string | null, total: number) => void;
  /** Every aid kept. */
  read: () => Promise<unknown[]>;
  clear: () => Promise<void>;
}

/** Opens the cache of a base; what another base left, or what is older than a day, is put away. */
export async function openCache(folder: string, base: string, now: number, anew: boolean): Promise<PageCache> {
  const file = join(folder, 'avancement.json');
  const pageFile = (number: number) => join(folder, `page-${number}.json`);
  const found = await readFile(file, 'utf8')
    .then((text) => progress.parse(JSON.parse(text)))
    .catch(() => undefined);
  const fits = found?.base === base && now - found.startedAt < DAY && !anew;
  if (!fits) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const cache: PageCache = {
    progress: fits ? found : undefined,
    keep: (page, next, total) => {
      const { startedAt, pages: former, aids } = cache.progress ?? { startedAt: now, pages: 0, aids: 0 };
      const pages = former + 1;
      writeWhole(pageFile(pages), JSON.stringify(page));
      // Last: a cut before it asks for the same page again.
      cache.progress = { base, startedAt, next, pages, aids: aids + page.length, total };
      writeWhole(file, JSON.stringify(cache.progress));
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
