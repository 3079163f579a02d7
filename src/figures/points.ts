import { sayAmount } from '#domain/amounts.ts';
import { daysBetween } from '#domain/days.ts';
import { daysOfFigure, sayFigureDate, sayFigureWhen } from '#domain/figure-date.ts';
import type { Figure, Measure } from '#schemas/figures.ts';

/** A figure as the content layer gives it. */
export interface FigureEntry {
  id: string;
  data: Figure;
}

/** A figure at its place in time. */
export interface FigurePoint {
  slug: string;
  measure: Measure;
  value: number;
  /** « 13 cantines » */
  words: string;
  /** « novembre 2023 », « vers 2021 » */
  when: string;
  /** « en novembre 2023 », « vers 2021 » */
  during: string;
  /** The first and the last day that it may be of. */
  from: string;
  to: string;
  /** The middle of these, in years: 2023.5 is the middle of 2023. */
  at: number;
  estimated: boolean;
  source: { url: string; title: string };
}

const yearsOf = (day: string): number => {
  const year = day.slice(0, 4);
  return Number(year) + daysBetween(`${year}-01-01`, day) / daysBetween(`${year}-01-01`, `${Number(year) + 1}-01-01`);
};

function pointOf({ id, data }: FigureEntry): FigurePoint | undefined {
  const days = daysOfFigure(data);
  const [when, during] = [sayFigureDate(data), sayFigureWhen(data)];
  if (!days || when === undefined || during === undefined || data.measure === undefined || data.target || data.demo)
    return undefined;
  return {
    slug: id,
    measure: data.measure,
    value: data.value,
    words: sayAmount(data),
    when,
    during,
    ...days,
    at: (yearsOf(days.from) + yearsOf(days.to)) / 2,
    estimated: data.estimated,
    source: { url: data.source, title: data.sourceTitle },
  };
}

/** The figures of some measures as points, by date then by value; an ambition and an example are no point. */
export const pointsOf = (figures: readonly FigureEntry[], measures: readonly Measure[]): FigurePoint[] =>
  figures
    .flatMap((figure) => pointOf(figure) ?? [])
    .filter(({ measure }) => measures.includes(measure))
    .sort((one, other) => one.at - other.at || one.value - other.value);
