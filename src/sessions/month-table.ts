import { daysFrom, weeksOf } from './search.ts';

const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** The days on which the session of a row takes place. */
const daysOf = (row: HTMLElement): string[] => {
  const { day = '', lastDay = day } = row.dataset;
  return daysFrom(day, lastDay);
};

/** The months that hold a session of the rows, in order. */
export const monthsOf = (rows: readonly HTMLElement[]): string[] =>
  [...new Set(rows.flatMap(daysOf).map((day) => day.slice(0, 7)))].sort();

// Not that of french.ts, which would bring the schemas to the browser.
const name = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2027-05` → `mai 2027` */
export const monthName = (month: string): string => name.format(new Date(`${month}-01T00:00:00Z`));

function element(tag: string, role: string, children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  // A table laid out as blocks on a narrow screen loses its roles unless they are written.
  if (role) made.setAttribute('role', role);
  made.append(...children);
  return made;
}

/** What the day's box says of a session: when, its link, and its state when it is not simply planned. */
function entry(row: HTMLElement, day: string): HTMLElement {
  const link = row.querySelector('a')?.cloneNode(true) ?? '';
  const time = row.dataset['day'] === day ? (row.querySelector('.time')?.textContent ?? '') : 'suite';
  const status = row.querySelector('.status')?.textContent;
  return element('p', '', [`${time} `, link, status ? ` (${status.toLowerCase()})` : '']);
}

/** A month as a table of weeks, its sessions in the boxes of their days. */
export function monthTable(month: string, rows: readonly HTMLElement[]): HTMLElement {
  const held = rows.map((row) => ({ row, days: daysOf(row) }));
  const heads = WEEK.map((weekday) => {
    const head = element('th', 'columnheader', [weekday.slice(0, 3) + '.']);
    head.setAttribute('scope', 'col');
    head.setAttribute('aria-label', weekday);
    return head;
  });
  const weeks = weeksOf(month).map((week) =>
    element(
      'tr',
      'row',
      week.map((number, column) => {
        if (number === 0) return element('td', 'cell', []);
        const day = `${month}-${String(number).padStart(2, '0')}`;
        const entries = held.filter(({ days }) => days.includes(day)).map(({ row }) => entry(row, day));
        const weekday = element('span', '', [`${WEEK[column]} `]);
        weekday.className = 'weekday';
        const cell = element('td', 'cell', [element('p', '', [weekday, String(number)]), ...entries]);
        if (entries.length > 0) cell.dataset['day'] = day;
        return cell;
      }),
    ),
  );
  return element('table', 'table', [
    element('caption', '', [monthName(month)]),
    element('thead', 'rowgroup', [element('tr', 'row', heads)]),
    element('tbody', 'rowgroup', weeks),
  ]);
}
