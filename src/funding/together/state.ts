/** What becomes of a joint answer on a day, and in which order a reader wants them. */
import { formatDate } from '#domain/date-words.ts';
import { daysBetween } from '#domain/days.ts';
import { CLOSING_DAYS } from '#domain/deadlines.ts';

export type JointStatus = 'open' | 'complete' | 'submitted' | 'won' | 'refused' | 'dropped';

/** What a joint answer says of its dates. Days are `YYYY-MM-DD`, in France. */
export interface JointFacts {
  status: JointStatus;
  /** The last day to join it. */
  joinBy?: string | undefined;
  /** The closing day that it aims at, as the call announced it. */
  closesOn?: string | undefined;
}

export type JointState =
  /** One may still join it; `days` until `joinBy`, when there is such a day. */
  | { state: 'seeking'; joinBy?: string | undefined; days?: number | undefined }
  | { state: 'complete' }
  /** Nobody told what became of it since the last day to join. */
  | { state: 'late'; joinBy: string }
  /** Nobody told what became of it since the call closed. */
  | { state: 'over'; closesOn: string }
  | { state: 'submitted' }
  | { state: 'won' }
  | { state: 'refused' }
  | { state: 'dropped' };

/** The state on a day; the last day to join counts as one. */
export function jointState({ status, joinBy, closesOn }: JointFacts, today: string): JointState {
  if (status !== 'open' && status !== 'complete') return { state: status };
  if (closesOn !== undefined && closesOn < today) return { state: 'over', closesOn };
  if (status === 'complete') return { state: 'complete' };
  if (joinBy === undefined) return { state: 'seeking' };
  if (joinBy < today) return { state: 'late', joinBy };
  return { state: 'seeking', joinBy, days: daysBetween(today, joinBy) };
}

/** The order of a list: those that seek first, the soonest before; then those that go on; then what is past. */
export function jointRank(state: JointState): number {
  if (state.state === 'seeking') return Math.min(state.days ?? 999, 999);
  return 1_000 * (ORDER.indexOf(state.state) + 1);
}

const ORDER: readonly JointState['state'][] = ['complete', 'submitted', 'late', 'over', 'won', 'refused', 'dropped'];

/** True for what is no longer prepared: shown after the others. */
export const isPast = ({ state }: JointState): boolean => ORDER.indexOf(state) > 1;

/** A joint answer’s state as a visitor reads it, and the class of its colour. */
export function sayJoint(state: JointState): { words: string; tone?: string } {
  switch (state.state) {
    case 'seeking': {
      const { joinBy, days } = state;
      if (joinBy === undefined || days === undefined) return { words: 'Cherche des cantines', tone: 'tone-good' };
      const left = days === 0 ? 'dernier jour' : `encore ${days}\u00a0jour${days > 1 ? 's' : ''}`;
      return days <= CLOSING_DAYS
        ? { words: `À rejoindre avant le ${formatDate(joinBy)}, ${left}`, tone: days <= 7 ? 'tone-late' : 'tone-soon' }
        : { words: `À rejoindre avant le ${formatDate(joinBy)}`, tone: 'tone-good' };
    }
    case 'complete':
      return { words: 'Au complet, en préparation', tone: 'tone-usual' };
    case 'late':
      return { words: `On pouvait la rejoindre jusqu’au ${formatDate(state.joinBy)}` };
    case 'over':
      return { words: `L’appel s’est clos le ${formatDate(state.closesOn)}` };
    case 'submitted':
      return { words: 'Déposée, en attente de réponse', tone: 'tone-usual' };
    case 'won':
      return { words: 'Obtenue', tone: 'tone-good' };
    case 'refused':
      return { words: 'Refusée cette fois' };
    case 'dropped':
      return { words: 'Abandonnée' };
  }
}

/** What stays true on any day: for a page without JavaScript. */
export function sayKnown({ status, joinBy }: JointFacts): string {
  if (status !== 'open') return sayJoint(status === 'complete' ? { state: 'complete' } : { state: status }).words;
  return joinBy === undefined ? 'Cherche des cantines' : `À rejoindre avant le ${formatDate(joinBy)}`;
}
