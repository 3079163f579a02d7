/** The year of a watch in words: by month, and as a table. */
import { formatDate } from '#domain/date-words.ts';
import { capitalised } from '#domain/french.ts';
import { escapeHtml } from '#domain/html.ts';
import { callHtml, sayAge } from './call-html.ts';
import { sayEvent, sayPreparation, sayRounds } from './season-words.ts';
import { byMonth, type MonthItem, type Year } from './year.ts';

/** How many lines the short list holds: they leave room for the rest of the first screen of a phone. */
const SHORT = 5;

/** What to do this month and the next, or else in the first month that holds something, shortly. */
export function soonHtml(year: Year, today: string): string {
  const all = byMonth(year, today);
  const next = all.filter(({ month }) => year.months.indexOf(month) < 2);
  const soon = next.length > 0 ? next : all.slice(0, 1);
  let left = SHORT;
  const kept = soon.flatMap(({ month, items }) => {
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ month, items: shown }] : [];
  });
  return kept.map((each) => monthHtml(each, year)).join('');
}

/** Every month that holds something. */
export const monthsHtml = (year: Year, today: string): string =>
  byMonth(year, today)
    .map((each) => monthHtml(each, year))
    .join('');

function monthHtml({ month, items }: { month: string; items: readonly MonthItem[] }, year: Year): string {
  const name = month === year.months[0] ? 'Ce mois-ci' : capitalised(formatDate(month));
  return `<section class="one-month"><h3>${name}</h3><ul class="month">${items.map(itemHtml).join('')}</ul></section>`;
}

function itemHtml({ row, events }: MonthItem): string {
  const age = row.certainty === 'stale' ? `, à reconfirmer (${sayAge(row.record)})` : '';
  const said = events.map(sayEvent).join('\u202f; ') + age;
  return `<li class="${row.certainty}">${callHtml(row)} <span class="events">${escapeHtml(said)}</span></li>`;
}

/** Rows beyond `most` are hidden, for a button to show. */
export function tableHtml({ rows }: Year, today: string, most: number): string {
  const lines = rows.map((row, index) => {
    const cells = [sayRounds(row, today), sayPreparation(row.plan) || 'sans date limite connue'];
    return `<tr class="${row.certainty}"${index >= most ? ' data-more hidden' : ''}><th scope="row">${callHtml(row)}</th>${cells.map((cell) => `<td>${escapeHtml(capitalised(cell))}</td>`).join('')}</tr>`;
  });
  return `<div class="scroller"><table><caption class="visually-hidden">Les douze mois à venir</caption><thead><tr><th scope="col">Appel</th><th scope="col">Quand</th><th scope="col">Travail</th></tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}
