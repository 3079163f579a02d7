import { site } from '#site.ts';
import { atomResponse } from '#feeds/atom.ts';
import { calendarResponse } from '#feeds/calendar.ts';
import { deadlinesCalendar, type CalendarScope } from './calendar.ts';
import { calendarIn } from './calendars.ts';
import { fundingAtom } from './news.ts';
import { buildDay, newsOf, toldWatch, type ChosenFeed } from './feeds.ts';

const heldBy = async ({ choose }: ChosenFeed) => choose(await toldWatch());

/** One of the two calendars of a feed. */
export async function deadlinesResponse(feed: ChosenFeed, scope: CalendarScope): Promise<Response> {
  const { name, path } = calendarIn(feed, scope);
  const identity = { name, source: site.url + path, url: site.url + feed.pagePath };
  return calendarResponse(deadlinesCalendar(await heldBy(feed), buildDay(), identity, scope));
}

/** The news of a feed. */
export const newsResponse = async (feed: ChosenFeed): Promise<Response> =>
  atomResponse(fundingAtom(feed, await newsOf(feed), site.url));
