/** How French writes dates: whole or partial (`2016`, `2024-06`), alone or after a preposition. */
import { joinWords } from './french.ts';

const NBSP = '\u00a0';

/** Month number → French name. */
export const MONTHS = {
  '1': 'Janvier',
  '2': 'Février',
  '3': 'Mars',
  '4': 'Avril',
  '5': 'Mai',
  '6': 'Juin',
  '7': 'Juillet',
  '8': 'Août',
  '9': 'Septembre',
  '10': 'Octobre',
  '11': 'Novembre',
  '12': 'Décembre',
} as const;

const monthName = (month: number): string => {
  const names: Readonly<Record<string, string>> = MONTHS;
  return (names[String(month)] ?? '').toLowerCase();
};

/** A partial date, `2016` → `2016`, `2024-06` → `juin 2024`, `2026-11-01` → `1er novembre 2026`. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  if (!day) return `${monthName(Number(month))} ${year}`;
  return `${Number(day) === 1 ? '1er' : Number(day)}${NBSP}${monthName(Number(month))} ${year}`;
}

/** With its preposition: `en 2016`, `en juin 2024`, `le 17 juin 2024`. */
export function formatWhen(date: string): string {
  return `${date.length > 7 ? 'le' : 'en'} ${formatDate(date)}`;
}

/** After « depuis » or « vers »: `2016`, `juin 2024`, `le 17 juin 2024`. */
export function formatSince(date: string): string {
  return date.length > 7 ? formatWhen(date) : formatDate(date);
}

/** `de 2016`, `de juin 2024`, `d’août 2024`, `du 17 juin 2024`. */
export function formatOf(date: string): string {
  const shown = formatDate(date);
  if (date.length > 7) return `du ${shown}`;
  return /^[aoé]/.test(shown) ? `d’${shown}` : `de ${shown}`;
}

/** Two days of which one may be unknown: `du 2 juin 2025 au 3 mai 2026`, `jusqu’au…`, `à partir du…`; empty without any. */
export function formatPeriod(from: string | undefined, to: string | undefined): string {
  if (from && to) return `du ${formatDate(from)} au ${formatDate(to)}`;
  return to ? `jusqu’au ${formatDate(to)}` : from ? `à partir du ${formatDate(from)}` : '';
}

/** A calendar day with its weekday: `mardi 12 janvier 2027`. */
export function formatDay(date: string): string {
  const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(new Date(`${date}T00:00:00Z`))} ${formatDate(date)}`;
}

/** A month, `2027-03`, without its year: `mars`. */
export const formatMonth = (month: string): string => monthName(Number(month.slice(5, 7)));

/** Month numbers as names: `['12','1']` → `décembre et janvier`. */
export function formatMonths(months: readonly string[]): string {
  return joinWords(months.map((month) => monthName(Number(month))));
}
