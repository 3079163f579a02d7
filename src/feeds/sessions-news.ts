import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { typeset } from '../domain/typography.ts';
import { SESSION_KINDS } from '../schemas/sessions.ts';
import { PUBLISHER } from './licence.ts';
import { linesOf, titleOf, type ToldSession } from './sessions-words.ts';

/** Readers recognise an entry by this (RFC 4151), wherever the site is served from: it never changes. */
const TAG = 'tag:lespetitescantines.org,2026:sessions';

const TITLE = 'Sessions des Petites Cantines';
const SUBTITLE = typeset(
  'Les rendez-vous « ça mijote », formations, temps collectifs et portes ouvertes, dès qu’ils changent.',
);

/** An empty feed was last changed before its first entry. */
const NEVER = new Date('2026-01-01T00:00:00Z');

/** The newest change first, then the name. */
const newestFirst = (sessions: readonly ToldSession[]): ToldSession[] =>
  sessions.toSorted((a, b) => b.revision.changedAt - a.revision.changedAt || a.slug.localeCompare(b.slug, 'en'));

const paragraphOf = (line: string): string =>
  `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`;

/** The sessions as an Atom feed (RFC 4287): an entry comes back to the top when it changes. */
export function sessionsAtom(sessions: readonly ToldSession[], siteUrl: string): string {
  const news = newestFirst(sessions);
  const updated = news[0] ? new Date(news[0].revision.changedAt) : NEVER;
  return generateAtomFeed(
    {
      id: TAG,
      title: { value: TITLE },
      subtitle: { value: SUBTITLE },
      updated,
      authors: [{ name: PUBLISHER, uri: siteUrl }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: `${siteUrl}/sessions.xml` },
        { rel: 'alternate', type: 'text/html', hreflang: 'fr', href: `${siteUrl}/sessions/` },
      ],
      xml: { lang: 'fr' },
      entries: news.map((told) => ({
        id: `${TAG}/${told.slug}`,
        title: { value: titleOf(told.session) },
        updated: new Date(told.revision.changedAt),
        links: [{ rel: 'alternate', type: 'text/html', href: told.page }],
        categories: [{ term: told.session.kind, label: SESSION_KINDS[told.session.kind] }],
        content: { type: 'html', value: linesOf(told).map(paragraphOf).join('') },
      })),
    },
    { strict: true },
  );
}

/** The sessions as a JSON Feed 1.1, with the same entries as the Atom feed. */
export function sessionsJson(sessions: readonly ToldSession[], siteUrl: string): object {
  const feed = generateJsonFeed({
    title: TITLE,
    description: SUBTITLE,
    language: 'fr',
    home_page_url: `${siteUrl}/sessions/`,
    feed_url: `${siteUrl}/sessions.json`,
    authors: [{ name: PUBLISHER, url: siteUrl }],
    items: newestFirst(sessions).map((told) => ({
      id: `${TAG}/${told.slug}`,
      url: told.page,
      title: titleOf(told.session),
      content_text: linesOf(told).join('\n'),
      date_modified: new Date(told.revision.changedAt),
      tags: [SESSION_KINDS[told.session.kind]],
    })),
  }) as Record<string, unknown>;
  // feedsmith leaves an empty list out, which readers require.
  feed['items'] ??= [];
  return feed;
}
