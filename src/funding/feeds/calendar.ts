import { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#domain/days.ts';
import { instantOf } from '#domain/zones.ts';
import { OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { writeCalendar, type CalendarIdentity, type PlainEvent } from '#feeds/calendar.ts';
import { feedLines, opportunityName, type ToldOpportunity, type Window } from './words.ts';

/** Calendars recognise an event by this, wherever the site is served from: it never changes. */
const UID_DOMAIN = 'financements.lespetitescantines.org';

/** How long before the closing day a calendar program warns, in days. */
const WARNINGS = [30, 7, 2];

interface Ranked {
  window: Window;
  /** `<slug>` for the latest window of the opportunity, `<slug>.2` for the one before… A slug holds no dot. */
  name: string;
}

/**
 * The windows of an opportunity from the latest, each with a name that does not say its date: the latest keeps the slug
 * when its date moves, and an old one that leaves renames no other. A later window that is written takes the slug, and
 * a higher SEQUENCE, since writing it changes the file.
 */
function ranked(slug: string, windows: readonly Window[]): Ranked[] {
  const lastDay = ({ opensOn, closesOn }: Window) => closesOn ?? opensOn ?? '';
  return windows
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))
    .map((window, index) => ({ window, name: index === 0 ? slug : `${slug}.${index + 1}` }));
}

/** True when `/financements/<slug>.ics` exists: one closing date was read. It does not depend on the day. */
export const hasCalendar = ({ windows }: Pick<Opportunity, 'windows'>): boolean =>
  windows.some(({ closesOn }) => closesOn !== undefined);

/**
 * At nine in Paris. An absolute instant: a duration before a DTSTART that is a day would be counted from a midnight
 * that each program places in its own zone, and would be an hour off across a change of summer time (RFC 5545, 3.3.6).
 */
const nineOn = (day: string): Date => new Date(instantOf(`${day}T09:00`, 'Europe/Paris'));

/** No warning for a day that has passed: some programs would ring at once. */
const alarmsOf = (title: string, closesOn: string, today: string): Moment['alarms'] =>
  WARNINGS.flatMap((days) => {
    const day = addDays(closesOn, -days);
    if (day < today) return [];
    return {
      type: ICalAlarmType.display,
      trigger: nineOn(day),
      description: `Clôt dans ${days} jours\u00a0: ${title}`,
    };
  });

interface Moment {
  uid: string;
  day: string;
  summary: string;
  alarms: NonNullable<PlainEvent['alarms']>;
}

function eventOf(told: ToldOpportunity, window: Window, { uid, day, summary, alarms }: Moment): PlainEvent {
  const changed = new Date(told.revision.changedAt);
  return {
    id: `${uid}@${UID_DOMAIN}`,
    sequence: told.revision.sequence,
    stamp: changed,
    lastModified: changed,
    start: new Date(`${day}T00:00:00Z`),
    // The day after, as RFC 5545 (3.6.1) wants the end of a day: some programs show nothing without.
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary,
    description: feedLines(told, window).join('\n'),
    url: told.page,
    categories: [{ name: OPPORTUNITY_KINDS[told.opportunity.kind] }],
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms,
  };
}

function eventsOf(told: ToldOpportunity, { window, name }: Ranked, today: string): PlainEvent[] {
  const { opensOn, closesOn } = window;
  const title = opportunityName(told.opportunity);
  const events: PlainEvent[] = [];
  if (opensOn !== undefined && opensOn >= today) {
    events.push(
      eventOf(told, window, { uid: `${name}.ouverture`, day: opensOn, summary: `Ouvre\u00a0: ${title}`, alarms: [] }),
    );
  }
  if (closesOn !== undefined) {
    const alarms = alarmsOf(title, closesOn, today);
    events.push(eventOf(told, window, { uid: name, day: closesOn, summary: `Clôt\u00a0: ${title}`, alarms }));
  }
  return events;
}

const isOver = ({ opensOn, closesOn }: Window, today: string): boolean => (closesOn ?? opensOn ?? '') < today;

const inOrder = (opportunities: readonly ToldOpportunity[]): ToldOpportunity[] =>
  opportunities.toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'));

/**
 * The deadlines to come as a calendar to subscribe to: all-day events on the closing days, with warnings, and on the
 * opening days that are known. Usual months are never events.
 *
 * Here, and only here, the day of the build decides: a subscribed calendar is a copy that must shed what has closed,
 * and the nightly build refreshes it.
 * @param today `YYYY-MM-DD`, in France
 */
export function deadlinesCalendar(
  opportunities: readonly ToldOpportunity[],
  today: string,
  identity: CalendarIdentity,
): string {
  const events = inOrder(opportunities).flatMap((told) =>
    ranked(told.slug, told.opportunity.windows)
      .filter(({ window }) => !isOver(window, today))
      .flatMap((each) => eventsOf(told, each, today)),
  );
  return writeCalendar('Financements', events, identity);
}

/**
 * The deadlines of one opportunity, to import into one's calendar: those to come, or the last one when all have passed.
 * @throws Error when no closing date is known (see `hasCalendar`)
 */
export function opportunityCalendar(told: ToldOpportunity, today: string): string {
  const dated = ranked(told.slug, told.opportunity.windows).filter(({ window }) => window.closesOn !== undefined);
  const coming = dated.filter(({ window }) => !isOver(window, today));
  const shown = coming.length > 0 ? coming : dated.slice(0, 1);
  if (shown.length === 0) throw new Error(`${told.slug} has no closing date, and so no calendar.`);
  return writeCalendar(
    'Financements',
    shown.flatMap((each) => eventsOf(told, each, today)),
  );
}
