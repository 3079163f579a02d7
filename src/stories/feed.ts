import { writeAtom, type NewsFeed, type NewsItem } from '#feeds/atom.ts';
import { labelled } from '#feeds/plain.ts';
import { formatDate } from '#domain/date-words.ts';
import { joinWords } from '#domain/french.ts';
import type { Revision } from '#content/history.ts';
import { STORY_KINDS, STORY_THEMES, type Story } from '#schemas/stories.ts';

/** A text of the plaidoyer as the feed tells it. */
export interface ToldStory {
  slug: string;
  story: Story;
  /** Absolute address of its page. */
  page: string;
  revision: Revision;
}

export const STORIES_FEED: NewsFeed = {
  tag: 'tag:lespetitescantines.org,2026:plaidoyer',
  title: 'Plaidoyer des Petites Cantines',
  subtitle: 'Récits, points de vue, tribunes et études, dès qu’ils paraissent ou qu’ils changent.',
  path: '/plaidoyer.xml',
  pagePath: '/plaidoyer/',
};

const itemOf = ({ slug, story, page, revision }: ToldStory): NewsItem => ({
  slug,
  title: story.title,
  changedAt: revision.changedAt,
  page,
  category: { term: story.kind, label: STORY_KINDS[story.kind] },
  lines: [
    story.summary,
    labelled('Thème', STORY_THEMES[story.theme]),
    labelled('Par', joinWords(story.authors)),
    labelled('Publié le', formatDate(story.publishedOn)),
  ].filter((line) => line !== undefined),
});

/** The texts of the plaidoyer as an Atom feed. */
export const storiesAtom = (stories: readonly ToldStory[], siteUrl: string): string =>
  writeAtom(STORIES_FEED, stories.map(itemOf), siteUrl);
