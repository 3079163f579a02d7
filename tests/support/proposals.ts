import { collections, type CollectionName } from '#schemas/index.ts';
import { openFields, readEntry, type Collection } from '#schemas/kit/index.ts';
import { digestOf } from '#proposals/digest.ts';
import { proposalLink } from '#proposals/link.ts';
import { isStatedOn, openFieldAt, openValue, valueAt } from '#proposals/open.ts';
import { PROPOSAL_VERSION, type Answer, type Proposal } from '#proposals/proposal.ts';

/** An entry that is proposed on: `data` is its front matter, or what the site reads of it. */
interface ProposedOn {
  collection: CollectionName;
  slug?: string;
  data: unknown;
}

const readOf = ({ collection, data }: ProposedOn): unknown => {
  const { entry, problems } = readEntry(collections[collection] as Collection, data);
  if (entry === undefined) throw new Error(`${collection}: ${JSON.stringify(problems)}`);
  return entry;
};

/** The digest of what an entry says of a fact: the `was` of an answer. */
export function shownOf(on: ProposedOn, path: string): string {
  const field = openFieldAt(on.collection, path);
  if (!field) throw new Error(`${on.collection}: « ${path} » is not open.`);
  return digestOf(openValue(field.meta, valueAt(readOf(on), path)));
}

/** An answer on an entry, as its page writes it. */
export const right = (on: ProposedOn, path: string): Answer => ({ is: 'right', was: shownOf(on, path) });
export const changed = (on: ProposedOn, path: string, to: unknown): Answer => ({
  is: 'changed',
  was: shownOf(on, path),
  to,
});
export const added = (on: ProposedOn, path: string, to: unknown): Answer => ({
  is: 'added',
  was: shownOf(on, path),
  to,
});
export const other = (on: ProposedOn, path: string, says: string): Answer => ({
  is: 'other',
  was: shownOf(on, path),
  says,
});

/** « C’est toujours juste », to each fact that an entry states on a day. */
export function allRight(on: ProposedOn, day: string): Record<string, Answer> {
  const { fields }: Collection = collections[on.collection];
  const entry = readOf(on);
  return Object.fromEntries(
    openFields(fields)
      .filter(([name]) => isStatedOn(valueAt(entry, name), day))
      .map(([name]) => [name, right(on, name)]),
  );
}

/** A right proposal of the team, with these answers and what is told otherwise. */
export function proposalOn(
  { collection, slug }: ProposedOn,
  saidOn: string,
  answers: Readonly<Record<string, Answer>>,
  told: Partial<Proposal> = {},
): Proposal {
  return {
    type: 'proposition',
    version: PROPOSAL_VERSION,
    id: crypto.randomUUID().replaceAll('-', ''),
    collection,
    slug,
    by: 'team',
    saidOn,
    answers,
    ...told,
  };
}

/** The address that opens it in the CMS of a site. */
export const linkOf = (proposal: Proposal, site = 'https://exemple.org'): string =>
  proposalLink(site, JSON.stringify(proposal));
