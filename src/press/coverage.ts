import { slugOf } from '#domain/slug.ts';
import { groupBy } from '#domain/group-by.ts';
import { mediumOf } from './media.ts';

/** An entry, as far as the articles that it cites go. */
export interface Citing {
  sources: readonly { url: string; publishedOn?: string | undefined }[];
  /** The works that it rests on, whose titles it gives. */
  references?: readonly { url?: string | undefined; title: string }[];
  /** The cantine that it is about. */
  about?: { slug: string; name: string };
}

/** An article on the network, as this site cites it. */
export interface Article {
  url: string;
  medium: string;
  /** Its title, where an entry gives it. */
  title?: string;
  /** As printed: a year, a month or a day. */
  publishedOn?: string;
  /** The cantines whose entries cite it. */
  cantines: { slug: string; name: string }[];
}

/** Two addresses of one article: by either protocol, with or without `www.`. */
const identityOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.|m\.)?/, '').replace(/\/$/, '');

/** The articles of the press that entries cite, each once, the newest first, then those without a date. */
export function coverageOf(entries: readonly Citing[]): Article[] {
  const titles = titlesIn(entries);
  const articles = new Map<string, Article>();
  for (const { sources, about } of entries)
    for (const { url, publishedOn } of sources) {
      const medium = mediumOf(url);
      if (medium === undefined) continue;
      const id = identityOf(url);
      const article = articles.get(id) ?? { url, medium, cantines: [] };
      const title = titles.get(id);
      if (title !== undefined && !bearsNameOf(title, medium)) article.title = title;
      // The most precise of the dates that were read.
      if ((publishedOn?.length ?? 0) > (article.publishedOn?.length ?? 0)) article.publishedOn = publishedOn ?? '';
      if (about && !article.cantines.some(({ slug }) => slug === about.slug)) article.cantines.push(about);
      articles.set(id, article);
    }
  return [...articles.values()].sort(
    (a, b) =>
      (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') ||
      a.medium.localeCompare(b.medium, 'fr') ||
      a.url.localeCompare(b.url, 'en'),
  );
}

/** True for a title that is only the name of its medium: « Europe Says », « 20 Minutes Lille ». */
const bearsNameOf = (title: string, medium: string): boolean =>
  slugOf(title).replaceAll('-', '').startsWith(slugOf(medium).replaceAll('-', ''));

const titlesIn = (entries: readonly Citing[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .flatMap(({ references = [] }) => references)
      .flatMap(({ url, title }) => (url === undefined ? [] : [[identityOf(url), title] as const])),
  );

/** Articles by year, the newest first; those without a date last, under no year. */
export const byYear = (articles: readonly Article[]): [year: string | undefined, articles: Article[]][] => [
  ...groupBy(articles, ({ publishedOn }) => publishedOn?.slice(0, 4)),
];
