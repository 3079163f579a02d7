import { parseAtomFeed } from 'feedsmith';
import { addDays } from '#domain/days.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { logOf, type LoggedChange } from '#funding/changes/log.ts';
import { withdrawnOf } from '#funding/changes/withdrawn.ts';
import { digestOf } from '#funding/digest/digest.ts';
import { namedOpportunities } from '#funding/digest/named.ts';
import { deadlinesCalendar } from '#funding/feeds/calendar.ts';
import { fundingAtom } from '#funding/feeds/news.ts';
import { toldChanges } from '#funding/feeds/told-changes.ts';
import type { ToldOpportunity } from '#funding/feeds/words.ts';
import type { Data } from './entries.ts';
import { deadlinesByIcalJs, type ReadDeadline } from './deadlines.ts';
import { YEAR, YEAR_OF_CHANGES, type YearChange } from './year-of-changes.ts';
import { nightsOf, type Night } from './year-of-mails.ts';

/** What a site of the year holds on a day, as feed readers, calendar programs and the sender of the letter find it. */
interface SiteOfDay {
  day: string;
  /** The names of the entries of the feed. */
  feed: readonly string[];
  calendar: readonly ReadDeadline[];
  /** On the first of a month, `slug kind day` of what its letter tells. */
  letter: readonly string[] | undefined;
}

const SITE = 'https://www.exemple.org';
const FEED = { path: '/financements', label: 'Tous', name: 'Financements', pagePath: '/financements/' };
const TAG = 'tag:lespetitescantines.org,2026:financements/';

/** The nights on which something may be told: those around each change, and the first of each month. */
export const isTelling = (day: string): boolean =>
  day.endsWith('-01') || YEAR_OF_CHANGES.some(({ on }) => on === day || addDays(on, 1) === day);

/** The site of each night of the year, or of some of them. */
export function siteOfYear(first: ReadonlyMap<string, Data>, isAsked = (_day: string) => true): SiteOfDay[] {
  let read: { of: Night['files']; log: LoggedChange[]; gone: ToldOpportunity[] } | undefined;
  return [...nightsOf(first)].flatMap((night) => {
    const { day, files } = night;
    if (!isAsked(day)) return [];
    if (read?.of !== files) {
      const reading = { redirects: night.redirects, live: false };
      const gone = withdrawnOf(files, reading).map((each) => toldAs(each.slug, each.opportunity, files));
      read = { of: files, log: logOf(files, reading), gone };
    }
    const told = night.opportunities.map(({ slug, data }) => toldAs(slug, data, files));
    const atom = parseAtomFeed(fundingAtom(FEED, toldChanges([...told, ...read.gone], read.log, day), SITE));
    const identity = { name: FEED.name, source: `${SITE}/financements.ics`, url: SITE };
    return {
      day,
      feed: (atom.entries ?? []).map(({ id = '' }) => id.slice(TAG.length)),
      calendar: deadlinesByIcalJs(deadlinesCalendar(told, day, identity, 'all')),
      letter: day.endsWith('-01') ? letterOf(told, read.log, monthOf(day)) : undefined,
    };
  });
}

const toldAs = (slug: string, opportunity: ToldOpportunity['opportunity'], files: Night['files']): ToldOpportunity => {
  const versions = files.get(`${slug}.md`) ?? [];
  const changedAt = Date.parse(`${versions.at(-1)?.on ?? YEAR.from}T12:00:00Z`);
  const revision = { changedAt, sequence: versions.length };
  return { slug, opportunity, page: `${SITE}/financements/${slug}/`, funder: undefined, revision, reasons: [] };
};

function letterOf(told: readonly ToldOpportunity[], log: readonly LoggedChange[], month: string): string[] {
  const named = namedOpportunities(told, log, { changesPage: SITE, firstDay: () => undefined });
  const slugs = new Map(named.map((each, index) => [each, told[index]?.slug ?? slugOfTitle(log, each.title)]));
  const { fresh, idle, changed, returning } = digestOf(named, month);
  return [
    ...[...fresh, ...idle].map((each) => `${slugs.get(each)} new ${each.firstSeen}`),
    ...returning.map((each) => `${slugs.get(each)} habit ${month}`),
    ...changed.flatMap(({ opportunity, changes }) =>
      changes.map(({ kind, on }) => `${slugs.get(opportunity)} ${kind} ${on}`),
    ),
  ];
}

const slugOfTitle = (log: readonly LoggedChange[], title: string) => log.find((each) => each.title === title)?.slug;

/** When a channel told of a change; « · » when it has nothing to tell of it. */
export interface ToldOn {
  days: readonly string[];
  /** The last day on which it is in time. */
  latest: string;
}

/** The days on which each channel of the site told of a change; undefined where it has nothing to tell. */
export const SITE_CHANNELS: Readonly<
  Record<'flux' | 'lettre' | 'agenda', (change: YearChange, year: readonly SiteOfDay[]) => ToldOn | undefined>
> = { flux: byFeed, lettre: byLetter, agenda: byCalendar };

function byFeed({ on, slug, tells }: YearChange, year: readonly SiteOfDay[]): ToldOn | undefined {
  if (tells === 'habit') return undefined;
  const isOfChange = (id: string) => (tells === 'new' ? id === slug : id.startsWith(`${slug}/${on}/${tells}`));
  const ids = new Set(year.flatMap(({ feed }) => feed.filter(isOfChange)));
  const days = [...ids].flatMap((id) => year.find(({ feed }) => feed.includes(id))?.day ?? []);
  return { days, latest: addDays(on, 1) };
}

/**
 * The letter of the month after, which tells what is new with its dates as they are; a habit, that of the month in which
 * it opens.
 */
function byLetter({ on, slug, tells }: YearChange, year: readonly SiteOfDay[]): ToldOn | undefined {
  const letters = year.filter(({ letter }) => letter !== undefined);
  const month = addToMonth(monthOf(on), 1);
  if (`${month}-01` > YEAR.to) return undefined;
  const isOfChange = (line: string) =>
    line.startsWith(`${slug} new ${monthOf(on)}`) ||
    (line.startsWith(`${slug} ${tells} `) && (tells === 'habit' || line.endsWith(on)));
  const days = letters.filter(({ day, letter }) => day > on && letter?.some(isOfChange)).map(({ day }) => day);
  return { days, latest: tells === 'habit' ? (days[0] ?? on) : `${month}-01` };
}

/** What the calendar says of an opportunity is another thing from the night on; once, under one name each. */
function byCalendar({ on, slug, tells }: YearChange, year: readonly SiteOfDay[]): ToldOn | undefined {
  const eventsOn = (night: string) =>
    (year.find(({ day }) => day === night)?.calendar ?? [])
      .filter(({ uid }) => uid.split(/[.@]/)[0] === slug)
      .map(({ uid, day, status }) => `${uid} ${day} ${status}`)
      .toSorted();
  const before = eventsOn(on);
  const after = eventsOn(addDays(on, 1));
  if (before.length + after.length === 0) return undefined;
  const isChanged = JSON.stringify(before) !== JSON.stringify(after);
  if (!isChanged && tells === 'withdrawn') return undefined;
  const names = after.map((event) => event.split(' ')[0]);
  const isDoubled = new Set(names).size < names.length || new Set(after.map(dayAndWhat)).size < after.length;
  const next = addDays(on, 1);
  return { days: isChanged ? (isDoubled ? [next, next] : [next]) : [], latest: next };
}

const dayAndWhat = (event: string): string => {
  const [uid = '', day = ''] = event.split(' ');
  return `${day} ${uid.includes('.ouverture@')}`;
};
