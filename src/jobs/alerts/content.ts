import type { ContentFolders, FileProblem } from '#content/check/index.ts';
import { candidateOf, NETWORK } from '#funding/matching/candidates.ts';
import { entryPath, cantineFundingPath } from '#content/routes.ts';
import { ofName } from '#domain/of-name.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { funders } from '#schemas/funders.ts';
import type { CollectionName } from '#schemas/index.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { settings } from '#schemas/settings.ts';
import { problemsOf, readSourceFiles, shownOf } from '../folder.ts';
import type { AlertFilter } from './filter.ts';
import type { PlannedOpportunity, Recipient } from './plan.ts';
import { renamesOf, type Renames } from './renames.ts';

/** A recipient as the message names it. */
export interface MailRecipient extends Recipient {
  /** « Lyon Vaise », « le réseau ». */
  name: string;
  /** After « convient »: « à la cantine Lyon Vaise ». */
  about: string;
  /** Who asked: « La fiche de la cantine Lyon Vaise demande ». */
  asks: string;
  /** Where its opportunities are on the site. */
  page: { label: string; path: string };
}

export interface MailedOpportunity extends PlannedOpportunity {
  /** Its name. */
  funder: string;
}

export interface MailContent {
  recipients: MailRecipient[];
  opportunities: MailedOpportunity[];
  renames: Renames;
  /** Whether the forms of the site are sent to an address, and not by e-mail only. */
  takesForms: boolean;
}

/** The collections that a message is made of. */
const USED: readonly CollectionName[] = ['cantines', 'opportunities', 'funders', 'settings'];

/**
 * Who asks for alerts and what may be announced: no draft, no example in a live site; or the errors of these entries.
 */
export async function readMailContent(
  folders: ContentFolders,
): Promise<{ content: MailContent; problems: [] } | { content: undefined; problems: readonly FileProblem[] }> {
  const problems = await problemsOf(folders, USED);
  if (problems.length > 0) return { content: undefined, problems };
  const files = await readSourceFiles(folders.root);
  const shown = <C extends Collection>(collection: C) => shownOf(files, collection, folders.live ?? false).entries;
  const names = new Map(shown(funders).map(({ slug, data }) => [slug, data.title]));
  const found = shown(opportunities).map(({ slug, data }) => ({
    slug,
    data,
    funder: names.get(data.funder) ?? data.funder,
  }));
  const configured = shown(settings);
  const places = shown(cantines);
  const slugsOf = (entries: readonly { slug: string }[]) => new Set(entries.map(({ slug }) => slug));
  const recipients = [
    ...configured.flatMap(({ data }) => networkOf(data.alerts)),
    ...places.flatMap(({ slug, data }) => cantineOf(slug, data)),
  ];
  const renames = renamesOf(
    configured.flatMap(({ data }) => data.redirects),
    { opportunities: slugsOf(found), cantines: slugsOf(places) },
  );
  const takesForms = configured.some(({ data }) => data.forms.url !== undefined);
  return { content: { recipients, opportunities: found, renames, takesForms }, problems: [] };
}

type Alerts = Pick<Recipient, 'email' | 'frequency'> & AlertFilter;

const askedBy = ({ email, frequency, ...filter }: Alerts) => ({ email, frequency, filter });

function networkOf(alerts: Alerts | undefined): MailRecipient[] {
  if (!alerts) return [];
  const words = { name: 'le réseau', about: 'au réseau', asks: 'Les réglages du site demandent' };
  const page = { label: 'Toute la veille', path: entryPath('pages', 'financements') };
  return [{ id: 'reseau', ...askedBy(alerts), candidate: NETWORK, ...words, page }];
}

function cantineOf(slug: string, data: Cantine): MailRecipient[] {
  if (!data.alerts || data.status === 'closed') return [];
  const cantine = `${data.status === 'preparing' ? 'future cantine' : 'cantine'} ${ofName(data.title)}`;
  return [
    {
      id: `cantines/${slug}`,
      ...askedBy(data.alerts),
      candidate: candidateOf(data),
      name: data.title,
      about: `à la ${cantine}`,
      asks: `La fiche de la ${cantine} demande`,
      page: { label: 'Votre veille, et son agenda', path: cantineFundingPath(slug) },
    },
  ];
}
