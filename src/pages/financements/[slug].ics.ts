import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarResponse } from '#feeds/calendar.ts';
import { calendarOffer, opportunityCalendar } from '#funding/feeds/calendar.ts';
import type { ToldOpportunity } from '#funding/feeds/words.ts';
import { buildDay, toldWatch } from '#funding/feeds/feeds.ts';

interface Props {
  told: ToldOpportunity;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await toldWatch()).opportunities
    .filter(({ slug, opportunity }) => calendarOffer(slug, opportunity, buildDay()) !== undefined)
    .map((told) => ({
      params: { slug: told.slug },
      props: { told } satisfies Props,
      cacheKey: JSON.stringify([told, buildDay()]),
    }));

/** What is to come of an opportunity, to add to one's calendar. */
export const GET: APIRoute<Props> = ({ props: { told } }) => calendarResponse(opportunityCalendar(told, buildDay()));
