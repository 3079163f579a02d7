import { entriesOf } from '#content/entries.ts';
import { revisionOf } from '#content/history.ts';
import { entryPath } from '#content/routes.ts';
import { historyOf } from '#feeds/file-history.ts';
import { site } from '#site.ts';
import type { ToldStory } from './feed.ts';

/** The texts to show, as the feed tells them. */
export const toldStories = async (): Promise<ToldStory[]> =>
  (await entriesOf('stories')).map(({ id, data }) => ({
    slug: id,
    story: data,
    page: site.url + entryPath('stories', id),
    revision: revisionOf(data, [historyOf('stories', id)]),
  }));
