import { addDays, daysAfterMonday, DAYS_OF_WEEK, type Weekday } from './days.ts';
import { holidayOn, type HolidayZone } from './holidays.ts';
import { dayIn, instantOf } from './zones.ts';

export type SlotKind = 'cook' | 'meal';
export type Service = 'lunch' | 'dinner' | 'brunch' | 'afternoon';

/** Hours are `HH:mm` on the wall; `closes` at or before `opens` is the next day's. */
interface Hours {
  opens?: string | undefined;
  closes?: string | undefined;
}

/** What takes place every week, as far as somebody wrote it: on which day, at which service, at which hour. */
export interface WeeklySlot extends Hours {
  /** Undefined: on days that nobody wrote. */
  day?: Weekday | undefined;
  kind: SlotKind;
  service?: Service | undefined;
}

/** What changes on the days `from`–`to`, both included. */
export interface OpeningException extends Hours {
  from: string;
  to: string;
  kind: 'closed' | 'changed' | 'extra';
  reason?: string | undefined;
}

/** All that decides when a cantine is open. */
export interface Timetable {
  timezone: string;
  slots: readonly WeeklySlot[];
  exceptions: readonly OpeningException[];
  /** Whether the week goes on as usual on public holidays. */
  publicHolidays: 'open' | 'closed' | 'unknown';
  holidayZone: HolidayZone;
}

/** Something planned on a calendar day. */
export interface PlannedService extends Hours {
  kind: SlotKind;
  service: Service | undefined;
  /** The public holiday on which nobody knows whether it takes place. */
  doubt: string | undefined;
}

/** A planned service whose hour is known, in milliseconds since 1970. */
export interface Period {
  kind: SlotKind;
  service: Service | undefined;
  start: number;
  /** When it ends or gives way to the next one; undefined when nobody wrote either. */
  end: number | undefined;
  doubt: string | undefined;
}

/** What is known of one calendar day. */
export interface DayPlan {
  /** In the order of their start. */
  periods: Period[];
  /** Services that take place at an hour nobody wrote. */
  untimed: { kind: SlotKind; service: Service | undefined; doubt: string | undefined }[];
  closure: OpeningException | undefined;
}

/** Closed from today to the day `to`, as far as it goes without a break. */
type Closure = OpeningException | undefined;

/**
 * The state at an instant. Unknown is never closed: `unknown` says that nothing is known,
 * `closed` that a closure was announced or that nothing is planned in the coming year.
 */
export type Opening =
  /** `meal`: when one sits down later the same day, while one cooks. */
  | { state: 'open'; kind: SlotKind; until: number; meal: number | undefined }
  /** Open, until nobody knows when. */
  | { state: 'started'; kind: SlotKind; since: number; meal: number | undefined }
  | { state: 'opens'; day: string; at: number; kind: SlotKind; closure: Closure; doubt: string | undefined }
  /** The next service, maybe today's, at an hour nobody wrote. */
  | {
      state: 'expected';
      day: string;
      service: Service | undefined;
      kind: SlotKind;
      closure: Closure;
      doubt: string | undefined;
    }
  /** There are hours or services, on days that nobody wrote: today may be one. */
  | { state: 'someday'; slots: readonly WeeklySlot[] }
  | { state: 'closed'; closure: Closure }
  /** Either `doubt`, or an unknown week with perhaps one announced opening. */
  | { state: 'unknown'; doubt: string | undefined; announced: number | undefined };

const HOUR = 3_600_000;
const HORIZON_DAYS = 366;

/** How many hours a service without a written end is told as begun; afterwards only the next one is. */
export const STARTED_HOURS = 3;
const STARTED_FOR = STARTED_HOURS * HOUR;

/** How long at most a service without a written end leads to the next: one cooks, then one eats. */
const LEADS_FOR = 5 * HOUR;

/** Around when a service takes place, to put services in order; never shown. */
export const USUAL_HOURS: Readonly<Record<Service, readonly [from: string, to: string]>> = {
  brunch: ['11:00', '14:00'],
  lunch: ['12:00', '14:00'],
  afternoon: ['14:00', '17:00'],
  dinner: ['19:00', '21:00'],
};

/** The same, for what takes place on a known day at a service that nobody wrote. */
const SOME_HOUR = ['12:00', USUAL_HOURS.dinner[1]] as const;

/** Around when a service takes place, be it at one that nobody wrote. */
export const usualHours = (service: Service | undefined) => (service ? USUAL_HOURS[service] : SOME_HOUR);

/** Whether at least one day of the week is known. */
export const weekIsKnown = ({ slots }: Pick<Timetable, 'slots'>): boolean => slots.some(({ day }) => day !== undefined);

const weekdayOf = (day: string): Weekday => DAYS_OF_WEEK[daysAfterMonday(day)] as Weekday;

const span = ({ from, to }: OpeningException) => Date.parse(to) - Date.parse(from);

/** Of the closures and changes that cover a day, the shortest; of two as short, the one written last. */
function ruling(exceptions: readonly OpeningException[]): OpeningException | undefined {
  return exceptions
    .filter(({ kind }) => kind !== 'extra')
    .reduce<OpeningException | undefined>(
      (chosen, each) => (chosen === undefined || span(each) <= span(chosen) ? each : chosen),
      undefined,
    );
}

/** What is planned on a calendar day. */
export interface PlannedDay {
  services: PlannedService[];
  closure: Closure;
  /** What takes place on days that nobody wrote, of which this one may be. */
  someday: readonly WeeklySlot[];
  /** True when an exception or a public holiday says all of this day, whatever is known of the week. */
  decided: boolean;
}

/**
 * What takes place on a calendar day, on the wall clock. The week, unless an exception rules:
 * - other hours over several days are those of the days that have hours;
 * - a public holiday ends what the week or such a change says, not what was written for that very day;
 * - an extra opening takes place whatever else is said.
 */
export function servicesOn(timetable: Timetable, day: string): PlannedDay {
  const { slots, publicHolidays, holidayZone } = timetable;
  const exceptions = timetable.exceptions.filter(({ from, to }) => from <= day && day <= to);
  const rule = ruling(exceptions);
  const thatDay = rule !== undefined && rule.from === rule.to;
  const weekday = weekdayOf(day);
  const weekly = slots.filter((slot) => slot.day === weekday);
  const dated = (hours: Hours, doubt?: string): PlannedService => ({
    kind: 'meal',
    service: undefined,
    opens: hours.opens,
    closes: hours.closes,
    doubt,
  });
  const extra = exceptions.filter(({ kind }) => kind === 'extra').map((each) => dated(each));
  if (rule?.kind === 'closed') return { services: extra, closure: rule, someday: [], decided: true };
  const holiday = publicHolidays === 'open' || thatDay ? undefined : holidayOn(day, holidayZone);
  if (holiday && publicHolidays === 'closed')
    return { services: extra, closure: undefined, someday: [], decided: true };
  if (!rule) {
    const usual = weekly.map(({ kind, service, opens, closes }) => ({ kind, service, opens, closes, doubt: holiday }));
    const someday = slots.filter((slot) => slot.day === undefined);
    return { services: [...usual, ...extra], closure: undefined, someday, decided: false };
  }
  const changes = thatDay || weekly.length > 0 || !weekIsKnown(timetable);
  const services = changes ? [dated(rule, holiday), ...extra] : extra;
  return { services, closure: undefined, someday: [], decided: true };
}

/** What takes place on a calendar day of the cantine's zone, as instants. */
export function planOf(timetable: Timetable, day: string): DayPlan {
  const { services, closure } = servicesOn(timetable, day);
  const periods: Period[] = [];
  const untimed: DayPlan['untimed'] = [];
  for (const { kind, service, opens, closes, doubt } of services) {
    if (opens !== undefined) {
      const lastDay = closes !== undefined && closes <= opens ? addDays(day, 1) : day;
      const start = instantOf(`${day}T${opens}`, timetable.timezone);
      const end = closes === undefined ? undefined : instantOf(`${lastDay}T${closes}`, timetable.timezone);
      periods.push({ kind, service, start, end, doubt });
    } else untimed.push({ kind, service, doubt });
  }
  periods.sort((a, b) => a.start - b.start);
  for (const period of periods) period.end ??= periods.find((next) => leadsTo(period, next))?.start;
  return { periods, untimed, closure };
}

/** Whether a service without a written end lasts until another begins. */
function leadsTo(period: Period, next: Period): boolean {
  const gap = next.start - period.start;
  const sameService = period.service === undefined || next.service === undefined || period.service === next.service;
  return gap > 0 && gap <= LEADS_FOR && sameService;
}

/** The state of a cantine at an instant: the one answer of the badge, the filter and the sentence. */
export function openingAt(timetable: Timetable, now: number): Opening {
  const today = dayIn(timetable.timezone, now);
  // Yesterday's service may go on past midnight, today's into tomorrow's.
  const plans = [-1, 0, 1].map((days) => planOf(timetable, addDays(today, days)));
  const periods = plans.flatMap((plan) => plan.periods).sort((a, b) => a.start - b.start);
  const isOn = ({ start, end }: Period) => start <= now && now < (end ?? start + STARTED_FOR);
  const sure = periods.filter(({ doubt }) => doubt === undefined);
  const current = sure.filter(isOn).at(-1);
  if (current) return during(current, sure, now);
  const doubted = periods.find(isOn);
  if (doubted) return { state: 'unknown', doubt: doubted.doubt, announced: undefined };
  return nextAfter(timetable, today, now, plans.slice(1));
}

/** Whether exceptions alone say as much: they are dated, and hold however old the week is. */
export function isAnnounced(opening: Opening, timetable: Timetable, now: number): boolean {
  const dated = openingAt({ ...timetable, slots: [] }, now);
  return (
    dated.state === opening.state || (dated.state === 'unknown' && 'at' in opening && dated.announced === opening.at)
  );
}

function during({ kind, start, end }: Period, periods: readonly Period[], now: number): Opening {
  const later = periods.find((each) => each.kind === 'meal' && each.start > now && each.start < start + 12 * HOUR);
  const meal = kind === 'cook' ? later?.start : undefined;
  // Services that follow one another without a break are one opening, which ends when the last does.
  let until = end;
  for (const each of periods) {
    if (until === undefined) break;
    const joins = each.start <= until && (each.end ?? each.start + STARTED_FOR) > now;
    if (joins && (each.end === undefined || each.end > until)) until = each.end;
  }
  return until === undefined ? { state: 'started', kind, since: start, meal } : { state: 'open', kind, until, meal };
}

/** @param plans those of today and the days after it, as far as they were made */
function nextAfter(timetable: Timetable, today: string, now: number, plans: readonly DayPlan[]): Opening {
  const { slots, exceptions } = timetable;
  const known = weekIsKnown(timetable);
  let closure: Closure;
  let closedSoFar = true;
  const lastWritten = exceptions.reduce((last, { to }) => (to > last ? to : last), today);
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(today, ahead);
    // Without a week, only exceptions can bring anything.
    if (!known && day > lastWritten) break;
    const plan = plans[ahead] ?? planOf(timetable, day);
    const next = firstOf(plan, day, timetable.timezone, now);
    if (next && known) return { ...next, day, closure };
    if (next && !closure) return { state: 'unknown', doubt: undefined, announced: 'at' in next ? next.at : undefined };
    closedSoFar &&= plan.closure !== undefined && !next;
    if (closedSoFar && plan.closure) {
      closure = { ...(closure ?? plan.closure), to: ahead === HORIZON_DAYS ? plan.closure.to : day };
    }
  }
  const someday = slots.filter(({ day }) => day === undefined);
  if (closure === undefined && someday.length > 0) return { state: 'someday', slots: someday };
  if (known || closure) return { state: 'closed', closure };
  return { state: 'unknown', doubt: undefined, announced: undefined };
}

type Next = Pick<Extract<Opening, { state: 'opens' }>, 'state' | 'at' | 'kind' | 'doubt'>;
type Expected = Pick<Extract<Opening, { state: 'expected' }>, 'state' | 'service' | 'kind' | 'doubt'>;

/** The first service of a day that is still to come: what is sure first, then by hour; one eats rather than cooks. */
function firstOf(
  { periods, untimed }: DayPlan,
  day: string,
  timezone: string,
  now: number,
): Next | Expected | undefined {
  const timed = periods
    .filter(({ start }) => start > now)
    .map(({ start, kind, doubt }) => ({ order: start, next: { state: 'opens', at: start, kind, doubt } as const }));
  const expected = untimed
    .filter(({ service }) => instantOf(`${day}T${usualHours(service)[1]}`, timezone) > now)
    .map(({ service, kind, doubt }) => ({
      order: instantOf(`${day}T${usualHours(service)[0]}`, timezone),
      next: { state: 'expected', service, kind, doubt } as const,
    }));
  return [...timed, ...expected].sort(
    (a, b) =>
      Number(a.next.doubt !== undefined) - Number(b.next.doubt !== undefined) ||
      a.order - b.order ||
      Number(a.next.kind === 'cook') - Number(b.next.kind === 'cook'),
  )[0]?.next;
}
