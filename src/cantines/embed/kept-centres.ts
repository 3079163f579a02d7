import { codeHash } from '#build/cache/code.ts';
import { buildCache } from '#build/cache/index.ts';
import type { EmbedFacts } from './facts.ts';

/** The middles of the territories, as a build before found them: to find them takes a list of all the towns of the world. */
export async function keptCentres(): Promise<EmbedFacts['centres']> {
  const parts = [codeHash(['src/places', 'src/cantines/embed', 'package-lock.json'])];
  const kept = await buildCache().memo('centres', parts, async () => {
    const { centresOfTerritories } = await import('#places/centres.ts');
    return new TextEncoder().encode(JSON.stringify(centresOfTerritories()));
  });
  return JSON.parse(new TextDecoder().decode(kept)) as EmbedFacts['centres'];
}
