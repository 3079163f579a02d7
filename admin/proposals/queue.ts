import { vouches } from '#domain/roles.ts';
import { digestOf } from '#proposals/digest.ts';
import type { Proposal } from '#proposals/proposal.ts';

/** A proposal that waits for an editor. */
export interface Waiting {
  /** Of the proposal and all that it says: a copy that says something else is another. */
  key: string;
  /** Every id that it came under: two people may say the same. */
  ids: readonly string[];
  proposal: Proposal;
  /** Milliseconds since 1970. */
  keptAt: number;
  /** True when what could be accepted was, and only what no field holds remains, for the hand of an editor. */
  byHand?: boolean;
}

/** A proposal that was decided upon in this browser. */
export interface Done extends Pick<Waiting, 'key' | 'ids'> {
  /** What it says, whoever says it. */
  word: string;
  how: 'accepted' | 'refused';
  /** Milliseconds since 1970. */
  at: number;
}

/** What becomes of a proposal that comes. */
export type Arrival =
  | { is: 'new' | 'twice'; waiting: Waiting; replaces?: string }
  | { is: 'same'; waiting: Waiting }
  | { is: 'done'; done: Done };

export const keyOf = (proposal: Proposal): string => `${proposal.id}.${digestOf(proposal)}`;

/** What two people say alike: the same answers to the same questions on the same entry. */
const wordOf = ({ collection, slug, source, answers }: Proposal): string =>
  digestOf({ collection, slug, source, answers });

/**
 * Takes a proposal in: one that waits already is not told twice, and two that say the same are one, signed by who
 * vouches more, else by the later.
 * @param isRead true to take one that was decided upon already, to read it again
 */
export function arrive(
  queue: readonly Waiting[],
  done: readonly Done[],
  proposal: Proposal,
  now: number,
  isRead = false,
): Arrival {
  const key = keyOf(proposal);
  const same = queue.find((waiting) => waiting.ids.includes(proposal.id) && saysAll(waiting, proposal));
  if (same) return { is: 'same', waiting: same };
  const decided = done.find(({ ids, word }) => ids.includes(proposal.id) && word === wordOf(proposal));
  if (decided && !isRead) return { is: 'done', done: decided };
  const twin = queue.find((waiting) => waiting.byHand !== true && saysAll(waiting, proposal));
  if (!twin) return { is: 'new', waiting: { key, ids: [proposal.id], proposal, keptAt: now } };
  const kept = stronger(twin.proposal, proposal);
  const waiting = { ...twin, key: keyOf(kept), ids: [...new Set([...twin.ids, proposal.id])], proposal: kept };
  return { is: 'twice', waiting, replaces: twin.key };
}

export const doneOf = ({ key, ids, proposal }: Waiting, how: Done['how'], at: number): Done => ({
  key,
  ids,
  word: wordOf(proposal),
  how,
  at,
});

const saysAll = (waiting: Waiting, proposal: Proposal): boolean => wordOf(waiting.proposal) === wordOf(proposal);

function stronger(one: Proposal, other: Proposal): Proposal {
  if (vouches(one.by) !== vouches(other.by)) return vouches(one.by) ? one : other;
  return one.saidOn >= other.saidOn ? one : other;
}
