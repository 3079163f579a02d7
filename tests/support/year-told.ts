import { addDays } from '#domain/days.ts';
import { candidateOf, NETWORK } from '#funding/matching/candidates.ts';
import { matchOpportunity } from '#funding/matching/matching.ts';
import type { MailRecipient } from '#jobs/alerts/content.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import type { Data } from './entries.ts';
import { recipientOf } from './correspondence.ts';
import { YEAR, YEAR_OF_CHANGES, type YearChange } from './year-of-changes.ts';
import { MISSED_NIGHTS, nightsOf, REFUSED, type Delivered } from './year-of-mails.ts';

/** Who follows the year: every week and every month, the network, and a team that prepares a cantine. */
export const FOLLOWERS: readonly MailRecipient[] = [
  follower('Bruz', 'weekly', { status: 'open', commune: '35047' }),
  follower('Lyon Vaise', 'monthly', { status: 'open', commune: '69389' }),
  follower('Montpellier', 'weekly', { status: 'preparing', commune: '34172' }),
  { ...recipientOf('monthly', 'reseau'), name: 'le réseau', candidate: NETWORK },
];

function follower(
  name: string,
  frequency: MailRecipient['frequency'],
  facts: Pick<Cantine, 'status' | 'commune'>,
): MailRecipient {
  const id = `cantines/${name.toLowerCase().replace(' ', '-')}`;
  return { ...recipientOf(frequency, id), name, candidate: candidateOf({ openedOn: undefined, ...facts }) };
}

/** What one recipient is to hear of a change, and by when; `night` at the latest, when a run reaches it. */
export interface Expected {
  change: YearChange;
  recipient: MailRecipient;
  slug: string;
  kind: YearChange['tells'];
  latest: string;
}

/** The slug by which an opportunity is known on a day. */
export const slugOn = (slug: string, day: string): string =>
  YEAR_OF_CHANGES.find((each) => each.slug === slug && each.becomes !== undefined && each.on < day)?.becomes ?? slug;

/** The first night on or after a day that reaches a recipient. */
function reached({ id }: MailRecipient, from: string): string {
  let day = from;
  while (MISSED_NIGHTS.has(day) || (id === REFUSED.id && REFUSED.nights.has(day))) day = addDays(day, 1);
  return day;
}

const isDigestDay = ({ frequency }: MailRecipient, day: string): boolean =>
  frequency === 'monthly' ? day.endsWith('-01') : new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

function digestFrom(recipient: MailRecipient, from: string): string {
  let day = from;
  while (!isDigestDay(recipient, day)) day = addDays(day, 1);
  return reached(recipient, day);
}

/** The first month of a habit is told the month before. */
function habitFrom(entry: Opportunity, on: string): string {
  const month = Number(entry.usualMonths.opens[0] ?? entry.usualMonths.closes[0]);
  const first = `${on.slice(0, 4)}-${String(month - 1).padStart(2, '0')}-01`;
  return first > on ? first : on;
}

/** By change, whom it concerns and until when it may be told, without asking the mails. */
export function expectedOf(first: ReadonlyMap<string, Data>): Expected[] {
  const shown = new Map([...nightsOf(first)].map(({ day, opportunities }) => [day, opportunities]));
  const entryOn = (slug: string, day: string) => shown.get(day)?.find((each) => each.slug === slug)?.data;
  return YEAR_OF_CHANGES.flatMap((change) => {
    const { on, tells, by, slug } = change;
    const after = addDays(on, 1);
    const entry = tells === 'withdrawn' ? entryOn(slug, on) : entryOn(slugOn(slug, after), after);
    if (!entry || tells === 'nothing') return [];
    return FOLLOWERS.filter(({ candidate }) => matchOpportunity(entry, candidate, after).answer !== 'no').map(
      (recipient): Expected => ({
        change,
        recipient,
        slug: slugOn(slug, after),
        kind: tells,
        latest:
          by === 'along'
            ? YEAR.to
            : by === 'night'
              ? reached(recipient, after)
              : digestFrom(recipient, tells === 'habit' ? habitFrom(entry, after) : after),
      }),
    );
  });
}

/** The days on which a recipient was told of a change. */
export function toldOn(expected: Expected, delivered: readonly Delivered[], until: string): string[] {
  const { change, recipient, slug, kind } = expected;
  return delivered
    .filter((mail) => mail.recipient === recipient.id && mail.on > change.on && mail.on <= until)
    .filter(({ items }) =>
      items.some(
        (item) =>
          item.slug === slug &&
          (kind === 'habit' ? item.round !== undefined : item.changes.some((each) => each.kind === kind)),
      ),
    )
    .map(({ on }) => on);
}
