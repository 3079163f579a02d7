import { fold } from '#domain/fold.ts';
import { meaningsOf } from './meanings.ts';
import { normalise } from './normalise.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';
import { tellingWords } from './question.ts';
import type { WordHits } from './rank.ts';
import type { Vocabulary } from './spelling.ts';

/** A typed word, and the pages that say it. */
export interface FoundWord {
  typed: string;
  /** The word that was looked for in its place, when no page says it and one says a word that looks the same. */
  read?: string;
  results: readonly PagefindResult[];
  /** The pages that say a word which stands for it. */
  others: readonly PagefindResult[];
}

/** What a word that stands for another is worth. */
const MEANING = 0.4;

/** How much of a word its family has in common: `mange` of « mangeons », and not `ville` of « Villeurbanne ». */
const FAMILY = 0.6;

const bare = (text: string): string => fold(normalise(text)).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * True when these are the pages of a word or of its family. For a word that it does not know, Pagefind answers the
 * pages that hold any shorter word it starts with: `associassion` finds every page that says `a`.
 */
async function isFamily(word: string, [first]: readonly PagefindResult[]): Promise<boolean> {
  const letters = bare(word);
  const root = letters.slice(0, Math.max(1, Math.ceil(letters.length * FAMILY)));
  if (!first || letters === '') return false;
  const page = await first.data();
  const marked = [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text ?? '');
  const meta = (first.matchedMetaFields ?? []).map((field) => page.meta[field] ?? '');
  return [...marked, ...meta].some((text) => bare(text).includes(root));
}

/** The pages of these words, each word with its slips of the finger and what stands for it. */
export async function findWords(
  words: readonly string[],
  pagefind: Pagefind,
  vocabulary: Vocabulary,
): Promise<FoundWord[]> {
  const find = async (text: string) => (await pagefind.search(text)).results;

  /** The pages that say this very word, whatever its ending, and not those of longer words that begin like it. */
  async function findWhole(word: string): Promise<PagefindResult[]> {
    const [results, whole] = await Promise.all([find(word), find(`"${word}"`)]);
    const ids = new Set(whole.map(({ id }) => id));
    return results.filter(({ id }) => ids.has(id));
  }

  /** The words that look like this one, and tell pages apart. */
  const nearOf = (word: string) => vocabulary.near(word).filter((near) => tellingWords(`${near} ${word}`).length > 1);

  async function findTyped(word: string): Promise<readonly PagefindResult[]> {
    const whole = await findWhole(word);
    if (whole.length > 0) return whole;
    const begun = vocabulary.completion(word);
    // A slip of the finger is looked for before a family: « financeuhrs » begins like « finance ».
    if (begun === undefined && nearOf(word).length > 0) return [];
    const results = await find(word);
    if (await isFamily(word, results)) return results;
    return begun === undefined ? [] : findWhole(begun);
  }

  async function findMeanings(word: string): Promise<PagefindResult[]> {
    return (await Promise.all(meaningsOf(word).map(findWhole))).flat();
  }

  const found: FoundWord[] = await Promise.all(
    words.map(async (typed) => {
      // With or without its accents, the same pages in the same order.
      const written = vocabulary.written(typed) ?? typed;
      const [results, others] = await Promise.all([findTyped(written), findMeanings(typed)]);
      return { typed, results, others };
    }),
  );

  /** Of several words that look like this one, the first that a page says with the other words. */
  async function corrected(word: FoundWord): Promise<FoundWord> {
    if (word.results.length + word.others.length > 0) return word;
    const around = new Set(found.flatMap(({ results }) => results.map(({ id }) => id)));
    const readings = await Promise.all(
      nearOf(word.typed).map(async (read) => ({ ...word, read, results: await findWhole(read) })),
    );
    return readings.find(({ results }) => results.some(({ id }) => around.has(id))) ?? readings[0] ?? word;
  }

  return Promise.all(found.map(corrected));
}

/** What the ranking asks of a found word. */
export function hitsOf({ typed, read = typed, results, others }: FoundWord): WordHits {
  const scores = new Map(results.map(({ id, score }) => [id, score]));
  for (const { id, score } of others) scores.set(id, Math.max(scores.get(id) ?? 0, MEANING * score));
  const sections = results.filter(({ matchedMetaFields }) => matchedMetaFields?.includes('address'));
  return { word: read, scores, sections: new Set(sections.map(({ id }) => id)) };
}
