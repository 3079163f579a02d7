import { addDays, daysAfterMonday, lastDayOf } from '#domain/days.ts';
import { distanceKm, type Point } from '#domain/distance.ts';
import { instantOf } from '#domain/zones.ts';

/** What decides where a session stands at an instant, all in milliseconds since 1970. */
export interface SessionTimes {
  starts: number;
  ends: number;
  /** The first instant at which nobody may register any more. */
  closes: number;
}

type Status = 'scheduled' | 'full' | 'postponed' | 'cancelled';

/** What the list knows of a session. */
export interface ListedSession extends SessionTimes {
  slug: string;
  kind: string;
  status: Status;
  attendance: 'online' | 'onSite' | 'mixed';
  /** The INSEE code of the region where it takes place; undefined online, or when nobody wrote it. */
  region: string | undefined;
  /** Where it takes place; undefined online, or when nobody located it. */
  point?: Point | undefined;
}

/**
 * The instants of a session whose times are those of the clock on the wall of its zone. One registers until the end of
 * the last day, and in any case until the session begins.
 */
export function timesOf(session: {
  startsAt: string;
  endsAt: string;
  timezone: string;
  registration: { closesOn?: string | undefined };
}): SessionTimes {
  const { startsAt, endsAt, timezone, registration } = session;
  const starts = instantOf(startsAt, timezone);
  const { closesOn } = registration;
  const closes = closesOn ? Math.min(starts, instantOf(`${addDays(closesOn, 1)}T00:00`, timezone)) : starts;
  // A session in the hour that the clocks skip or repeat.
  return { starts, ends: Math.max(starts, instantOf(endsAt, timezone)), closes };
}

/** The last calendar day on which a session takes place: one that ends at midnight is over the day before. */
export function lastSessionDay({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const lastMinute = new Date(Date.parse(`${endsAt}Z`) - 60_000).toISOString().slice(0, 10);
  return lastMinute < startsAt ? startsAt.slice(0, 10) : lastMinute;
}

/** The days from one to another, both included; those of a session that spans several are all told. */
export function daysFrom(first: string, last: string): string[] {
  const days = [first];
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export type Phase = 'coming' | 'ongoing' | 'past';

/** A session has begun at its first instant and is past at its last one. */
export function phaseAt({ starts, ends }: Pick<SessionTimes, 'starts' | 'ends'>, now: number): Phase {
  if (now >= ends) return 'past';
  return now >= starts ? 'ongoing' : 'coming';
}

/** True when people will meet: a postponed session has no date yet, a cancelled one no more. */
export const takesPlace = ({ status }: { status: Status }): boolean => status === 'scheduled' || status === 'full';

/** The first session to come or under way that takes place; undefined when none is announced. */
export function nextSession<S extends SessionTimes & { status: Status }>(
  sessions: readonly S[],
  now: number,
): S | undefined {
  return sessions
    .filter((session) => takesPlace(session) && phaseAt(session, now) !== 'past')
    .sort((a, b) => a.starts - b.starts)[0];
}

/** Why one may ask for a seat at an instant, or not; what concerns the whole session comes first. */
export type SeatState = 'cancelled' | 'past' | 'postponed' | 'ongoing' | 'full' | 'closed' | 'open';

export function seatsAt(session: SessionTimes & { status: Status }, now: number): SeatState {
  const phase = phaseAt(session, now);
  if (session.status === 'cancelled') return 'cancelled';
  if (phase === 'past') return 'past';
  if (session.status === 'postponed') return 'postponed';
  if (phase === 'ongoing') return 'ongoing';
  if (session.status === 'full') return 'full';
  return now >= session.closes ? 'closed' : 'open';
}

/** Sessions under the month in which they begin where they take place, `2027-01` first; the order within is kept. */
export function byMonth<S extends { startsAt: string }>(sessions: readonly S[]): { month: string; sessions: S[] }[] {
  return [...Map.groupBy(sessions, ({ startsAt }) => startsAt.slice(0, 7))]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([month, group]) => ({ month, sessions: group }));
}

/** The weeks of a month, Monday first, as days of the month; 0 where the week belongs to another month. */
export function weeksOf(month: string): number[][] {
  const before = daysAfterMonday(`${month}-01`);
  const days = Number(lastDayOf(month).slice(8));
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, index) => {
    const day = index - before + 1;
    return day >= 1 && day <= days ? day : 0;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What the cantines and the network's team live together. */
const COLLECTIVE = [
  'visio',
  'visite-en-cantine',
  'journee-strategique',
  'seminaire',
  'temps-collectif',
  'formation-cantines',
] as const;

export const isCollective = (kind: string): boolean => (COLLECTIVE as readonly string[]).includes(kind);

/** Whom each kind of session is for; the names are those of the address bar. */
export const VISITORS = {
  'porteurs-de-projet': { label: 'J’ai envie d’ouvrir une cantine', kinds: ['ca-mijote', 'portes-ouvertes'] },
  voisins: { label: 'Je viens du quartier', kinds: ['portes-ouvertes'] },
  cantines: { label: 'Je suis d’une cantine', kinds: COLLECTIVE },
  restauration: { label: 'Je travaille dans la restauration', kinds: ['formation-restauration'] },
} as const satisfies Record<string, { label: string; kinds: readonly string[] }>;

export const PLACES = { 'en-ligne': 'En ligne', 'sur-place': 'Sur place' } as const;

/** What a visitor asks of the list; undefined asks nothing. */
export interface SessionFilter {
  kind: string | undefined;
  visitor: keyof typeof VISITORS | undefined;
  place: keyof typeof PLACES | undefined;
  region: string | undefined;
  /** A place near which the session is, when it is not online. */
  near?: Point | undefined;
}

/** An hour by road, about: further, one rather follows online. */
const NEAR_KM = 60;

/** How far a session is from a place, in kilometres; undefined online, or when nobody located it. */
export const kilometresTo = ({ point, attendance }: ListedSession, near: Point): number | undefined =>
  point && attendance !== 'online' ? distanceKm(point, near) : undefined;

export const NO_FILTER: SessionFilter = { kind: undefined, visitor: undefined, place: undefined, region: undefined };

/** A session both on site and online answers either; one that can be followed online is near everyone. */
export function suitsFilter(session: ListedSession, { kind, visitor, place, region, near }: SessionFilter): boolean {
  const kinds: readonly string[] | undefined = visitor && VISITORS[visitor].kinds;
  return (
    (kind === undefined || session.kind === kind) &&
    (kinds === undefined || kinds.includes(session.kind)) &&
    (place === undefined || session.attendance !== (place === 'en-ligne' ? 'onSite' : 'online')) &&
    (region === undefined || session.region === region) &&
    (near === undefined ||
      (session.attendance !== 'onSite' && place !== 'sur-place') ||
      (kilometresTo(session, near) ?? Infinity) <= NEAR_KM)
  );
}

/** What the address bar says of the list; what it does not understand is left out. */
export interface SessionSearch extends SessionFilter {
  view: 'list' | 'month';
  /** The month that the calendar shows, `2027-05`; undefined shows that of the next session. */
  month: string | undefined;
  /** What names the place of `near`. */
  town?: string | undefined;
}

const known = <T extends object>(options: T, value: string | null): keyof T | undefined =>
  value !== null && Object.hasOwn(options, value) ? (value as keyof T) : undefined;

/** @param offered the kinds and regions of the list, by name or code */
export function readSessionSearch(
  params: URLSearchParams,
  offered: { kinds: readonly string[]; regions: readonly string[] },
): SessionSearch {
  const kind = params.get('type');
  const region = params.get('region');
  const month = params.get('mois') ?? '';
  return {
    kind: kind !== null && offered.kinds.includes(kind) ? kind : undefined,
    visitor: known(VISITORS, params.get('pour')),
    place: known(PLACES, params.get('ou')),
    region: region !== null && offered.regions.includes(region) ? region : undefined,
    view: params.get('vue') === 'mois' ? 'month' : 'list',
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    town: params.get('lieu')?.trim().slice(0, 100) || undefined,
  };
}

export function writeSessionSearch(search: SessionSearch): URLSearchParams {
  const { kind, visitor, place, region, view, month, town } = search;
  const params = new URLSearchParams();
  if (town) params.set('lieu', town);
  if (kind) params.set('type', kind);
  if (visitor) params.set('pour', visitor);
  if (place) params.set('ou', place);
  if (region) params.set('region', region);
  if (view === 'month') params.set('vue', 'mois');
  if (view === 'month' && month) params.set('mois', month);
  return params;
}
