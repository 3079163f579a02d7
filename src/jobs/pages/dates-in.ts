/**
 * The dates that a French text tells, once each and sorted: `2027-01-15`, `2027-01` for a month, `--03-01` for a day
 * whose year is not said. What is no day of the calendar is none.
 */
import { fold } from '#domain/fold.ts';

const MONTH_NAMES = [
  'janvier|janv?',
  'fevrier|fevr?',
  'mars',
  'avril|avr',
  'mai',
  'juin',
  'juillet|juil',
  'aout',
  'septembre|sept',
  'octobre|oct',
  'novembre|nov',
  'decembre|dec',
].map((names) => new RegExp(`^(?:${names})$`));

const MONTH =
  '(janvier|janv?|fevrier|fevr?|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec)\\.?(?![a-z])';
const DAY = '(?<![\\d/.,-])(\\d{1,2})(?:er)?';
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';

/** « 15 janvier 2027 », « 1er mars », « du 15 au 30 janvier 2027 », « 15 et 16 mars »: days before a month. */
const IN_WORDS = new RegExp(
  `${DAY}((?:\\s*(?:au|et|ou|a|,|-)\\s*(?:le\\s+)?\\d{1,2}(?:er)?){0,6})\\s+${MONTH}(?:\\s+${YEAR})?`,
  'g',
);
const A_MONTH = new RegExp(`(?<![a-z])${MONTH}\\s+${YEAR}`, 'g');
const IN_FIGURES = new RegExp(`${DAY}([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/.-]*\\d)`, 'g');
const AS_COMPUTERS = new RegExp('(?<![\\d-])((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)', 'g');
/** « jusqu’au 15/01 »: a fraction is no date. */
const SHORT = /(?<![a-z])(?:le|au|du|avant le)\s+(\d{1,2})\/(\d{1,2})(?![\d/])/g;

export function datesIn(text: string): string[] {
  const said = fold(text).replace(/[\s\u00a0\u202f]+/g, ' ');
  const found = [
    ...daysInWords(said),
    ...monthsAlone(said),
    ...[...said.matchAll(IN_FIGURES)].flatMap(([, day, , month, year = '']) => dayOf(fullYear(year), month, day)),
    ...[...said.matchAll(AS_COMPUTERS)].flatMap(([, year, month, day]) => dayOf(year, month, day)),
    ...[...said.matchAll(SHORT)].flatMap(([, day, month]) => dayOf(undefined, month, day)),
  ];
  return [...new Set(found)].toSorted();
}

/** A day without a year takes that of the date that ends its period: « du 15 décembre au 1er mars 2027 ». */
function daysInWords(said: string): string[] {
  const matches = [...said.matchAll(IN_WORDS)];
  return matches.flatMap(([whole, first = '', others = '', month = '', year], index) => {
    const number = monthNumber(month);
    const end = (matches[index]?.index ?? 0) + whole.length;
    const next = matches[index + 1];
    const isPeriod = year === undefined && next && /^\s*(?:au|-|et|ou)\s*(?:le\s*)?$/.test(said.slice(end, next.index));
    const told = year ?? (isPeriod ? yearBefore(number, monthNumber(next[3] ?? ''), next[4]) : undefined);
    return [first, ...(others.match(/\d{1,2}/g) ?? [])].flatMap((day) => dayOf(told, number, day));
  });
}

const yearBefore = (month: number, lastMonth: number, year: string | undefined): string | undefined =>
  year === undefined || month <= lastMonth ? year : String(Number(year) - 1);

function monthsAlone(said: string): string[] {
  return [...said.matchAll(A_MONTH)].flatMap(({ 1: month = '', 2: year = '', index }) =>
    // The month of a day is no month alone.
    /(?:^|[^\d])\d{1,2}(?:er)?\s+$/.test(said.slice(Math.max(0, index - 6), index))
      ? []
      : `${year}-${padded(monthNumber(month))}`,
  );
}

const monthNumber = (name: string): number => MONTH_NAMES.findIndex((names) => names.test(name)) + 1;
const padded = (number: number | string): string => String(number).padStart(2, '0');
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

function dayOf(year: string | undefined, month: number | string | undefined, day: string | undefined): string[] {
  // A leap year: the 29 February is a day.
  const written = `${year ?? '2024'}-${padded(month ?? '')}-${padded(day ?? '')}`;
  const at = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(at.valueOf()) || at.toISOString().slice(0, 10) !== written) return [];
  return [year === undefined ? `-${written.slice(4)}` : written];
}
