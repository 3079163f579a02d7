import { groupBy } from '#domain/group-by.ts';
import type { Candidate } from '../matching/matching.ts';
import { reasonsOf } from '../matching/matching-words.ts';
import { rowHtml } from './opportunity-row.ts';
import { GROUPS, type DeadlineGroup, type Judged, type Sort } from './search.ts';

/** Who asks, and in which order. */
export interface Reader {
  candidate: Candidate | undefined;
  /** Slug of the chosen cantine. */
  cantine: string | undefined;
  sort: Sort;
}

/**
 * Rows as HTML, under headings when the list is by state: each tells how many it holds in all.
 * @param rows the first of `all`
 */
export function foundHtml(rows: readonly Judged[], all: readonly Judged[], reader: Reader): string {
  if (reader.sort !== 'etat') return `<ul class="opportunities">${rowsHtml(rows, reader)}</ul>`;
  const totals = groupBy(all, ({ state: { state } }) => state);
  return [...groupBy(rows, ({ state: { state } }) => state)]
    .map(([group, opportunities]) =>
      sectionHtml(group, totals.get(group)?.length ?? 0, rowsHtml(opportunities, reader)),
    )
    .join('');
}

const sectionHtml = (group: DeadlineGroup, total: number, items: string): string =>
  `<section id="${group}"><h2>${GROUPS[group]} <span class="soft">${total}</span></h2><ul class="opportunities">${items}</ul></section>`;

/** Opportunities as the items of a list, each with why it fits, or does not. */
export const rowsHtml = (rows: readonly Judged[], { candidate, cantine }: Reader): string =>
  rows
    .map(({ record, state, match }) =>
      rowHtml(record, { state, reasons: match && candidate && reasonsOf(match, record, candidate), cantine }),
    )
    .join('');
