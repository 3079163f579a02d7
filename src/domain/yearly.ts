/** A figure that may change each January, such as a threshold of the law: it holds for one year. */

/** The year of a partial date, `2025` or `2025-03-01`. */
const yearOf = (date: string): string => date.slice(0, 4);

/** True when a figure of `asOf` has yet to be confirmed for the year of `today`; both partial dates. */
export const isToConfirm = (asOf: string, today: string): boolean => yearOf(asOf) < yearOf(today);

/** What is said of a figure of `asOf`, whatever the day of the visit. */
export const sayYear = (asOf: string): string => `chiffre de ${yearOf(asOf)}`;

/** What is said of it on a day: « chiffre de 2025 : celui de 2026 est à confirmer ». */
export const sayYearOn = (asOf: string, today: string): string =>
  isToConfirm(asOf, today) ? `${sayYear(asOf)}\u00a0: celui de ${yearOf(today)} est à confirmer` : sayYear(asOf);
