import { isArea } from '#places/area.ts';
import { fetchShard } from '#places/fetch-shard.ts';
import type { FetchShard } from '#places/lookup.ts';
import { fullNameOf } from '#places/place.ts';
import { understand } from '#places/understand.ts';

/** The communes that a text may mean, as an answer names each: `Bruz (Ille-et-Vilaine), code Insee 35047`. */
export interface Communes {
  named: readonly string[];
  /** Whether the first is the one without a doubt. */
  sure: boolean;
}

/** How many are offered. */
const MOST = 6;

/**
 * The communes that a text may mean, the likeliest first.
 * @throws as `fetchShard`, or when a shard is none of this site
 */
export async function communesOf(text: string, fetch: FetchShard = fetchShard): Promise<Communes> {
  const { choices, how } = await understand(text, fetch, { areas: false, landmarks: [] });
  const named = choices.flatMap((choice) =>
    isArea(choice) ? [] : [`${fullNameOf(choice)}, code Insee ${choice.code}`],
  );
  return { named: [...new Set(named)].slice(0, MOST), sure: how === 'one' };
}
