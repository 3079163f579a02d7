import type { APIRoute, GetStaticPaths } from 'astro';
import { revisionOf } from '#content/history.ts';
import { calendarResponse } from '#feeds/calendar.ts';
import { historyOf } from '#feeds/file-history.ts';
import { buildDay } from '#funding/feeds/feeds.ts';
import { daysToCome, jointCalendar } from '#funding/together/calendar.ts';
import { jointAnswers, type ToldJointAnswer } from '#funding/together/told.ts';
import { site } from '#site.ts';

interface Props {
  told: ToldJointAnswer;
}

export const getStaticPaths: GetStaticPaths = async () =>
  (await jointAnswers())
    .filter(({ answer }) => daysToCome(answer, buildDay()).length > 0)
    .map((told) => ({ params: { slug: told.slug }, props: { told } satisfies Props }));

/** The days to come of a joint answer, to put into one’s calendar. */
export const GET: APIRoute<Props> = ({ props: { told } }) => {
  const { slug, path, answer } = told;
  const revision = revisionOf(answer, [historyOf('joint-answers', slug)]);
  return calendarResponse(jointCalendar({ slug, page: site.url + path, answer, revision }, buildDay()));
};
