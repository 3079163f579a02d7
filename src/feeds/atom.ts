import { generateAtomFeed } from 'feedsmith';
import { PUBLISHER } from './open-data.ts';
import { paragraphOf, plain, plainTitle } from './plain.ts';

/** An empty feed was last changed before its first entry. */
const NEVER = new Date('2026-01-01T00:00:00Z');

/** What is told of one thing; its last change brings it back to the top. */
export interface NewsItem {
  /** Distinguishes it in its feed, and never changes. */
  slug: string;
  title: string;
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Absolute address of its page. */
  page: string;
  category: { term: string; label: string };
  lines: readonly string[];
}

export interface NewsFeed {
  /** Readers recognise the feed and its entries by this (RFC 4151), wherever the site is served from. */
  tag: string;
  title: string;
  subtitle: string;
  /** Site paths of the feed and of the page it tells the news of. */
  path: string;
  pagePath: string;
}

/** A reader that asks once a month misses nothing, and a feed weighs the same whatever the site holds. */
const NEWEST = 100;

/** What a feed holds of these: the newest hundred. */
export const newest = <T extends Pick<NewsItem, 'slug' | 'changedAt'>>(items: readonly T[]): T[] =>
  newestFirst(items).slice(0, NEWEST);

/** The newest change first, then the name. */
const newestFirst = <T extends Pick<NewsItem, 'slug' | 'changedAt'>>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => b.changedAt - a.changedAt || a.slug.localeCompare(b.slug, 'en'));

/** What a feed tells, its newest hundred in their order: no text of it can break the file, whoever wrote it. */
export const toldNews = (items: readonly NewsItem[]): NewsItem[] =>
  newest(items).map(({ title, category, lines, ...item }) => ({
    ...item,
    title: plainTitle(title) || item.slug,
    category: { ...category, label: plainTitle(category.label) },
    lines: lines.map(plain),
  }));

/** News as an Atom feed (RFC 4287): an entry comes back to the top when it changes. */
export function writeAtom(feed: NewsFeed, items: readonly NewsItem[], siteUrl: string): string {
  const news = toldNews(items);
  return generateAtomFeed(
    {
      id: feed.tag,
      title: { value: plainTitle(feed.title) },
      subtitle: { value: plain(feed.subtitle) },
      updated: news[0] ? new Date(news[0].changedAt) : NEVER,
      authors: [{ name: PUBLISHER, uri: siteUrl }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: siteUrl + feed.path },
        { rel: 'alternate', type: 'text/html', hreflang: 'fr', href: siteUrl + feed.pagePath },
      ],
      xml: { lang: 'fr' },
      entries: news.map(({ slug, title, changedAt, page, category, lines }) => ({
        id: `${feed.tag}/${slug}`,
        title: { value: title },
        updated: new Date(changedAt),
        links: [{ rel: 'alternate', type: 'text/html', href: page }],
        categories: [category],
        content: { type: 'html', value: lines.map(paragraphOf).join('') },
      })),
    },
    { strict: true },
  );
}

/** The file that a feed reader asks for. */
export const atomResponse = (feed: string): Response =>
  new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
