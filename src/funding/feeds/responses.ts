import { site } from '#site.ts';
import { atomResponse } from '#feeds/atom.ts';
import { calendarResponse } from '#feeds/calendar.ts';
import { deadlinesCalendar } from './calendar.ts';
import { fundingAtom } from './news.ts';
import { buildDay, toldWatch, type ChosenFeed } from './feeds.ts';

const heldBy = async ({ choose }: ChosenFeed) => choose(await toldWatch());

/** The calendar of a feed. */
export async function deadlinesResponse(feed: ChosenFeed): Promise<Response> {
  const identity = { name: feed.name, source: `${site.url + feed.path}.ics`, url: site.url + feed.pagePath };
  return calendarResponse(deadlinesCalendar(await heldBy(feed), buildDay(), identity));
}

/** The news of a feed. */
export const newsResponse = async (feed: ChosenFeed): Promise<Response> =>
  atomResponse(fundingAtom(feed, await heldBy(feed), site.url));
