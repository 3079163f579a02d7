import { deadlineState } from '#domain/deadlines.ts';
import { sayDeadline } from '#domain/deadline-words.ts';
import type { OpportunityRecord } from '../search/questions.ts';
import { planOf, startsOn } from '../seasons/backwards.ts';
import { roundsAhead } from '../seasons/rounds.ts';

/** When a call is answered, and when the work on it begins. Days are `YYYY-MM-DD`. */
export interface Due {
  /** Today for what should have begun; undefined for what is open without an end. */
  startsOn: string | undefined;
  /** The day is announced; otherwise it is the first of a usual month. */
  isAnnounced: boolean;
  /** What is left is less than half of the time that the work takes. */
  isShort: boolean;
  /** « Clôt dans 12 jours », « D’habitude en janvier ». */
  words: string;
}

/** What a call says of its dates and of its work. */
type Dated = Pick<OpportunityRecord, 'rhythm' | 'windows' | 'usualMonths' | 'asOf' | 'kind' | 'effort' | 'work'>;

/**
 * When to begin, by the same plan as the season’s; undefined for a call that cannot be counted upon: closed, without
 * date, read too long ago, or further than the season looks.
 */
export function dueOf(call: Dated, today: string): Due | undefined {
  const state = deadlineState(call, today);
  if (state.state === 'closed' || state.state === 'unknown' || state.state === 'stale') return undefined;
  const { words } = sayDeadline(state, today);
  const [round] = roundsAhead(call, today);
  const plan = round && planOf({ kind: call.kind, effort: call.effort, ...call.work }, round, today);
  if (plan) return { startsOn: startsOn(plan), isAnnounced: !plan.isUsual, isShort: plan.isShort, words };
  const hasNoEnd = state.state === 'permanent' || (state.state === 'open' && state.closesOn === undefined);
  return hasNoEnd ? { startsOn: undefined, isAnnounced: true, isShort: false, words } : undefined;
}
