import { renamedSlugs } from '#content/renames.ts';
import type { ContentFolders, FileProblem } from '#content/check/index.ts';
import { looksPersonal } from '#schemas/addresses.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import type { CollectionName } from '#schemas/index.ts';
import { settings } from '#schemas/settings.ts';
import { problemsOf, readSourceFiles, shownOf } from '../folder.ts';
import type { Asked } from './plan.ts';

export interface AskContent {
  recipients: readonly Asked[];
  /** The cantines that have no address to be asked at. */
  silent: readonly string[];
  renames: ReadonlyMap<string, string>;
  /** Who asks: « La fédération des Petites Cantines ». */
  organisation: string | undefined;
}

const USED: readonly CollectionName[] = ['cantines', 'settings'];

/** The cantines that may be asked: shown, neither closed nor left in peace; or the errors of these entries. */
export async function readAskContent(
  folders: ContentFolders,
): Promise<{ content: AskContent; problems: [] } | { content: undefined; problems: readonly FileProblem[] }> {
  const problems = await problemsOf(folders, USED);
  if (problems.length > 0) return { content: undefined, problems };
  const files = await readSourceFiles(folders.root);
  const live = folders.live ?? false;
  const places = shownOf(files, cantines, live).entries;
  const configured = shownOf(files, settings, live).entries;
  const askable = places.filter(({ data }) => data.status !== 'closed' && !data.notAsked);
  const recipients = askable.flatMap(({ slug, data }): Asked[] => {
    const email = addressOf(data);
    return email === undefined ? [] : [{ id: `cantines/${slug}`, slug, data, email, name: data.title }];
  });
  const reached = new Set(recipients.map(({ slug }) => slug));
  return {
    content: {
      recipients,
      silent: askable.filter(({ slug }) => !reached.has(slug)).map(({ data }) => data.title),
      renames: renamedSlugs(
        'cantines',
        configured.flatMap(({ data }) => data.redirects),
        { there: new Set(places.map(({ slug }) => slug)) },
      ),
      organisation: configured[0]?.data.organisation,
    },
    problems: [],
  };
}

/**
 * Where a cantine is asked: at the address that its fiche shows, which the team gives to everybody. Not at that of its
 * alerts, given for them alone, as the privacy page promises; nor at one that seems to be a person's.
 */
function addressOf({ contacts: { email }, title, address }: Cantine): string | undefined {
  const names = [title, address.addressLocality, address.district ?? ''];
  return email !== undefined && !looksPersonal(email, names) ? email : undefined;
}
