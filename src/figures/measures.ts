import { MEASURES, type Measure } from '#schemas/figures.ts';

/**
 * What a count is of: of a day, and it may grow within the year; or of a whole year, and two counts of that year that
 * differ cannot both be right.
 */
const COUNTED: Readonly<Record<Measure, 'on-a-day' | 'in-a-year'>> = {
  cantines: 'on-a-day',
  projets: 'on-a-day',
  'repas-cumules': 'on-a-day',
  'repas-par-an': 'in-a-year',
  adherents: 'in-a-year',
  'convives-par-an': 'in-a-year',
};

export const isCountOfYear = (measure: Measure): boolean => COUNTED[measure] === 'in-a-year';

/** True for what adds up since the first day: it only grows, and is no count of a year. */
export const isTotal = (measure: Measure): boolean => measure === 'repas-cumules';

/** Measures that are drawn together. */
export interface Curve {
  title: string;
  measures: readonly Measure[];
  /** True where the same thing is counted the same way all along: else a line between points would tell a false trend. */
  joined: boolean;
}

export const CANTINES_CURVE: Curve = { title: MEASURES.cantines, measures: ['cantines'], joined: true };

export const CURVES: readonly Curve[] = [
  CANTINES_CURVE,
  { title: MEASURES.projets, measures: ['projets'], joined: true },
  { title: 'Repas servis', measures: ['repas-par-an', 'repas-cumules'], joined: false },
  { title: 'Adhérents', measures: ['adherents'], joined: false },
];
