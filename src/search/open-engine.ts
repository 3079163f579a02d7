import { fetchShard } from '#places/fetch-shard.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Pagefind } from './pagefind.ts';
import { readVocabulary } from './spelling.ts';
import { VOCABULARY_FILE } from './vocabulary-file.ts';

/** The search over the files of this site. Without the list of its words it still searches, and corrects nothing. */
export async function openEngine(pagefind: Pagefind): Promise<Engine> {
  const words = await fetch(`/pagefind/${VOCABULARY_FILE}`)
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  return createEngine(pagefind, { vocabulary: readVocabulary(words), fetchShard });
}
