import type { Calendar } from '#domain/deadlines.ts';
import { factDate } from '#domain/fact-date.ts';
import { addMonths } from '#domain/months.ts';
import type { Opportunity } from '#schemas/opportunities.ts';

/** After how many calendar months what an opportunity says is to be read again. */
export const STALE_MONTHS = 6;

/** True from the day when six calendar months have passed, or when nobody told when it was read. */
export const isStale = (checkedOn: string | undefined, today: string): boolean =>
  checkedOn === undefined || addMonths(checkedOn, STALE_MONTHS) <= today;

/** The last day on which someone confirmed an opportunity, or else read one of its sources. */
export const readDayOf = ({ verifiedOn, sources }: Pick<Opportunity, 'verifiedOn' | 'sources'>): string | undefined =>
  verifiedOn ??
  sources
    .flatMap(({ readOn }) => readOn ?? [])
    .toSorted()
    .at(-1);

/** What an opportunity says of its dates, and how old that is. */
export const calendarOf = (
  opportunity: Pick<Opportunity, 'rhythm' | 'windows' | 'usualMonths' | 'verifiedOn' | 'sources'>,
): Calendar => ({
  rhythm: opportunity.rhythm,
  windows: opportunity.windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })),
  usualMonths: opportunity.usualMonths,
  asOf: factDate(opportunity)?.date,
});
