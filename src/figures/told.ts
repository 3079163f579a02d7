/** What figures say in words, with what their sources disagree on. */
import { sayAmount, splitAmount } from '#domain/amounts.ts';
import { sayFigureWhen } from '#domain/figure-date.ts';
import { joinWords } from '#domain/french.ts';
import { groupBy } from '#domain/group-by.ts';
import { formatNumber } from '#domain/numbers.ts';
import { conflictsOf } from './conflicts.ts';
import { pointsOf, type FigureEntry, type FigurePoint } from './points.ts';

/** `17 ou 18 cantines en janvier 2026`: what is counted is said after the last value. */
function sayColumn(points: readonly FigurePoint[]): string {
  const [last] = points.slice(-1);
  if (!last) return '';
  const others = points.slice(0, -1).map(({ value }) => value);
  const values = [...new Set(others)].filter((value) => value !== last.value).map(formatNumber);
  return `${joinWords([...values, last.words], 'ou')} ${last.during}`;
}

/** The points of a curve by date, those of one date together, in their order. */
const columnsOf = (points: readonly FigurePoint[]): FigurePoint[][] => [
  ...groupBy(points, ({ from, to, measure }) => `${measure} ${from} ${to}`).values(),
];

/**
 * `De 1 cantine en septembre 2016 à 17 ou 18 cantines en janvier 2026`, from estimated counts only where there are no
 * others; of what is not joined, each of its dates.
 */
export function sayCurve(points: readonly FigurePoint[], joined: boolean): string {
  const firm = points.filter(({ estimated }) => !estimated);
  const columns = columnsOf(joined && firm.length > 0 ? firm : points);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return '';
  if (!joined || first === last) return joinWords(columns.map(sayColumn));
  return `de ${sayColumn(first)} à ${sayColumn(last)}`;
}

/** The last count of a measure, with its doubt: `17 ou 18 cantines en janvier 2026`; undefined without a dated one. */
export function sayLatest(points: readonly FigurePoint[]): string | undefined {
  const last = columnsOf(points.filter(({ estimated }) => !estimated)).at(-1);
  return last && sayColumn(last);
}

/** What sources disagree on: a date, « en 2023 », and what each gives. */
export interface Disagreement {
  when: string;
  counts: readonly { slug: string; value: string; source: string }[];
}

export const disagreementsOf = (points: readonly FigurePoint[]): Disagreement[] =>
  conflictsOf(points).map((group) => ({
    when: joinWords([...new Set(group.map(({ during }) => during))]),
    counts: group.map(({ slug, words, source }) => ({ slug, value: words, source: source.title })),
  }));

/** The counts of its measure and date that differ from a figure's, in their order. */
function rivalsOf({ id, data: { measure, value } }: FigureEntry, figures: readonly FigureEntry[]): FigurePoint[] {
  const groups = measure === undefined ? [] : conflictsOf(pointsOf(figures, [measure]));
  const group = groups.find((each) => each.some(({ slug }) => slug === id)) ?? [];
  return group.filter((point) => point.value !== value);
}

/** What other sources give for a figure, after it: `, ou 17 selon EUROTODAY`; empty where nobody differs. */
export function sayDoubt(figure: FigureEntry, figures: readonly FigureEntry[]): string {
  const amounts = new Map(figures.map(({ id, data }) => [id, splitAmount(data).amount]));
  const others = rivalsOf(figure, figures).map(({ slug, source }) => `${amounts.get(slug)} selon ${source.title}`);
  return others.length === 0 ? '' : `, ou ${joinWords(others, 'ou')}`;
}

/** A figure in a sentence, with its doubt and its date: `17 ou 18 cantines en janvier 2026`. */
export function sayCounted(figure: FigureEntry, figures: readonly FigureEntry[]): string {
  const { data } = figure;
  const [point] = data.measure === undefined ? [] : pointsOf([figure], [data.measure]);
  if (!point) return [sayAmount(data), sayFigureWhen(data)].filter(Boolean).join(' ');
  return sayColumn([...rivalsOf(figure, figures), point].toSorted((one, other) => one.value - other.value));
}
