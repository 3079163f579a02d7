import { dayInFrance } from '#domain/days.ts';
import { deadlineRank, deadlineState } from '#domain/deadlines.ts';
import { monthOf } from '#domain/months.ts';
import { calendarOf } from '#funding/freshness.ts';
import { matchOpportunity, type Candidate } from '#funding/matching/matching.ts';
import type { AlertFrequency } from '#schemas/alerts.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { consider, considerGone, type Considered, type Moment } from './consider.ts';
import type { AlertState, Intent, Item, Memory } from './memory.ts';
import { passesFilter, type AlertFilter } from './filter.ts';
import { isClosed } from './news.ts';
import { withRenames, type Renames } from './renames.ts';
import { isDigestDue, nextDigestDay } from './schedule.ts';

/** Who asked for alerts. */
export interface Recipient {
  /** `cantines/lyon-vaise`, `reseau`: the name under which the state remembers it. */
  id: string;
  email: string;
  frequency: AlertFrequency;
  candidate: Candidate;
  filter: AlertFilter;
}

/** An opportunity that may be announced, by the slug of its entry. */
export interface PlannedOpportunity {
  slug: string;
  data: Opportunity;
}

/** One message to send; once it is accepted, its recipient knows `after`. */
export interface PlannedMail<R extends Recipient> {
  recipient: R;
  /** True for the first message: what can be answered now or soon, then only what is new. */
  first: boolean;
  /** The day of the last digest before this one. */
  since: string | undefined;
  /** What it tells, the nearest deadline first. */
  items: readonly Item[];
  after: Memory;
  /** The message of an earlier run, whose answer was lost: it goes again under the same identity. */
  again: Pick<Intent, 'messageId'> | undefined;
}

export interface Plan<R extends Recipient> {
  mails: readonly PlannedMail<R>[];
  /** The state before any message is accepted: what needs no message is already in it. */
  state: AlertState;
}

interface Planning<R extends Recipient> {
  now: Date;
  recipients: readonly R[];
  opportunities: readonly PlannedOpportunity[];
  state: AlertState;
  /** The entries that changed name since. */
  renames?: Renames | undefined;
}

/**
 * What to send now, and to whom. Days are those of mainland France. A run that comes late finds what was due since:
 * everything is told once, whatever the days on which runs happen.
 */
export function planMails<R extends Recipient>({
  now,
  recipients,
  opportunities,
  state,
  renames,
}: Planning<R>): Plan<R> {
  const today = dayInFrance(now);
  let next = renames ? withRenames(state, renames) : state;
  const mails = recipients.flatMap((recipient) => {
    // It would be told that nothing suits it any longer.
    if (recipient.candidate.status === 'closed') return [];
    const { memory, pending, ...rest } = next.recipients[recipient.id] ?? {};
    const again = pending && resent(recipient, pending, opportunities, today);
    const fresh = planOne(recipient, opportunities, pending?.after ?? memory, today);
    if (!again && fresh.items.length === 0) {
      // Nothing to say: what was looked at today is remembered at once.
      next = { ...next, recipients: { ...next.recipients, [recipient.id]: { ...rest, memory: fresh.after } } };
    }
    return [...(again ? [again] : []), ...(fresh.items.length > 0 ? [fresh] : [])];
  });
  return { mails, state: next };
}

/** The opportunities that a recipient may answer: those to hear of, and those that the filter leaves out. */
export function suiting<O extends PlannedOpportunity>(
  { candidate, filter }: Recipient,
  opportunities: readonly O[],
  today: string,
): { wanted: O[]; leftOut: O[] } {
  const suit = opportunities.filter(({ data }) => matchOpportunity(data, candidate, today).answer !== 'no');
  const { wanted = [], leftOut = [] } = Object.groupBy(suit, ({ data }) =>
    passesFilter(data, filter) ? 'wanted' : 'leftOut',
  );
  return { wanted, leftOut };
}

/** The same message again, without what is past or gone since; undefined when nothing of it is left. */
function resent<R extends Recipient>(
  recipient: R,
  { messageId, first, since, items, after }: Intent,
  opportunities: readonly PlannedOpportunity[],
  today: string,
): PlannedMail<R> | undefined {
  const suit = new Map(suiting(recipient, opportunities, today).wanted.map(({ slug, data }) => [slug, data]));
  const left = items.flatMap((item): Item[] => stillTrue(item, suit.get(item.slug), today));
  return left.length === 0 ? undefined : { recipient, first, since, items: left, after, again: { messageId } };
}

/** What is left to say of an item, by what its opportunity is now. */
function stillTrue(item: Item, data: Opportunity | undefined, today: string): Item[] {
  const isFarewell = item.changes.some(({ kind }) => kind === 'withdrawn');
  if (!data || isFarewell) return isFarewell && !data ? [item] : [];
  const reminders = item.reminders.filter((closesOn) => closesOn >= today);
  const ended = isClosed(deadlineState(calendarOf(data), today));
  const changes = item.changes.filter(({ kind }) => !ended || kind === 'closed' || kind === 'undated');
  const isEmpty = changes.length === 0 && reminders.length === 0 && item.round === undefined;
  return isEmpty ? [] : [{ ...item, changes, reminders }];
}

function planOne<R extends Recipient>(
  recipient: R,
  opportunities: readonly PlannedOpportunity[],
  memory: Memory | undefined,
  today: string,
): PlannedMail<R> {
  const moment = momentOf(recipient, memory, today);
  const considered = new Map<string, Considered>();
  const { wanted, leftOut } = suiting(recipient, opportunities, today);
  for (const { slug, data } of byDeadline(wanted, today)) {
    considered.set(slug, consider(slug, data, memory?.calls[slug], moment));
  }
  // What a filter leaves out is neither told nor forgotten: a wider one finds it where it was.
  for (const { slug } of leftOut) {
    const known = memory?.calls[slug];
    considered.set(slug, { leaves: false, told: known, untold: known });
  }
  for (const [slug, known] of Object.entries(memory?.calls ?? {})) {
    if (!considered.has(slug)) considered.set(slug, considerGone(slug, known, moment));
  }
  const leaves = [...considered.values()].some((each) => each.leaves);
  const after: Memory = { digestOn: moment.digest ? today : (memory?.digestOn ?? today), calls: {} };
  for (const [slug, { told, untold }] of considered) {
    const known = leaves ? told : untold;
    if (known) after.calls[slug] = known;
  }
  const items = leaves ? [...considered.values()].flatMap(({ item }) => item ?? []) : [];
  return { recipient, first: memory === undefined, since: memory?.digestOn, items, after, again: undefined };
}

function momentOf({ frequency }: Recipient, memory: Memory | undefined, today: string): Moment {
  const digest = memory === undefined || isDigestDue(frequency, memory.digestOn, today);
  return {
    today,
    memory,
    digest,
    monthly: memory === undefined || (digest && monthOf(memory.digestOn) < monthOf(today)),
    nextDigest: nextDigestDay(frequency, today),
  };
}

const byDeadline = (opportunities: readonly PlannedOpportunity[], today: string): PlannedOpportunity[] =>
  opportunities
    .map((each) => ({ each, rank: deadlineRank(deadlineState(calendarOf(each.data), today), today) }))
    .toSorted((a, b) => a.rank - b.rank || a.each.slug.localeCompare(b.each.slug, 'en'))
    .map(({ each }) => each);
