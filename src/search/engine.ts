import type { FetchShard } from '#places/lookup.ts';
import { readExcerpt, type MarkedPiece } from './excerpt.ts';
import { KINDS, kindOf, type Kind } from './kinds.ts';
import { isExact, normalise, queryOf } from './normalise.ts';
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts';
import { answerPlace, type PlaceAnswer } from './place-answer.ts';
import { readQuestion } from './question.ts';
import { rankPages, titleMatch, type PageFacts, type RankedPage, type WordHits } from './rank.ts';
import { readable } from './readable.ts';
import type { Vocabulary } from './spelling.ts';
import { findWords, hitsOf, type FoundWord } from './word-finder.ts';

export interface Hit {
  url: string;
  title: string;
  kind: Kind | undefined;
  excerpt: MarkedPiece[];
}

export interface SearchAnswer {
  /** Pages found in the chosen kind, or everywhere. */
  total: number;
  /** Pages found of each kind, and everywhere, whatever kind is chosen. */
  counts: Record<Kind | 'all', number>;
  /** The words typed that no page holds; they were left out of the search. */
  unknown: string[];
  /** The words that no page says, each with the one that was looked for in its place. */
  corrections: { typed: string; read: string }[];
  /** What is typed, with them. */
  corrected: string;
  /** The finder near the place that was typed. */
  place: PlaceAnswer | undefined;
  /** True when the finder answers better than the first page. */
  isPlaceFirst: boolean;
  /** Reads the results from the `from`th (0 is the first) to before the `to`th. */
  hits(from: number, to: number): Promise<Hit[]>;
}

export interface Engine {
  /** @throws when the index cannot be read. */
  search(typed: string, kind?: Kind): Promise<SearchAnswer>;
}

/** What the engine reads besides the index. */
export interface Sources {
  vocabulary: Vocabulary;
  fetchShard: FetchShard;
}

/** What a word is worth in what a page says of itself; in its text it is worth 1. */
const META_WEIGHTS = { title: 5, address: 5, description: 2 };

/** The pages whose titles are read to order them: those that are shown first, and a few more. */
const TITLES_READ = 15;

/** What it adds to a page that its title is what was asked: less to a question, which seldom is a title. */
const TITLE = 2;
const TITLE_ASKED = 1;
/** The same for the word of its address, which names a section of the site. */
const ADDRESS = 8;

/** A search over an index of `indexPages`. */
export async function createEngine(pagefind: Pagefind, { vocabulary, fetchShard }: Sources): Promise<Engine> {
  await pagefind.options({ excerptEllipsis: '…', ranking: { metaWeights: META_WEIGHTS } });
  await pagefind.filters();
  const pages = await readFacts(pagefind);

  async function searchWords(typed: string): Promise<Ranking> {
    const { words, isAsked } = readQuestion(typed);
    const found = await findWords(words, pagefind, vocabulary);
    const hits = found.map(hitsOf).filter(({ scores }) => scores.size > 0);
    // The excerpt shows every word when a page says them all, else the word that it says best.
    const known = found.filter(({ results }) => results.length > 0).map(({ typed: word, read = word }) => read);
    const together = known.length > 1 ? (await pagefind.search(known.join(' '))).results : [];
    const byScore = found.flatMap(({ results, others }) => [...others, ...results]).sort((a, b) => a.score - b.score);
    const results = new Map([...byScore, ...together].map((result) => [result.id, result]));
    const ranked = rankPages(hits, pages, isAsked);
    return { found, results, ranked: await byTitle(ranked, results, hits, isAsked ? TITLE_ASKED : TITLE) };
  }

  /** The first pages again, those whose title is what was asked before the others. */
  async function byTitle(
    ranked: readonly RankedPage[],
    results: ReadonlyMap<string, PagefindResult>,
    hits: readonly WordHits[],
    worth: number,
  ): Promise<RankedPage[]> {
    const matchOf = (text: string | undefined) => titleMatch(text ?? '', hits, pages.size);
    const first = ranked.slice(0, TITLES_READ).map(async ({ id, score }) => {
      const meta = (await results.get(id)?.data())?.meta;
      const match = worth * matchOf(meta?.['title']) + ADDRESS * matchOf(meta?.['address']);
      return { id, score: score * (1 + match) };
    });
    return [...(await Promise.all(first)).sort((a, b) => b.score - a.score), ...ranked.slice(TITLES_READ)];
  }

  return {
    async search(typed, kind) {
      const query = queryOf(typed);
      const [{ found, results, ranked }, place] = await Promise.all([
        isExact(query) ? searchExact(pagefind, query) : searchWords(typed),
        answerPlace(typed, fetchShard, vocabulary),
      ]);
      const shown = kind ? ranked.filter(({ id }) => pages.get(id)?.kind === kind) : ranked;
      const first = ranked[0] && pages.get(ranked[0].id)?.kind;
      const isTitled = found.some((word) =>
        word.results.some(({ id, matchedMetaFields }) => id === ranked[0]?.id && matchedMetaFields?.includes('title')),
      );
      const corrections = found.flatMap((word) =>
        word.read === undefined ? [] : [{ typed: word.typed, read: readable(word.read) }],
      );
      return {
        total: shown.length,
        counts: countsOf(ranked, pages),
        unknown: found
          .filter((word) => hitsOf(word).scores.size === 0 && place?.asked.includes(word.typed) !== true)
          .map((word) => readable(word.typed)),
        corrections,
        corrected: corrections.reduce(
          (text, { typed: slip, read }) => text.replace(slip, read),
          normalise(typed.trim()),
        ),
        place: kind === undefined || kind === 'Cantines' ? place : undefined,
        // Not before the cantine that a question is about, or that a slip of the finger hid.
        isPlaceFirst: place?.isAlone ? !(isTitled && first === 'Cantines' && corrections.length > 0) : !isTitled,
        hits: async (from, to) => {
          const chosen = shown.slice(from, to).flatMap(({ id }) => results.get(id) ?? []);
          return (await Promise.all(chosen.map((result) => result.data()))).map(hitOf);
        },
      };
    },
  };
}

interface Ranking {
  found: FoundWord[];
  results: ReadonlyMap<string, PagefindResult>;
  ranked: RankedPage[];
}

async function searchExact(pagefind: Pagefind, query: string): Promise<Ranking> {
  const { results } = await pagefind.search(query);
  const word = { typed: query.slice(1, -1), results, others: [] };
  return { found: [word], results: new Map(results.map((result) => [result.id, result])), ranked: results };
}

async function readFacts(pagefind: Pagefind): Promise<ReadonlyMap<string, PageFacts>> {
  const idsOf = async (filters: Record<string, string>) =>
    (await pagefind.search(null, { filters })).results.map(({ id }) => id);
  const [examples, lists] = [new Set(await idsOf({ exemple: 'oui' })), new Set(await idsOf({ sommaire: 'oui' }))];
  const each = await Promise.all(KINDS.map(async (kind) => ({ kind, ids: await idsOf({ genre: kind }) })));
  return new Map(
    each.flatMap(({ kind, ids }) =>
      ids.map((id) => [id, { kind, isExample: examples.has(id), isList: lists.has(id) }] as const),
    ),
  );
}

function countsOf(ranked: readonly RankedPage[], pages: ReadonlyMap<string, PageFacts>): SearchAnswer['counts'] {
  const none = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  const counts = { ...none, all: ranked.length };
  for (const { id } of ranked) {
    const kind = pages.get(id)?.kind;
    if (kind) counts[kind] += 1;
  }
  return counts;
}

function hitOf({ url, meta, excerpt, filters }: PagefindPage): Hit {
  const title = meta['title'] ?? url;
  return { url, title: readable(title), kind: kindOf(filters['genre']?.[0]), excerpt: readExcerpt(excerpt, title) };
}
