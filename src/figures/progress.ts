import type { Measure } from '#schemas/figures.ts';
import type { FigureEntry } from './points.ts';

/** How far a count is from an ambition of the same measure. */
export interface Progress<F> {
  now: F;
  target: F;
  /** Of a hundred parts of the ambition, those that are counted: rounded down, for a plate is served or is not. */
  served: number;
}

/** The latest count of a measure beside its ambition; undefined while either is missing. */
export function progressOf<F extends FigureEntry>(figures: readonly F[], measure: Measure): Progress<F> | undefined {
  const measured = figures.filter(({ data }) => data.measure === measure && !data.demo);
  const target = measured.find(({ data }) => data.target && data.value > 0);
  const now = measured
    .filter(({ data }) => !data.target)
    .toSorted((one, other) => (one.data.asOf ?? '').localeCompare(other.data.asOf ?? ''))
    .at(-1);
  if (!now || !target) return undefined;
  const share = Math.floor((now.data.value / target.data.value) * 100);
  return { now, target, served: Math.min(100, Math.max(0, share)) };
}
