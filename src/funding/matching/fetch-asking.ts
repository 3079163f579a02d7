import { reach } from '#components/trouble.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { fetchCandidates, type NamedCandidate } from './fetch-candidates.ts';

/** Where the build puts the opportunities: see pages/financements/veille.json.ts. */
const PATH = '/financements/veille.json';

interface Fetched {
  records: readonly OpportunityRecord[];
  cantines: readonly NamedCandidate[];
}
let coming: Promise<Fetched> | undefined;

async function fetchAll(now: Date): Promise<Fetched> {
  const [text, cantines] = await Promise.all([reach(PATH, (response) => response.text()), fetchCandidates(now)]);
  return { records: JSON.parse(text) as OpportunityRecord[], cantines };
}

/**
 * The watch and the cantine that asks, fetched once for all that its page draws; no cantine when it is not known any
 * more.
 * @throws when the watch or the cantines do not come
 */
export async function fetchAsking(
  slug: string,
  now: Date,
): Promise<{ records: readonly OpportunityRecord[]; cantine: NamedCandidate | undefined }> {
  coming ??= fetchAll(now);
  const { records, cantines } = await coming.catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return { records, cantine: cantines.find((each) => each.slug === slug) };
}
