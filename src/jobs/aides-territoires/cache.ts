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

/** A page, as the API answered it. */
const page = z.object({ results: z.array(z.unknown()) });

const DAY = 86_400_000;

/** Pages kept between two runs, so that one that was cut goes on where it stopped. */
export interface PageCache {
  progress: Progress | undefined;
  /** Keeps an answer as it came, and how many aids it holds. */
  keep: (text: string, aids: number, next: string | null, total: number) => void;
  /** The aids of each page kept, one page at a time. */
  pages: () => AsyncIterable<readonly unknown[]>;
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
    keep: (text, aids, next, total) => {
      const { startedAt, pages: former, aids: before } = cache.progress ?? { startedAt: now, pages: 0, aids: 0 };
      const pages = former + 1;
      writeWhole(pageFile(pages), text);
      // Last: a cut before it asks for the same page again.
      cache.progress = { base, startedAt, next, pages, aids: before + aids, total };
      writeWhole(file, JSON.stringify(cache.progress));
    },
    async *pages() {
      for (let number = 1; number <= (cache.progress?.pages ?? 0); number += 1)
        yield page.parse(JSON.parse(await readFile(pageFile(number), 'utf8'))).results;
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
  return cache;
}
