import { distanceKm } from '#domain/distance.ts';
import { centreOf, type EmbedFacts, type Level, type EmbedTerritory } from './facts.ts';

/** The official codes of where a cantine is, by level; a commune and its municipal district are both its communes. */
export type Codes = Readonly<Record<Level, readonly string[]>>;

interface Choice {
  /** Ranks of the cantines to show, in their order. */
  shown: readonly number[];
  /** Whether the territory has any. */
  found: boolean;
  /** Whether any answers the questions. */
  answered: boolean;
}

/**
 * Which of the cantines a query shows. A territory without a cantine shows the nearest ones rather than nothing, and
 * questions that none answers are left out.
 * @param answering ranks of those that answer the questions; undefined when nothing is asked
 */
export function choose(
  codes: readonly Codes[],
  { territory, count }: { territory: EmbedTerritory | undefined; count: number | undefined },
  facts: Pick<EmbedFacts, 'centres' | 'cantines'>,
  answering?: ReadonlySet<number>,
): Choice {
  const all = [...codes.keys()];
  const inside = territory ? all.filter((rank) => codes[rank]?.[territory.level].includes(territory.code)) : all;
  const found = inside.length > 0;
  const base = found || !territory ? inside : nearestFirst(all, territory, facts);
  const right = answering ? base.filter((rank) => answering.has(rank)) : base;
  const answered = !answering || right.length > 0;
  return { shown: (answered ? right : base).slice(0, count), found, answered };
}

/** By distance from the middle of a territory: those that are open, then those that prepare. */
function nearestFirst(
  ranks: readonly number[],
  territory: EmbedTerritory,
  { centres, cantines }: Pick<EmbedFacts, 'centres' | 'cantines'>,
): number[] {
  const origin = centreOf(territory, centres);
  const far = ranks.map((rank) => {
    const { point, status } = cantines[rank] ?? {};
    return { rank, waits: status !== 'open', km: origin && point ? distanceKm(origin, point) : Infinity };
  });
  // Two infinite distances have no difference.
  far.sort((a, b) => Number(a.waits) - Number(b.waits) || (a.km === b.km ? 0 : a.km - b.km));
  return far.map(({ rank }) => rank);
}
