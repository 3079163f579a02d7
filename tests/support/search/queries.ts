import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody would type, and where the answer is. */
export interface Query {
  query: string;
  family: string;
  /** The pages of the frozen network that answer; `/cantines/?lieu=` stands for the finder, on that place. */
  pages: readonly string[];
}

const read = (name: string): readonly Query[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as Query[];

/** Those that the ranking may be tuned on. */
export const tunedQueries = read('tuned');

/** Those that are kept to test what tuning gave. */
export const keptQueries = read('kept');

/** The rank of the first address that answers, from 1; undefined when none does. */
export function rankOf({ pages }: Query, found: readonly string[]): number | undefined {
  const rank = found.findIndex((url) =>
    pages.some((page) => (page.endsWith('=') ? url.startsWith(page) : url.replace(/#.*/, '') === page)),
  );
  return rank < 0 ? undefined : rank + 1;
}

/** Answers the addresses found, best first. */
export type Search = (query: string) => Promise<readonly string[]>;

export interface Success {
  queries: number;
  /** The share of the queries whose first address answers. */
  atOne: number;
  /** The share of the queries that one of the first five addresses answers. */
  atFive: number;
  /** What is not answered first: the query, its rank, what came first. */
  misses: { query: string; rank: number | undefined; first: readonly string[] }[];
}

export async function measure(queries: readonly Query[], search: Search): Promise<Success> {
  const misses: Success['misses'] = [];
  for (const query of queries) {
    const found = await search(query.query);
    const rank = rankOf(query, found);
    if (rank !== 1) misses.push({ query: query.query, rank, first: found.slice(0, 5) });
  }
  const late = misses.filter(({ rank }) => rank === undefined || rank > 5).length;
  const share = (right: number) => right / queries.length;
  return {
    queries: queries.length,
    atOne: share(queries.length - misses.length),
    atFive: share(queries.length - late),
    misses,
  };
}
