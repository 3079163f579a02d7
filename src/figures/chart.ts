import { conflictsOf } from './conflicts.ts';
import type { FigurePoint } from './points.ts';
import { roundTicks, yearTicks } from './scale.ts';

/** Where a point stands, in percent of the width from the left and of the height from the top. */
interface Place {
  x: number;
  y: number;
}

/** A drawing of points over the years, in percent of its frame. */
export interface Chart {
  /** By date. */
  marks: readonly (FigurePoint & Place)[];
  /** Points of one date that differ, joined in their order. */
  gaps: readonly (readonly Place[])[];
  /** The outline of what the line may be: a line where sources agree, opened where they differ. Empty when not joined. */
  band: readonly Place[];
  values: readonly { value: number; y: number }[];
  years: readonly { year: number; x: number }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The drawing of points, in the order of their dates; undefined without any. */
export function chartOf(points: readonly FigurePoint[], joined: boolean): Chart | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const from = Math.min(...points.map((point) => Number(point.from.slice(0, 4))));
  const to = Math.max(...points.map((point) => Number(point.to.slice(0, 4))));
  const ticks = roundTicks(Math.max(...points.map(({ value }) => value)));
  const top = ticks.at(-1) ?? 1;
  const xOf = (years: number) => round(((years - from) / (to + 1 - from)) * 100);
  const yOf = (value: number) => round(100 - (Math.max(value, 0) / top) * 100);
  const marks = points.map((point) => ({ ...point, x: xOf(point.at), y: yOf(point.value) }));
  return {
    marks,
    gaps: conflictsOf(marks).map((group) => group.map(({ x, y }) => ({ x, y }))),
    band: joined ? bandOf(marks) : [],
    values: ticks.map((value) => ({ value, y: yOf(value) })),
    years: yearTicks(from, to).map((year) => ({ year, x: xOf(year + 0.5) })),
  };
}

/** Along the highest values of each date, then back along the lowest; estimated dates are left aside. */
function bandOf(marks: readonly (FigurePoint & Place)[]): Place[] {
  const firm = marks.filter(({ estimated }) => !estimated);
  const columns = [...new Set(firm.map(({ x }) => x))].map((x) => {
    const heights = firm.filter((mark) => mark.x === x).map(({ y }) => y);
    return { x, high: Math.min(...heights), low: Math.max(...heights) };
  });
  return [...columns.map(({ x, high }) => ({ x, y: high })), ...columns.map(({ x, low }) => ({ x, y: low })).reverse()];
}
