import { slugOf } from '#domain/slug.ts';
import { groupBy } from '#domain/group-by.ts';
import type { Reference, ReferenceKind } from '#schemas/references.ts';
import { mediumOf } from './media.ts';

/** An entry, as far as the articles that it cites go. */
export interface Citing {
  sources: readonly { url: string; publishedOn?: string | undefined }[];
  /** The works that it rests on, whose titles it gives. */
  references?: readonly Pick<Reference, 'title' | 'kind' | 'container' | 'publishedOn' | 'url'>[];
  /** The cantine that it is about. */
  about?: { slug: string; name: string } | undefined;
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

/** A page that an entry cites. */
interface Cited {
  url: string;
  publishedOn?: string | undefined;
  /** Who published it, by the entry itself. */
  container?: string | undefined;
}

/** The kinds of references that are of the press, whatever site they are read on. */
const PRESS_KINDS: readonly ReferenceKind[] = ['presse', 'podcast'];

const citedBy = ({ sources, references = [] }: Citing): Cited[] => [
  ...sources,
  ...references.flatMap(({ url, publishedOn, kind, container }) =>
    url === undefined ? [] : [{ url, publishedOn, container: PRESS_KINDS.includes(kind) ? container : undefined }],
  ),
];

/** The articles of the press that entries cite, each once, the newest first, then those without a date. */
export function coverageOf(entries: readonly Citing[], media: Parameters<typeof mediumOf>[1]): Article[] {
  const titles = titlesIn(entries);
  const articles = new Map<string, Article>();
  for (const entry of entries)
    for (const { url, publishedOn, container } of citedBy(entry)) {
      const medium = mediumOf(url, media) ?? container;
      if (medium === undefined) continue;
      const id = identityOf(url);
      const article = articles.get(id) ?? { url, medium, cantines: [] };
      const title = titles.get(id);
      if (title !== undefined && !bearsNameOf(title, medium)) article.title = title;
      // The most precise of the dates that were read.
      if ((publishedOn?.length ?? 0) > (article.publishedOn?.length ?? 0)) article.publishedOn = publishedOn ?? '';
      const { about } = entry;
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
