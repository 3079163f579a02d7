import { ICalAlarmType, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Revision } from '#content/history.ts';
import { addDays } from '#domain/days.ts';
import { monthOf } from '#domain/months.ts';
import { instantOf } from '#domain/zones.ts';
import { OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';
import { writeCalendar, type CalendarIdentity, type PlainEvent } from '#feeds/calendar.ts';
import { calendarOf } from '../freshness.ts';
import { announcedMoments, lastDay, nextMoments, usualMoments, type Dates, type Moment } from './moments.ts';
import { momentLines, momentTitle, opportunityName, type ToldOpportunity, type Window } from './words.ts';

/** Calendars recognise an event by this, wherever the site is served from: it never changes. */
const UID_DOMAIN = 'financements.lespetitescantines.org';

/** How long before the closing day a calendar program warns, in days. */
const WARNINGS = [30, 7, 2];

/** What a subscriber chose: announced days alone, or the months of the habits as well. */
export type CalendarScope = 'all' | 'announced';

const datesOf = (opportunity: Opportunity): Dates<Window> => ({
  ...calendarOf(opportunity),
  windows: opportunity.windows,
});

/**
 * At nine in Paris. An absolute instant: a duration before a DTSTART that is a day would be counted from a midnight
 * that each program places in its own zone, and would be an hour off across a change of summer time (RFC 5545, 3.3.6).
 */
const nineOn = (day: string): Date => new Date(instantOf(`${day}T09:00`, 'Europe/Paris'));

/**
 * Warnings before an announced closing, and none of a habit: one that rings each year for a call which may not come
 * would teach to ignore those that matter. No warning for a day that has passed: some programs would ring at once.
 */
function alarmsOf(title: string, { what, day, isUsual }: Moment<Window>, today: string): PlainEvent['alarms'] {
  if (isUsual || what === 'opens') return [];
  return WARNINGS.flatMap((days) => {
    const warned = addDays(day, -days);
    if (warned < today) return [];
    return {
      type: ICalAlarmType.display,
      trigger: nineOn(warned),
      description: `Clôt dans ${days} jours\u00a0: ${title}`,
    };
  });
}

/**
 * The version of the events of an opportunity: that of its entry, raised by one with each month, when habits pass on to
 * the next round without a change of the entry. A sum, and not the later of both: a change that is published after the
 * month it was written in raises it all the same.
 */
function versionOf({ changedAt, sequence }: Revision, today: string): Revision {
  const [year = 2026, month = 1] = today.split('-').map(Number);
  return {
    changedAt: Math.max(changedAt, Date.parse(`${monthOf(today)}-01T00:00:00Z`)),
    sequence: sequence + Math.max(0, (year - 2026) * 12 + month - 1),
  };
}

function eventOf(told: ToldOpportunity, moment: Moment<Window>, today: string): PlainEvent {
  const { changedAt, sequence } = versionOf(told.revision, today);
  const { name, day, isUsual } = moment;
  return {
    id: `${name}@${UID_DOMAIN}`,
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    start: new Date(`${day}T00:00:00Z`),
    // The day after, as RFC 5545 (3.6.1) wants the end of a day: some programs show nothing without.
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary: momentTitle(told.opportunity, moment, today),
    description: momentLines(told, moment, today).join('\n'),
    url: told.page,
    categories: [{ name: OPPORTUNITY_KINDS[told.opportunity.kind] }],
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isUsual ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    alarms: alarmsOf(opportunityName(told.opportunity), moment, today) ?? [],
  };
}

const inOrder = (opportunities: readonly ToldOpportunity[]): ToldOpportunity[] =>
  opportunities.toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'));

function momentsOf({ slug, opportunity }: ToldOpportunity, today: string, scope: CalendarScope): Moment<Window>[] {
  const dates = datesOf(opportunity);
  const announced = announcedMoments(slug, dates, today);
  return scope === 'announced' ? announced : [...announced, ...usualMoments(slug, dates, today)];
}

/**
 * The deadlines to come as a calendar to subscribe to: all-day events on the announced closing and opening days, with
 * warnings before a closing; and tentative ones at the beginning of the usual months.
 *
 * Here, and only here, the day of the build decides: a subscribed calendar is a copy that must shed what has closed,
 * and the nightly build refreshes it.
 * @param today `YYYY-MM-DD`, in France
 */
export function deadlinesCalendar(
  opportunities: readonly ToldOpportunity[],
  today: string,
  identity: CalendarIdentity,
  scope: CalendarScope,
): string {
  const events = inOrder(opportunities).flatMap((told) =>
    momentsOf(told, today, scope).map((moment) => eventOf(told, moment, today)),
  );
  return writeCalendar('Financements', events, identity);
}

/** How much a calendar holds on a day: announced days, and usual months. */
export interface CalendarCount {
  announced: number;
  /** The announced closings, each with its warnings. */
  closings: number;
  usual: number;
}

/** Counts what `deadlinesCalendar` would write. */
export function calendarCount(opportunities: readonly ToldOpportunity[], today: string): CalendarCount {
  const moments = opportunities.flatMap((told) => momentsOf(told, today, 'all'));
  const announced = moments.filter(({ isUsual }) => !isUsual);
  return {
    announced: announced.length,
    closings: announced.filter(({ what }) => what === 'closes').length,
    usual: moments.length - announced.length,
  };
}

/** What the calendar of one opportunity proposes on a day, and the last day on which it is worth proposing. */
export interface CalendarOffer {
  isUsual: boolean;
  /** `YYYY-MM-DD` */
  until: string;
}

/** Undefined when nothing is to come: then `/financements/<slug>.ics` does not exist. */
export function calendarOffer(slug: string, opportunity: Opportunity, today: string): CalendarOffer | undefined {
  const moments = nextMoments(slug, datesOf(opportunity), today);
  const until = moments.map(lastDay).toSorted().at(-1);
  return until === undefined ? undefined : { isUsual: moments.every(({ isUsual }) => isUsual), until };
}

/**
 * What is to come of one opportunity, to import into one’s calendar.
 * @throws Error when nothing is (see `calendarOffer`)
 */
export function opportunityCalendar(told: ToldOpportunity, today: string): string {
  const moments = nextMoments(told.slug, datesOf(told.opportunity), today);
  if (moments.length === 0) throw new Error(`Nothing of ${told.slug} is to come, and so it has no calendar.`);
  return writeCalendar(
    'Financements',
    moments.map((moment) => eventOf(told, moment, today)),
  );
}
