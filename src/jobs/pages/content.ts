import type { ContentFolders, FileProblem } from '#content/check/index.ts';
import type { CollectionName } from '#schemas/index.ts';
import { funders } from '#schemas/funders.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { settings } from '#schemas/settings.ts';
import { problemsOf, readSourceFiles, shownOf } from '../folder.ts';
import type { Addressee } from '../mail/send.ts';
import type { Told } from './compare.ts';

/** A page that says when opportunities open or close. */
export interface WatchedPage {
  url: string;
  /** The home page of a funder changes for many reasons: only a date that appears there is told. */
  told: Told;
  /** Its name when it is a funder's. */
  funder?: string | undefined;
  opportunities: readonly { slug: string; title: string }[];
}

export interface PagesContent {
  pages: readonly WatchedPage[];
  /** Who edits the watch: who asked for its alerts, else the address of the network, else the technical one. */
  recipient: Addressee | undefined;
}

const USED: readonly CollectionName[] = ['opportunities', 'funders', 'settings'];

/** The official pages of the opportunities that are shown and no examples; or the errors of these entries. */
export async function readPagesContent(
  folders: ContentFolders,
): Promise<{ content: PagesContent; problems: [] } | { content: undefined; problems: readonly FileProblem[] }> {
  const problems = await problemsOf(folders, USED);
  if (problems.length > 0) return { content: undefined, problems };
  const files = await readSourceFiles(folders.root);
  const live = folders.live ?? false;
  const entries = shownOf(files, opportunities, live).entries.filter(({ data }) => !data.demo);
  const official = Map.groupBy(
    entries.flatMap(({ slug, data: { title, officialUrl: url } }) => (url === undefined ? [] : { slug, title, url })),
    ({ url }) => url,
  );
  const homes = shownOf(files, funders, live).entries.flatMap(({ slug, data }): WatchedPage[] => {
    const funded = entries.filter((entry) => entry.data.funder === slug);
    if (data.website === undefined || funded.length === 0 || official.has(data.website)) return [];
    const named = funded.map((entry) => ({ slug: entry.slug, title: entry.data.title }));
    return [{ url: data.website, told: 'new-dates', funder: data.title, opportunities: named }];
  });
  const pages = [
    ...[...official].map(([url, named]): WatchedPage => ({
      url,
      told: 'all',
      opportunities: named.map(({ slug, title }) => ({ slug, title })),
    })),
    ...homes,
  ];
  const [configured] = shownOf(files, settings, live).entries;
  const email = configured?.data.alerts?.email ?? configured?.data.email ?? configured?.data.technicalEmail;
  return {
    content: { pages, recipient: email === undefined ? undefined : { id: 'reseau', email, name: 'le réseau' } },
    problems: [],
  };
}
