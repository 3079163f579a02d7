import type { CollectionEntry } from 'astro:content';
import { entriesOf, entryNamed } from '#content/entries.ts';
import { revisionOf } from '#content/history.ts';
import { entryPath } from '#content/routes.ts';
import { SESSION_KINDS, type Session } from '#schemas/sessions.ts';
import { site } from '#site.ts';
import { calendarResponse } from '#feeds/calendar.ts';
import { historyOf } from '#feeds/file-history.ts';
import { sessionsCalendar } from './calendar.ts';
import { regionsByName } from '#places/territories.ts';
import { regionOf } from '../region.ts';
import { isCollective } from '../search.ts';
import type { ToldSession } from './words.ts';

/** A session as calendars and news tell it. */
export async function toldSession(entry: CollectionEntry<'sessions'>): Promise<ToldSession> {
  const cantine = await entryNamed('cantines', entry.data.cantine);
  return {
    slug: entry.id,
    session: entry.data,
    page: site.url + entryPath('sessions', entry.id),
    cantine: cantine?.data,
    region: regionOf(entry.data, cantine?.data),
    // The cantine's address is in the event: its corrections reach the calendars too.
    revision: revisionOf(entry.data, [historyOf('sessions', entry.id), cantine && historyOf('cantines', cantine.id)]),
  };
}

/** The sessions to show, as calendars and news tell them. */
export async function toldSessions(): Promise<ToldSession[]> {
  return Promise.all((await entriesOf('sessions')).map(toldSession));
}

/** A calendar to subscribe to. */
export interface SessionFeed {
  /** The site's path. */
  path: string;
  /** What is in it, among the others: `Ça mijote`, `Grand Est`. */
  label: string;
  /** What calendar programs call it. */
  name: string;
  holds: (told: ToldSession) => boolean;
}

const ORGANISER = 'Les Petites Cantines';

export const ALL_SESSIONS: SessionFeed = {
  path: '/sessions.ics',
  label: 'Toutes les sessions',
  name: `${ORGANISER} – Sessions`,
  holds: () => true,
};

/** One calendar for each kind of session. */
export function sessionKindFeeds(): (SessionFeed & { kind: Session['kind'] })[] {
  return (Object.keys(SESSION_KINDS) as Session['kind'][]).map((kind) => ({
    kind,
    path: `/sessions/type/${kind}.ics`,
    label: SESSION_KINDS[kind],
    name: `${ORGANISER} – ${SESSION_KINDS[kind]}`,
    holds: ({ session }) => session.kind === kind,
  }));
}

/** What the cantines and the network's team live together, in one calendar. */
export const COLLECTIVE_SESSIONS: SessionFeed = {
  path: '/sessions/type/vie-du-reseau.ics',
  label: 'La vie du réseau',
  name: `${ORGANISER} – La vie du réseau`,
  holds: ({ session }) => isCollective(session.kind),
};

/** One calendar for each region: what takes place there, and what can be followed online from there. */
export function sessionRegionFeeds(): (SessionFeed & { code: string })[] {
  return regionsByName().map(({ code, name }) => ({
    code,
    path: `/sessions/region/${code}.ics`,
    label: name,
    name: `${ORGANISER} – ${name}`,
    holds: ({ session, region }) => session.attendance !== 'onSite' || region === code,
  }));
}

/** The file of a calendar to subscribe to. */
export async function feedResponse({ path, name, holds }: SessionFeed): Promise<Response> {
  const sessions = (await toldSessions()).filter(holds);
  return calendarResponse(sessionsCalendar(sessions, { name, source: site.url + path, url: `${site.url}/sessions/` }));
}
