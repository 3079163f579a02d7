import { reach } from '#components/trouble.ts';
import { dayInFrance } from '#domain/days.ts';
import { keptPlace, keptProfile, MY_PROJECT } from './kept-profiles.ts';
import type { Candidate } from './matching.ts';
import { mergedProfile } from './profile.ts';

/** A cantine that may look for money. */
export interface NamedCandidate extends Candidate {
  slug: string;
  title: string;
}

/** Where the build puts them: see pages/financements/candidats.json.ts. */
const PATH = '/financements/candidats.json';

/**
 * The cantines that may look for money, as their entries tell them.
 * @throws when they do not come
 */
export const fetchWritten = async (): Promise<readonly NamedCandidate[]> =>
  JSON.parse(await reach(PATH, (response) => response.text())) as NamedCandidate[];

/** A candidate as this browser knows it: what was answered here wins over its entry. */
export function known<C extends NamedCandidate>(candidate: C, now: Date): C {
  const own = keptProfile(candidate.slug);
  return own ? { ...candidate, profile: mergedProfile(own, candidate.profile, dayInFrance(now)) } : candidate;
}

/** The project without an entry that this browser was told of. */
export function keptProject(): NamedCandidate | undefined {
  const place = keptPlace();
  return (
    place && {
      slug: MY_PROJECT,
      title: 'Mon projet',
      audience: 'cantine-en-montage',
      status: 'preparing',
      territory: place.territory,
    }
  );
}

/**
 * Who may look for money, with what this browser was told of each.
 * @throws when the cantines do not come
 */
export async function fetchCandidates(now = new Date()): Promise<readonly NamedCandidate[]> {
  const project = keptProject();
  const written = await fetchWritten();
  return (project ? [...written, project] : written).map((each) => known(each, now));
}
