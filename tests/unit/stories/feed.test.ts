import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { STORY_KINDS, type Story } from '#schemas/stories.ts';
import { STORIES_FEED, storiesAtom, type ToldStory } from '#stories/feed.ts';
import { atomFault } from '../../support/atom.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const SITE = 'https://exemple.org';
const told = (slug: string, changedAt: string, changes: Readonly<Record<string, unknown>> = {}): ToldStory => ({
  slug,
  story: readOf('stories', entryOf('stories', changes)) as Story,
  page: `${SITE}/plaidoyer/${slug}/`,
  revision: { changedAt: Date.parse(changedAt), sequence: 1 },
});
const feed = (stories: readonly ToldStory[]) => parseAtomFeed(storiesAtom(stories, SITE));
const TWO = [
  told('a', '2026-11-20T08:00:00Z'),
  told('b', '2026-11-22T08:00:00Z', { title: 'Cuisine & <table>', authors: ['La rédaction du site', 'Un lecteur'] }),
];

describe('the feed of the plaidoyer', () => {
  test('is an Atom feed that says where it is', () => {
    expect(atomFault(storiesAtom(TWO, SITE))).toBeUndefined();
    expect(feed(TWO)).toMatchObject({
      id: 'tag:lespetitescantines.org,2026:plaidoyer',
      updated: '2026-11-22T08:00:00.000Z',
      links: [
        { rel: 'self', href: `${SITE}/plaidoyer.xml` },
        { rel: 'alternate', href: `${SITE}/plaidoyer/` },
      ],
    });
  });

  test('promises only kinds of texts that it gives', () => {
    const [promised = ''] = STORIES_FEED.subtitle.split(', dès');
    const kinds = Object.values(STORY_KINDS).map((kind) => kind.toLowerCase());
    const named = promised.split(/, | et /).map((words) => words.toLowerCase().replace(/s(?= |$)/, ''));
    expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test('gives first what changed last, under an id that never changes', () => {
    expect(feed(TWO).entries?.map(({ id }) => id)).toEqual([
      'tag:lespetitescantines.org,2026:plaidoyer/b',
      'tag:lespetitescantines.org,2026:plaidoyer/a',
    ]);
    const [later] = feed([told('a', '2026-12-01T00:00:00Z', { title: 'Un autre titre' })]).entries ?? [];
    expect(later?.id).toBe('tag:lespetitescantines.org,2026:plaidoyer/a');
  });

  test('tells the kind, the theme, the authors and the day of each text', () => {
    const [newest] = feed(TWO).entries ?? [];
    expect(newest).toMatchObject({
      title: { value: 'Cuisine & <table>' },
      links: [{ href: `${SITE}/plaidoyer/b/` }],
      categories: [{ term: 'recit', label: 'Récit' }],
    });
    expect(newest?.content?.value).toBe(
      '<p>Un récit.</p><p>Thème\u00a0: Cuisiner et manger ensemble</p><p>Par\u00a0: La rédaction du site et Un lecteur</p><p>Publié le\u00a0: 20\u00a0novembre 2026</p>',
    );
  });

  test('is a feed without any text too', () => {
    expect(atomFault(storiesAtom([], SITE))).toBeUndefined();
  });
});
