import type { Measure } from '#schemas/figures.ts';
import { conflictsOf } from './conflicts.ts';
import { pointsOf, type FigureEntry } from './points.ts';
import { sayDoubt } from './told.ts';

/** How far a count is from an ambition of the same measure. */
export interface Progress<F> {
  now: F;
  /** What other sources give for that count: `, ou 21 000 selon une autre`; empty where nobody differs. */
  doubt: string;
  target: F;
  /** Of a hundred parts of the ambition, those that are counted: rounded down, for a plate is served or is not. */
  served: number;
}

/**
 * The latest count of a measure beside its ambition, the lowest where sources differ; undefined while either is
 * missing.
 */
export function progressOf<F extends FigureEntry>(figures: readonly F[], measure: Measure): Progress<F> | undefined {
  const target = figures.find(({ data }) => data.measure === measure && data.target && data.value > 0 && !data.demo);
  const points = pointsOf(figures, [measure]);
  const latest = points.slice(-1);
  const differing = conflictsOf(points).find((group) => group.some(({ slug }) => slug === latest[0]?.slug));
  const [lowest] = (differing ?? latest).toSorted((one, other) => one.value - other.value);
  const now = figures.find(({ id }) => id === lowest?.slug);
  if (!now || !target) return undefined;
  const share = Math.floor((now.data.value / target.data.value) * 100);
  return { now, doubt: sayDoubt(now, figures), target, served: Math.min(100, Math.max(0, share)) };
}
