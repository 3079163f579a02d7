import type { Measure } from '#schemas/figures.ts';
import { isCountOfYear } from './measures.ts';
import type { FigurePoint } from './points.ts';

type Dated = Pick<FigurePoint, 'measure' | 'value' | 'from' | 'to' | 'estimated'>;

/**
 * The points of one measure and date that give different values, by date: no reader should take one of them for the
 * truth. Counts of a year are of one date when their days overlap; counts of a day, only when they are dated alike,
 * for what grows may be twelve in spring and thirteen in autumn. An estimated date contradicts nobody.
 */
export function conflictsOf<P extends Dated>(points: readonly P[]): P[][] {
  const groups: P[][] = [];
  const firm = points
    .filter(({ estimated }) => !estimated)
    .toSorted((one, other) => one.from.localeCompare(other.from) || other.to.localeCompare(one.to));
  for (const point of firm) {
    const group = groups.find((each) => each.some((other) => areOfOneDate(point, other, point.measure)));
    if (group) group.push(point);
    else groups.push([point]);
  }
  return groups.filter((group) => new Set(group.map(({ value }) => value)).size > 1);
}

function areOfOneDate(one: Dated, other: Dated, measure: Measure): boolean {
  if (other.measure !== measure) return false;
  if (isCountOfYear(measure)) return one.from <= other.to && other.from <= one.to;
  return one.from === other.from && one.to === other.to;
}
