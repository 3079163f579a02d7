import { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#domain/days.ts';
import { writeCalendar, type PlainEvent } from '#feeds/calendar.ts';
import type { Revision } from '#content/history.ts';
import type { JointAnswer } from '#schemas/joint-answers.ts';

/** Calendars recognise an event by this: it never changes. */
const UID_DOMAIN = 'ensemble.lespetitescantines.org';

interface Day {
  /** Of the event, within its joint answer. */
  name: string;
  day: string;
  words: string;
}

/** The days to come of a joint answer: the last to join it, and those of its parts. */
export function daysToCome({ joinBy, title, status, parts }: JointAnswer, today: string): Day[] {
  const join =
    joinBy !== undefined && status === 'open'
      ? [{ name: 'rejoindre', day: joinBy, words: `Dernier jour pour rejoindre\u00a0: ${title}` }]
      : [];
  const tasks = parts.flatMap(({ what, dueOn }, rank) =>
    dueOn === undefined ? [] : [{ name: `part-${rank + 1}`, day: dueOn, words: `${what} (${title})` }],
  );
  return [...join, ...tasks].filter(({ day }) => day >= today).toSorted((a, b) => a.day.localeCompare(b.day));
}

/** Those days as a file to put into one’s own calendar. */
export function jointCalendar(
  { slug, page, answer, revision }: { slug: string; page: string; answer: JointAnswer; revision: Revision },
  today: string,
): string {
  const events = daysToCome(answer, today).map(({ name, day, words }): PlainEvent => ({
    id: `${slug}-${name}@${UID_DOMAIN}`,
    sequence: revision.sequence,
    stamp: new Date(revision.changedAt),
    lastModified: new Date(revision.changedAt),
    start: new Date(`${day}T00:00:00Z`),
    // The day after, as RFC 5545 (3.6.1) wants the end of a day: some programs show nothing without.
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary: words,
    description: `${answer.summary}\n${page}`,
    url: page,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: ICalEventStatus.CONFIRMED,
  }));
  return writeCalendar('Réponses communes', events);
}
