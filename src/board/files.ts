import { daysBetween } from '../domain/clock.ts';
import { instantOf } from '../domain/zones.ts';
import { duesOf, ENGAGEMENTS, STATES, type Followed } from './view.ts';

/** Calendars recognise a reminder by this. */
const UID_DOMAIN = 'suivi.lespetitescantines.org';
const ZONE = 'Europe/Paris';
/** Days before a due date, at nine in the morning. */
const ALARMS = [7, 2] as const;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The reminders of the board as iCalendar: what is left to do, with alarms at nine, seven and two days before. */
export async function boardCalendar(cards: readonly Followed[], now: Date): Promise<string> {
  const { default: ical, ICalAlarmType, ICalEventTransparency } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Les Petites Cantines', product: 'Suivi', language: 'FR' },
    scale: 'gregorian',
    name: 'Suivi des financements',
  });
  for (const { id, card, what, day } of cards.flatMap(duesOf)) {
    calendar.createEvent({
      id: `${id}@${UID_DOMAIN}`,
      stamp: now,
      start: new Date(`${day}T00:00:00Z`),
      end: new Date(`${addDays(day, 1)}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: `${what} : ${card.title}`,
      description: [card.funder, card.people && `Avec : ${card.people}`].filter(Boolean).join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: ALARMS.map((days) => ({
        type: ICalAlarmType.display,
        // An instant: programs disagree on what is nine o’clock before a day without hour.
        trigger: new Date(instantOf(`${addDays(day, -days)}T09:00`, ZONE)),
        description: `${what} : ${card.title}`,
      })),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** The board as CSV for a French spreadsheet: one call a line, no formula. */
export async function boardCsv(cards: readonly Followed[], today: string): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = cards.map((card) => ({
    Financement: card.title,
    Financeur: card.funder,
    État: STATES[card.state],
    Échéance: card.deadline ?? '',
    'Jours restants': card.deadline && card.deadline >= today ? daysBetween(today, card.deadline) : '',
    'Demandé (€)': card.asked ?? '',
    'Obtenu (€)': card.obtained ?? '',
    'Qui s’en occupe': card.people,
    'Reste à faire': duesOf(card)
      .map(({ what, day }) => `${day} ${what}`)
      .join(' ; '),
    Engagements: card.engagements
      .map(({ kind, label, done }) => `${label || ENGAGEMENTS[kind]}${done ? ' (fait)' : ''}`)
      .join(' ; '),
    Notes: card.notes,
  }));
  return stringify(rows, {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    header: true,
    columns: [
      'Financement',
      'Financeur',
      'État',
      'Échéance',
      'Jours restants',
      'Demandé (€)',
      'Obtenu (€)',
      'Qui s’en occupe',
      'Reste à faire',
      'Engagements',
      'Notes',
    ],
    escape_formulas: true,
  });
}
