/** What this site uses of Pagefind's browser module. */
export interface Pagefind {
  options(options: {
    excerptEllipsis: string;
    ranking: { metaWeights: Readonly<Record<string, number>> };
  }): Promise<void>;
  /** Loads the filters. */
  filters(): Promise<unknown>;
  /** A null term finds every page that passes the filters. */
  search(
    term: string | null,
    options?: { filters: Readonly<Record<string, string>> },
  ): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** The names of the metadata that say the term. */
  matchedMetaFields?: string[];
  /** One small request. */
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, string[]>>;
}
