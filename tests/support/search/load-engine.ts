import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import { createEngine, type Engine } from '#search/engine.ts';
import { indexPages, type RenderedPage } from '#search/index-pages.ts';
import { readVocabulary } from '#search/spelling.ts';
import { VOCABULARY_FILE } from '#search/vocabulary-file.ts';
import { allShards } from '#places/all-shards.ts';
import { loadPagefind } from './load-pagefind.ts';

/** Writes the index of these pages into a folder, as a build does. */
export async function writeIndex(folder: string, pages: Iterable<RenderedPage>): Promise<number> {
  const index = await indexPages(pages);
  await close();
  for (const [path, content] of index.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return index.pages;
}

/** The search of the site over the index in this folder, with the places of France. */
export async function loadEngine(folder: string): Promise<Engine> {
  const vocabulary = readVocabulary(await readFile(join(folder, VOCABULARY_FILE), 'utf8'));
  const shards = new Map(allShards());
  return createEngine(await loadPagefind(folder), {
    vocabulary,
    fetchShard: (name) => (shards.has(name) ? Promise.resolve(shards.get(name)) : Promise.reject(new Error(name))),
  });
}

/** The addresses found for what is typed, best first, at most five. */
export async function foundBy(engine: Engine, typed: string): Promise<string[]> {
  const answer = await engine.search(typed);
  const urls = (await answer.hits(0, 5)).map(({ url }) => url);
  if (answer.place) urls.splice(answer.isPlaceFirst ? 0 : 1, 0, answer.place.url);
  return urls.slice(0, 5);
}
