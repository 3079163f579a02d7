import { FIGURE_SERIES } from '#schemas/figures.ts';
import type { FigureEntry } from './points.ts';

/** The figures by series, in the order of the series; the latest first, then by value. */
export const seriesOf = <F extends FigureEntry>(figures: readonly F[]) =>
  Object.entries(FIGURE_SERIES)
    .map(([name, label]) => ({
      name,
      label,
      figures: figures
        .filter(({ data }) => data.series === name)
        .toSorted(
          (a, b) =>
            (b.data.asOfUntil ?? b.data.asOf ?? '').localeCompare(a.data.asOfUntil ?? a.data.asOf ?? '') ||
            b.data.value - a.data.value,
        ),
    }))
    .filter(({ figures }) => figures.length > 0);
