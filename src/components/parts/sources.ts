import { hostOf } from '#domain/host.ts';

/** A source of a page, as its entry lists it. */
export interface Listed {
  url: string;
  title?: string | undefined;
  publishedOn?: string | undefined;
}

/** A source as a small line names it: « Lyon Capitale (2019) ». */
export interface NamedSource {
  url: string;
  name: string;
  /** The year it was published. */
  year?: string | undefined;
}

/** The addresses that a part cites, each once, named as the page lists them. */
export function namedSources(urls: readonly string[], listed: readonly Listed[]): NamedSource[] {
  const known = new Map(listed.map((source) => [source.url, source]));
  return [...new Set(urls)].map((url) => {
    const source = known.get(url);
    return { url, name: source?.title ?? hostOf(url), year: source?.publishedOn?.slice(0, 4) };
  });
}
