import { reach } from '#components/trouble.ts';
import type { FetchShard } from './lookup.ts';

const PATIENCE_MS = 10_000;
const asked = new Map<string, Promise<unknown>>();

/** A shard of this site, asked for once; one that failed is asked for again. */
export const fetchShard: FetchShard = (shard) => {
  const known = asked.get(shard);
  if (known) return known;
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(), PATIENCE_MS);
  const coming = reach(`/lieux/${shard}.json`, (response) => response.text(), { signal: leaving.signal }).then(
    (text): unknown => JSON.parse(text),
  );
  asked.set(shard, coming);
  coming.catch(() => asked.delete(shard));
  return coming;
};
