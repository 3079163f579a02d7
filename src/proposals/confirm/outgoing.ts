import { formatDate } from '#domain/date-words.ts';
import { PROPOSAL_VERSION, type Answer, type Proposal } from '../proposal.ts';
import type { Outgoing } from '../sending/send-proposal.ts';
import type { Given } from './answers.ts';

/** What was answered to a question of this path and name. */
interface Answered {
  path: string;
  label: string;
  given: Given;
}

/** The proposal that answers make, and what a person reads of it. */
export function outgoingOf(
  head: Omit<Proposal, 'type' | 'version' | 'answers'>,
  names: { title: string; about: string },
  answered: readonly Answered[],
): Outgoing {
  const labels = (kind: Answer['is']) =>
    answered.filter(({ given }) => given.answer.is === kind).map(({ label }) => label.toLowerCase());
  return {
    proposal: {
      type: 'proposition',
      version: PROPOSAL_VERSION,
      ...head,
      answers: Object.fromEntries(answered.map(({ path, given }) => [path, given.answer])),
    },
    letter: {
      ...names,
      by: head.by,
      saidOn: formatDate(head.saidOn),
      changed: answered.flatMap(({ given }) => given.lines),
      right: labels('right'),
      unknown: labels('unknown'),
      source: head.source,
    },
  };
}
