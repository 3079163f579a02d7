import { addDays, dayInFrance, daysBetween } from '#domain/days.ts';
import { instantOf } from '#domain/zones.ts';
import { answerDay, duesOf, ENGAGEMENTS, STATES, type Followed } from './view.ts';

/** Calendars recognise a reminder by this. */
const UID_DOMAIN = 'suivi.lespetitescantines.org';
const ZONE = 'Europe/Paris';
/** Days before a due date, at nine in the morning. */
const ALARMS = [7, 2] as const;

/**
 * The reminders of the board as iCalendar: what is left to do, with alarms at nine, seven and two days before.
 * Undefined when nothing has a day: a calendar without event is none (RFC 5545, 3.6).
 */
export async function boardCalendar(cards: readonly Followed[], now: Date): Promise<string | undefined> {
  const dues = cards.flatMap((card) => duesOf(card, dayInFrance(now)));
  if (dues.length === 0) return undefined;
  // The writer of calendars weighs more than the board: it comes when one is asked for.
  const { writeCalendar } = await import('#feeds/calendar.ts');
  const { ICalAlarmType, ICalEventTransparency } = await import('ical-generator');
  const events = dues.map(({ id, card, what, day }) => ({
    id: `${id}@${UID_DOMAIN}`,
    stamp: now,
    start: new Date(`${day}T00:00:00Z`),
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary: `${what}\u00a0: ${card.title}`,
    description: [card.funder, card.people && `Avec\u00a0: ${card.people}`].filter(Boolean).join('\n'),
    transparency: ICalEventTransparency.TRANSPARENT,
    // Instants: programs disagree on what is nine o’clock before a day without hour.
    alarms: ALARMS.map((days) => new Date(instantOf(`${addDays(day, -days)}T09:00`, ZONE)))
      .filter((trigger) => trigger > now)
      .map((trigger) => ({ type: ICalAlarmType.display, trigger, description: `${what}\u00a0: ${card.title}` })),
  }));
  return writeCalendar('Suivi', events);
}

/** Decimals with a comma: a French spreadsheet would read `12.5` as the 12th of May. */
const decimal = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('.', ','));

/**
 * The board as CSV for a French spreadsheet: one opportunity a line, no formula.
 * @param today `YYYY-MM-DD`, in France
 */
export async function boardCsv(cards: readonly Followed[], today: string): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = cards.map((card) => {
    const answer = answerDay(card, today);
    return {
      Financement: card.title,
      Financeur: card.funder,
      État: STATES[card.state],
      Échéance: answer ?? '',
      'Jours restants': answer !== undefined && answer >= today ? daysBetween(today, answer) : '',
      'Demandé (€)': decimal(card.asked),
      'Obtenu (€)': decimal(card.obtained),
      'Qui s’en occupe': card.people,
      'Reste à faire': duesOf(card, today)
        .map(({ what, day }) => `${day} ${what}`)
        .join(' ; '),
      Engagements: card.engagements
        .map(({ kind, label, done }) => `${label || ENGAGEMENTS[kind]}${done ? ' (fait)' : ''}`)
        .join(' ; '),
      Notes: card.notes,
    };
  });
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
