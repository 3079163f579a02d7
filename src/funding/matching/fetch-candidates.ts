import { reach } from '#components/trouble.ts';
import type { Candidate } from './matching.ts';

/** A cantine that may look for money. */
export interface NamedCandidate extends Candidate {
  slug: string;
  title: string;
}

/** Where the build puts them: see pages/financements/candidats.json.ts. */
const PATH = '/financements/candidats.json';

/**
 * The cantines that may look for money.
 * @throws when they do not come
 */
export async function fetchCandidates(): Promise<readonly NamedCandidate[]> {
  return JSON.parse(await reach(PATH, (response) => response.text())) as NamedCandidate[];
}
