import { addDays } from '#domain/days.ts';
import { deadlineState, type Calendar } from '#domain/deadlines.ts';
import { sayDeadline } from '#domain/deadline-words.ts';

/** Days of the calendar that a team of volunteers takes before it files, by declared effort: our estimate. */
const WORK: Readonly<Record<string, number>> = { light: 7, medium: 28, heavy: 56 };

/** When a call is answered, and when the work on it begins. Days are `YYYY-MM-DD`. */
export interface Due {
  /** Undefined for what is open without an end. */
  startsOn: string | undefined;
  /** The day is announced; otherwise it is the first of a usual month. */
  isAnnounced: boolean;
  /** What is left is less than half of the time that the work takes. */
  isShort: boolean;
  /** « Clôt dans 12 jours », « D’habitude en janvier ». */
  words: string;
}

/**
 * When to begin, from the deadline that is announced or usual; undefined for a call that cannot be counted upon: closed,
 * without date, or read too long ago.
 */
export function dueOf(call: Calendar & { effort: string | undefined }, today: string): Due | undefined {
  const state = deadlineState(call, today);
  const { words } = sayDeadline(state, today);
  const work = WORK[call.effort ?? 'medium'] ?? 28;
  const before = (day: string, isAnnounced: boolean): Due => ({
    startsOn: addDays(day, -work),
    isAnnounced,
    isShort: addDays(day, -work / 2) < today,
    words,
  });
  switch (state.state) {
    case 'permanent':
      return { startsOn: undefined, isAnnounced: true, isShort: false, words };
    case 'closing':
      return before(state.closesOn, true);
    case 'open':
      if (state.closesOn !== undefined) return before(state.closesOn, true);
      return state.closesIn === undefined
        ? { startsOn: undefined, isAnnounced: true, isShort: false, words }
        : before(`${state.closesIn}-01`, false);
    case 'opens':
      return { ...before(state.opensOn, true), isShort: false };
    case 'usual': {
      const { opensIn, closesIn } = state.season;
      const day = `${closesIn ?? opensIn ?? today.slice(0, 7)}-01`;
      return before(day, false);
    }
    default:
      return undefined;
  }
}
