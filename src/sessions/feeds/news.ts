import { generateJsonFeed } from 'feedsmith';
import { typeset } from '#domain/typography.ts';
import { SESSION_KINDS } from '#schemas/sessions.ts';
import { toldNews, writeAtom, type NewsFeed, type NewsItem } from '#feeds/atom.ts';
import { PUBLISHER } from '#feeds/open-data.ts';
import { sessionLines, titleOf, type ToldSession } from './words.ts';

const FEED: NewsFeed = {
  tag: 'tag:lespetitescantines.org,2026:sessions',
  title: 'Sessions des Petites Cantines',
  subtitle: typeset(
    'Les rendez-vous « ça mijote », formations, temps collectifs et portes ouvertes, dès qu’ils changent.',
  ),
  path: '/sessions.xml',
  pagePath: '/sessions/',
};

const itemOf = (told: ToldSession): NewsItem => ({
  slug: told.slug,
  title: titleOf(told.session),
  changedAt: told.revision.changedAt,
  page: told.page,
  category: { term: told.session.kind, label: SESSION_KINDS[told.session.kind] },
  lines: sessionLines(told),
});

/** The sessions as an Atom feed. */
export const sessionsAtom = (sessions: readonly ToldSession[], siteUrl: string): string =>
  writeAtom(FEED, sessions.map(itemOf), siteUrl);

/** The sessions as a JSON Feed 1.1, with the same entries as the Atom feed. */
export function sessionsJson(sessions: readonly ToldSession[], siteUrl: string): object {
  const feed = generateJsonFeed({
    title: FEED.title,
    description: FEED.subtitle,
    language: 'fr',
    home_page_url: siteUrl + FEED.pagePath,
    feed_url: `${siteUrl}/sessions.json`,
    authors: [{ name: PUBLISHER, url: siteUrl }],
    items: toldNews(sessions.map(itemOf)).map(({ slug, page, title, lines, changedAt, category }) => ({
      id: `${FEED.tag}/${slug}`,
      url: page,
      title,
      content_text: lines.join('\n'),
      date_modified: new Date(changedAt),
      tags: [category.label],
    })),
  }) as Record<string, unknown>;
  // feedsmith leaves an empty list out, which readers require.
  feed['items'] ??= [];
  return feed;
}
