import { addToMonth, monthOf } from '#domain/months.ts';

/** What the monthly digest knows of an opportunity. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface DigestOpportunity {
  /** The day on which the watch first knew it; undefined when nobody wrote it. */
  firstSeen: string | undefined;
  /** The days on which someone read a source or confirmed the fiche. */
  readOn: readonly string[];
  windows: readonly { opensOn?: string | undefined; closesOn?: string | undefined }[];
  /** Numbers of the months in which it opens as a rule, `12`. */
  usualOpens: readonly string[];
  /** True for an opportunity that will not come back. */
  once: boolean;
}

export interface Digest<T> {
  month: string;
  /** First seen that month. */
  fresh: T[];
  /** A window closes that month, by date. */
  closing: { opportunity: T; day: string }[];
  /** A window is known to open that month, by date. */
  opening: { opportunity: T; day: string }[];
  /** Opens that month as a rule: no date is known. */
  returning: T[];
}

/** How long after the latest fact a month still has its digest. */
const MONTHS_AFTER = 12;

/**
 * The months that have a digest: that of each fact since the first day of the watch, and a year after it. A day typed
 * in another century brings its own year only, not all those between.
 */
export function digestMonths(opportunities: readonly DigestOpportunity[]): string[] {
  const first = opportunities.flatMap(({ firstSeen }) => firstSeen ?? []).toSorted()[0];
  if (first === undefined) return [];
  const facts = opportunities.flatMap(({ firstSeen, readOn, windows }) => [
    firstSeen ?? [],
    readOn,
    windows.flatMap(({ opensOn, closesOn }) => [opensOn ?? [], closesOn ?? []]),
  ]);
  const months = new Set<string>();
  for (let month of new Set(facts.flat(3).map(monthOf))) {
    for (let after = 0; after <= MONTHS_AFTER; after++, month = addToMonth(month, 1)) months.add(month);
  }
  return [...months].filter((month) => month >= monthOf(first)).toSorted();
}

/** What a month brings, by what is written and never by today's date. */
export function digestOf<T extends DigestOpportunity>(opportunities: readonly T[], month: string): Digest<T> {
  const dated = (which: 'opensOn' | 'closesOn') =>
    opportunities
      .flatMap((opportunity) =>
        opportunity.windows.flatMap((window) => {
          const day = window[which];
          return day !== undefined && monthOf(day) === month ? { opportunity, day } : [];
        }),
      )
      .toSorted((a, b) => a.day.localeCompare(b.day));
  const opening = dated('opensOn');
  const known = new Set(opening.map(({ opportunity }) => opportunity));
  const number = String(Number(month.slice(5)));
  return {
    month,
    fresh: opportunities.filter(({ firstSeen }) => firstSeen !== undefined && monthOf(firstSeen) === month),
    closing: dated('closesOn'),
    opening,
    returning: opportunities.filter(
      (opportunity) => !opportunity.once && !known.has(opportunity) && opportunity.usualOpens.includes(number),
    ),
  };
}
