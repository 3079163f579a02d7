import type { CollectionEntry } from 'astro:content';
import type { Candidate } from './matching.ts';
import type { Profile } from './profile.ts';
import { codesOf } from '#places/territories.ts';

type Data = CollectionEntry<'cantines'>['data'];
type CantineFacts = Pick<Data, 'status' | 'commune' | 'openedOn'> & Partial<Pick<Data, 'profile'>>;

/**
 * A cantine as a candidate to an opportunity: its status, where its commune is, since when it is open, and what it says
 * publicly of itself.
 */
export function candidateOf({ status, commune, openedOn, profile }: CantineFacts): Candidate {
  return {
    audience: status === 'preparing' ? 'cantine-en-montage' : 'cantine-ouverte',
    status,
    territory: codesOf(commune ?? '') ?? {},
    openedOn,
    profile: profile && profileOf(profile),
  };
}

const ANSWERS = { yes: true, no: false, unknown: undefined } as const;

/** The facts of an entry, the unknown ones left out: what it does not list, it does not deny. */
function profileOf({ seat, district, approvals, actions, needs, ...facts }: Data['profile']): Profile | undefined {
  const said = Object.entries({
    ...facts,
    seat: ANSWERS[seat],
    district: ANSWERS[district],
    approvals: approvals.length === 0 ? undefined : Object.fromEntries(approvals.map((name) => [name, true])),
    actions: actions.length === 0 ? undefined : Object.fromEntries(actions.map((name) => [name, true])),
    needs: needs.length === 0 ? undefined : needs,
  }).filter(([, value]) => value !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The network as a candidate. */
export const NETWORK: Candidate = { audience: 'reseau', territory: undefined };
