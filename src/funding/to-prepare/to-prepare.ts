import { daysBetween } from '#domain/days.ts';
import { matchOpportunity, type Candidate, type Match } from '../matching/matching.ts';
import { trusted } from '../matching/profile.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { dueOf, type Due } from './due.ts';
import { meets } from './needs.ts';

/** A call to prepare, and what speaks for it. */
export interface ToPrepare {
  record: OpportunityRecord;
  match: Match;
  due: Due;
  /** Whether it pays something that the cantine looks for; undefined when it did not say. */
  isNeeded: boolean | undefined;
  /** Other cantines that had it. */
  sisters: readonly string[];
}

/** A candidate that has a name among the cantines: it is not its own sister. */
export type Asking = Candidate & { slug?: string | undefined };

/** How many to prepare at once: more are not prepared. */
const MOST = 3;

/** Days of work, by declared effort; what nobody said is taken as the middle one. */
const DAYS: Readonly<Record<string, number>> = { light: 1, medium: 4, heavy: 15 };

/**
 * The three calls whose work is best begun now: those that fit and that can be counted upon, by what a day of work on
 * them may bring, soon, for what the cantine looks for.
 * @param today `YYYY-MM-DD`, in France
 */
export function toPrepare(records: readonly OpportunityRecord[], candidate: Asking, today: string): ToPrepare[] {
  const scored = records.flatMap((record) => {
    const match = matchOpportunity(record, candidate, today);
    const due = match.answer === 'no' ? undefined : dueOf(record, today);
    if (!due) return [];
    const needs = trusted(candidate.profile, today).needs ?? [];
    const isNeeded = needs.length === 0 ? undefined : needs.some((need) => meets(need, record));
    const sisters = record.supported.flatMap(({ slug, title }) => (slug === candidate.slug ? [] : title));
    const each: ToPrepare = { record, match, due, isNeeded, sisters };
    return { each, score: scoreOf(each, candidate, today) };
  });
  return scored
    .sort((a, b) => b.score - a.score || a.each.record.title.localeCompare(b.each.record.title, 'fr'))
    .slice(0, MOST)
    .map(({ each }) => each);
}

function scoreOf({ record, match, due, isNeeded, sisters }: ToPrepare, candidate: Asking, today: string): number {
  const fit = match.answer === 'yes' ? 1 : 0.7 ** doubtsOf(match);
  const need = isNeeded === undefined ? 1 : isNeeded ? 1.5 : 0.5;
  return fit * need * timeliness(due, today) * worth(record, candidate, today) * (sisters.length > 0 ? 1.3 : 1);
}

const doubtsOf = ({ reasons }: Match): number => reasons.filter(({ answer }) => answer === 'maybe').length;

/** What is to begin now comes before what may wait; what is already short, and what has no end, come after. */
function timeliness({ startsOn, isShort, isAnnounced }: Due, today: string): number {
  if (startsOn === undefined) return 0.5;
  if (isShort) return 0.4;
  const wait = daysBetween(today, startsOn);
  const soon = wait <= 31 ? 1 : wait <= 62 ? 0.7 : 0.2;
  return isAnnounced ? soon : soon * 0.9;
}

/**
 * What a day of work may bring, from 0 to 1: nobody asks a funder for more than the year costs, and a loan is given
 * back.
 */
function worth({ kind, amounts, effort }: OpportunityRecord, candidate: Asking, today: string): number {
  if (kind === 'pret' || kind === 'garantie') return 0.4;
  const most = amounts.max ?? amounts.min;
  if (most === undefined) return 0.5;
  const { budget = Infinity } = trusted(candidate.profile, today);
  const euros = Math.min(most, budget) / (DAYS[effort ?? 'medium'] ?? 4);
  return Math.min(1, Math.max(0.2, Math.log10(1 + euros) / 4.5));
}
