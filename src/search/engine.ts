import { fold } from '#domain/fold.ts';
import { readExcerpt, type MarkedPiece } from './excerpt.ts';
import { KINDS, kindOf, type Kind } from './kinds.ts';
import { isExact, normalise, queryOf } from './normalise.ts';
import { readable } from './readable.ts';

/** What this site uses of Pagefind's browser module. */
export interface Pagefind {
  options(options: { excerptEllipsis: string }): Promise<void>;
  /** Loads the filters; without it a search answers no counts. */
  filters(): Promise<unknown>;
  search(term: string, options?: { filters: Record<string, string> }): Promise<PagefindAnswer>;
}

interface PagefindAnswer {
  results: { data(): Promise<PagefindPage>; matchedMetaFields?: string[] }[];
  unfilteredResultCount: number;
  /** Pages per value of each filter, whatever value is chosen. */
  totalFilters: Record<string, Record<string, number>>;
}

interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

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
  /** Reads the results from the `from`th (0 is the first) to before the `to`th. */
  hits(from: number, to: number): Promise<Hit[]>;
}

export interface Engine {
  /** @throws when the index cannot be read. */
  search(typed: string, kind?: Kind): Promise<SearchAnswer>;
}

const bare = (text: string): string => fold(normalise(text)).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * True when a page holds the word or one of its family. For a word that it does not know, Pagefind answers the pages
 * that hold any shorter word it starts with: `associassion` finds every page that says `a`.
 */
async function isKnown(pagefind: Pagefind, word: string): Promise<boolean> {
  const letters = bare(word);
  const root = letters.slice(0, Math.min(4, Math.max(1, letters.length - 1)));
  const [first] = (await pagefind.search(word)).results;
  if (!first || letters === '') return false;
  const page = await first.data();
  const marked = [...page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text ?? '');
  const meta = (first.matchedMetaFields ?? []).map((field) => page.meta[field] ?? '');
  return [...marked, ...meta].some((text) => bare(text).includes(root));
}

async function knownWords(pagefind: Pagefind, query: string): Promise<{ known: string[]; unknown: string[] }> {
  const words = query.split(' ').filter((word) => bare(word) !== '');
  const flags = await Promise.all(words.map((word) => isKnown(pagefind, word)));
  return {
    known: words.filter((_, index) => flags[index]),
    unknown: words.filter((_, index) => !flags[index]).map(readable),
  };
}

const NONE: SearchAnswer = {
  total: 0,
  counts: countsOf({}, 0),
  unknown: [],
  hits: () => Promise.resolve([]),
};

function countsOf(genres: Readonly<Record<string, number>>, all: number): SearchAnswer['counts'] {
  const each = KINDS.map((kind) => [kind, genres[kind] ?? 0] as const);
  return { all, ...(Object.fromEntries(each) as Record<Kind, number>) };
}

function hitOf({ url, meta, excerpt, filters }: PagefindPage): Hit {
  const title = meta['title'] ?? url;
  return { url, title: readable(title), kind: kindOf(filters['genre']?.[0]), excerpt: readExcerpt(excerpt, title) };
}

/** A search over a Pagefind index whose pages went through `normalise` and name their kind in the filter `genre`. */
export async function createEngine(pagefind: Pagefind): Promise<Engine> {
  await pagefind.options({ excerptEllipsis: '…' });
  await pagefind.filters();
  return {
    async search(typed, kind) {
      const query = queryOf(typed);
      const { known, unknown } = isExact(query) ? { known: [query], unknown: [] } : await knownWords(pagefind, query);
      if (known.length === 0) return { ...NONE, unknown };
      const answer = await pagefind.search(known.join(' '), kind && { filters: { genre: kind } });
      const { results, totalFilters, unfilteredResultCount } = answer;
      return {
        total: results.length,
        counts: countsOf(totalFilters['genre'] ?? {}, unfilteredResultCount),
        unknown,
        hits: async (from, to) =>
          (await Promise.all(results.slice(from, to).map((result) => result.data()))).map(hitOf),
      };
    },
  };
}
