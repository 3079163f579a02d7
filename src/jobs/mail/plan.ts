import { dayInFrance, daysBetween } from '#domain/days.ts';
import { deadlineRank, deadlineState, type Calendar } from '#domain/deadlines.ts';
import { matchOpportunity, type OpportunityTerms, type Candidate } from '#funding/matching/matching.ts';
import type { AlertFrequency } from '#schemas/alerts.ts';
import { isDigestDue } from './schedule.ts';
import type { Intent, Item, Known, Memory, AlertState } from './state.ts';

/** Who asked for alerts. */
export interface Recipient {
  /** `cantines/lyon-vaise`, `reseau`: the name under which the state remembers it. */
  id: string;
  email: string;
  frequency: AlertFrequency;
  candidate: Candidate;
}

/** An opportunity that may be announced, by the slug of its entry. */
export interface PlannedOpportunity {
  slug: string;
  data: OpportunityTerms & Calendar;
}

/** One message to send; once it is accepted, its recipient knows `after`. */
export interface PlannedMail<R extends Recipient> {
  recipient: R;
  /** True for the first message: all that can be answered now, then only what is new. */
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
}

const REMINDER_DAYS = 14;

/**
 * What to send now, and to whom. Days are those of mainland France. A run that comes late finds what was due since:
 * everything is told once, whatever the days on which runs happen.
 */
export function planMails<R extends Recipient>({ now, recipients, opportunities, state }: Planning<R>): Plan<R> {
  const today = dayInFrance(now);
  let next = state;
  const mails = recipients.flatMap((recipient) => {
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

/** The same message again, without what is past or gone since; undefined when nothing of it is left. */
function resent<R extends Recipient>(
  recipient: R,
  { messageId, first, since, items, after }: Intent,
  opportunities: readonly PlannedOpportunity[],
  today: string,
): PlannedMail<R> | undefined {
  const left = items.flatMap((item): Item[] => {
    const opportunity = opportunities.find(({ slug }) => slug === item.slug);
    if (!opportunity || matchOpportunity(opportunity.data, recipient.candidate, today).answer === 'no') return [];
    if (availability(opportunity.data, today) === 'closed') return [];
    const reminders = item.reminders.filter((closesOn) => closesOn >= today);
    return item.news === undefined && reminders.length === 0 ? [] : [{ ...item, reminders }];
  });
  return left.length === 0 ? undefined : { recipient, first, since, items: left, after, again: { messageId } };
}

function planOne<R extends Recipient>(
  recipient: R,
  opportunities: readonly PlannedOpportunity[],
  memory: Memory | undefined,
  today: string,
): PlannedMail<R> {
  const digest = memory === undefined || isDigestDue(recipient.frequency, memory.digestOn, today);
  const after: Memory = { digestOn: digest ? today : memory.digestOn, calls: { ...memory?.calls } };
  const ranked = opportunities
    .filter(({ data }) => matchOpportunity(data, recipient.candidate, today).answer !== 'no')
    .map((opportunity) => ({ ...opportunity, rank: deadlineRank(deadlineState(opportunity.data, today), today) }))
    .toSorted((a, b) => a.rank - b.rank || a.slug.localeCompare(b.slug, 'en'));
  const items: Item[] = [];
  for (const { slug, data } of ranked) {
    const { item, known } = consider(slug, data, memory?.calls[slug], { today, digest, first: memory === undefined });
    if (known) after.calls[slug] = known;
    if (item) items.push(item);
  }
  return { recipient, first: memory === undefined, since: memory?.digestOn, items, after, again: undefined };
}

interface Moment {
  today: string;
  digest: boolean;
  first: boolean;
}

/**
 * What to tell of one opportunity, and what is known of it afterwards (undefined: nothing yet, it waits for the
 * digest).
 */
function consider(
  slug: string,
  data: PlannedOpportunity['data'],
  before: Known | undefined,
  { today, digest, first }: Moment,
): { item?: Item; known?: Known | undefined } {
  const ahead = data.windows.flatMap(({ closesOn }) => (closesOn !== undefined && closesOn >= today ? closesOn : []));
  const until = latestDay(data);
  const told = before?.reminded?.filter((closesOn) => closesOn >= today) ?? [];
  const reminders = [...new Set(ahead)]
    .filter((closesOn) => daysBetween(today, closesOn) <= REMINDER_DAYS && !told.includes(closesOn))
    .toSorted();
  const fresh = newsOf(data, before, today, first);
  // A deadline does not wait for the digest, and an opportunity is announced with its first reminder.
  const news = digest || reminders.length > 0 ? fresh : undefined;
  const reminded = [...told, ...reminders];
  const known: Known = {
    told: before?.told === true || news !== undefined,
    // Dates that are news stay so until they are told.
    ...untilOf(fresh === 'dates' && news === undefined ? before?.until : (until ?? before?.until)),
    ...(reminded.length > 0 ? { reminded } : {}),
  };
  if (news === undefined && reminders.length === 0) {
    return { known: before !== undefined || digest ? known : undefined };
  }
  return { item: { slug, ...(news ? { news } : {}), reminders }, known };
}

const untilOf = (until: string | undefined) => (until === undefined ? {} : { until });

/** The last day that an opportunity names. */
const latestDay = ({ windows }: Calendar): string | undefined =>
  windows
    .flatMap(({ opensOn, closesOn }) => closesOn ?? opensOn ?? [])
    .toSorted()
    .at(-1);

/** Why an opportunity would be news today; undefined when it is already known, or cannot be answered. */
function newsOf(data: Calendar, before: Known | undefined, today: string, first: boolean): Item['news'] {
  const state = availability(data, today);
  if (state === 'closed') return undefined;
  if (before === undefined) return first && state === 'unknown' ? undefined : 'new';
  if (state === 'unknown') return undefined;
  if (!before.told) return 'dates';
  const { until } = before;
  return until !== undefined && until < today && (latestDay(data) ?? '') > until ? 'dates' : undefined;
}

/** Whether an opportunity can be answered, as far as its dates say. */
function availability(data: Calendar, today: string): 'answerable' | 'closed' | 'unknown' {
  const state = deadlineState(data, today);
  if (state.state === 'unknown' || state.state === 'closed') return state.state;
  if (state.state !== 'usual' && state.state !== 'stale') return 'answerable';
  return state.closedOn === undefined ? 'unknown' : 'closed';
}
