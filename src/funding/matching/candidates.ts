import type { CollectionEntry } from 'astro:content';
import type { Candidate } from './matching.ts';
import { codesOf } from '#places/territories.ts';

type CantineFacts = Pick<CollectionEntry<'cantines'>['data'], 'status' | 'commune' | 'openedOn'>;

/** A cantine as a candidate to an opportunity: its status, where its commune is, since when it is open. */
export function candidateOf({ status, commune, openedOn }: CantineFacts): Candidate {
  return {
    audience: status === 'preparing' ? 'cantine-en-montage' : 'cantine-ouverte',
    status,
    territory: codesOf(commune ?? '') ?? {},
    openedOn,
  };
}

/** The network as a candidate. */
export const NETWORK: Candidate = { audience: 'reseau', territory: undefined };
