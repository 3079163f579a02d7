import type { EntryIndex } from '#content/check/entry-index.ts';
import { BY_ROLE } from '#domain/roles.ts';
import { areSame } from '#domain/said.ts';
import { withProposal } from '#proposals/apply.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';
import { NotWritten, type Change, type Entries, type StoredEntry } from '../write/entries.ts';
import { named } from '../write/named.ts';
import { makesEntry, saysStill, type Comparison } from './compare.ts';

/** What an editor takes of a proposal, on the entry as it was shown; no entry for one that is made. */
export interface Decision {
  comparison: Comparison;
  stored: StoredEntry | undefined;
  /** The paths of the answers that are taken. */
  paths: readonly string[];
}

/** What was shown is no longer what the entry says: nothing was written, it is to be read again. */
export class Moved extends NotWritten {
  constructor() {
    super('Cette fiche vient de changer : rien n’est écrit. Voici ce qu’elle dit maintenant.');
  }
}

/**
 * Writes what was taken, in one save for the proposals that speak of entries.
 * @returns the entries that changed; none when they say so already
 * @throws NotWritten with what stands in the way; nothing is written then; Moved when it is to be read again
 */
export async function accept(entries: Entries, index: EntryIndex, decisions: readonly Decision[]): Promise<Change[]> {
  const message = messageOf(decisions);
  const [first] = decisions;
  if (first && makesEntry(first.comparison.proposal))
    return entries.create(
      named([entryOf(first)], first.comparison.proposal.collection as CollectionName, index),
      message,
    );
  const stored = decisions.flatMap((each) => each.stored ?? []);
  const change = (answers: Answers, place: Pick<StoredEntry, 'collection' | 'slug'>): Answers => {
    const decision = decisions.find(
      (each) => each.stored?.collection === place.collection && each.stored.slug === place.slug,
    );
    return decision ? changedBy(decision, answers) : answers;
  };
  return entries.change(stored, change, message);
}

/** The entry that a proposal makes. */
export const entryOf = ({ comparison, paths }: Pick<Decision, 'comparison' | 'paths'>): Answers =>
  withProposal({}, comparison.proposal, paths);

function changedBy({ comparison: { proposal }, stored, paths }: Decision, answers: Answers): Answers {
  if (stored && !saysStill(proposal.collection, paths, stored.answers, answers)) throw new Moved();
  const written = withProposal(answers, proposal, paths);
  return areSame(written, answers) ? answers : written;
}

/** By which a proposal is found again, in the history and in an e-mail. */
export const referenceOf = ({ id }: Pick<Proposal, 'id'>): string => id.slice(0, 8);

function messageOf(decisions: readonly Decision[]): string {
  const told = decisions.map(({ comparison: { proposal }, stored }) => {
    const kind = collections[proposal.collection as CollectionName].labelSingular.toLowerCase();
    const name = stored ? ` ${stored.slug}` : '';
    return `${kind}${name} (${BY_ROLE[proposal.by]}, réf. ${referenceOf(proposal)})`;
  });
  return `${told.length === 1 ? 'Accepte une proposition' : `Accepte ${told.length} propositions`} : ${told.join(', ')}`;
}
