/** The twelve months to come of a watch, for whoever asks: what to prepare, in which order. */
import { lastDayOf } from '#domain/days.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import type { Prepared } from '../search/questions.ts';
import type { Match } from '../matching/matching.ts';
import { planOf, startsOn, type Plan, type StepName } from './backwards.ts';
import { certaintyOf, MONTHS_AHEAD, roundsAhead, startOf, type Certainty, type Round } from './rounds.ts';

/** An opportunity and what it answers to whoever asks; undefined when nobody said who. */
export type AskedCall = Pick<Prepared, 'record' | 'state'> & { match: Match | undefined };

/** One call of the year. */
export interface SeasonRow {
  record: AskedCall['record'];
  /** Whether a condition is still to be checked. */
  isMaybe: boolean;
  certainty: Certainty;
  /** In order; one at least. */
  rounds: readonly Round[];
  /** The work for the first of them; undefined when it is open without an end. */
  plan: Plan | undefined;
}

/** A call without a date to wait for. */
export interface Lasting {
  record: AskedCall['record'];
  isMaybe: boolean;
  /** Read too long ago. */
  isStale: boolean;
}

export interface Year {
  /** The months, `YYYY-MM`, that of today first. */
  months: readonly string[];
  /** What is to begin first; then what was read too long ago. */
  rows: readonly SeasonRow[];
  /** Open all year. */
  permanent: readonly Lasting[];
  /** How many have no date, nor habit, that anybody knows. */
  undated: number;
}

/** The year of what answers « yes » or « maybe ». */
export function yearAhead(asked: readonly AskedCall[], today: string): Year {
  const fitting = asked.filter(({ match }) => match?.answer !== 'no');
  const rows = fitting.flatMap((each) => rowOf(each, today) ?? []).sort((a, b) => compareRows(a, b, today));
  const permanent = fitting
    .filter(({ record }) => record.rhythm === 'permanent')
    .map(({ record, state, match }) => ({
      record,
      isMaybe: match?.answer === 'maybe',
      isStale: state.state === 'stale',
    }))
    .sort((a, b) => Number(a.isStale) - Number(b.isStale));
  const start = monthOf(today);
  return {
    months: Array.from({ length: MONTHS_AHEAD }, (_, index) => addToMonth(start, index)),
    rows,
    permanent,
    undated: fitting.length - rows.length - permanent.length,
  };
}

/** What comes of one call; undefined when nothing does. */
export function rowOf({ record, match }: Pick<AskedCall, 'record' | 'match'>, today: string): SeasonRow | undefined {
  const rounds = roundsAhead(record, today);
  const [first] = rounds;
  if (!first) return undefined;
  return {
    record,
    isMaybe: match?.answer === 'maybe',
    certainty: certaintyOf(first, record, today),
    rounds,
    plan: planOf({ kind: record.kind, effort: record.effort, ...record.work }, first, today),
  };
}

const CERTAINTIES: readonly Certainty[] = ['announced', 'usual', 'stale'];

function compareRows(a: SeasonRow, b: SeasonRow, today: string): number {
  const old = Number(a.certainty === 'stale') - Number(b.certainty === 'stale');
  return (
    old ||
    beginsOn(a).localeCompare(beginsOn(b)) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) ||
    endsOn(a, today).localeCompare(endsOn(b, today))
  );
}

/** What has no deadline can wait for what has one. */
const beginsOn = ({ plan }: SeasonRow): string => (plan ? startsOn(plan) : '9999');
const endsOn = ({ plan, rounds: [first] }: SeasonRow, today: string): string =>
  plan?.target ?? (first ? startOf(first, today) : today);

/** What happens to a call in a month, or is to be done for it. */
export interface MonthEvent {
  what: Extract<StepName, 'start' | 'join'> | 'opens' | 'closes';
  on: string;
  /** To do today: it should have begun, or begins. */
  isNow: boolean;
  isUsual: boolean;
}

/** A call in a month. */
export interface MonthItem {
  row: SeasonRow;
  /** In order; one at least. */
  events: readonly MonthEvent[];
}

/** The same year by month, those that hold something: what to do now first. */
export function byMonth({ rows, months }: Year, today: string): { month: string; items: MonthItem[] }[] {
  const last = lastDayOf(months.at(-1) ?? monthOf(today));
  return months
    .map((month) => ({
      month,
      items: rows
        .map((row) => ({
          row,
          events: eventsOf(row, today).filter(({ on }) => monthOf(on) === month && on <= last),
        }))
        .filter(({ events }) => events.length > 0),
    }))
    .filter(({ items }) => items.length > 0);
}

function eventsOf({ rounds, plan }: SeasonRow, today: string): MonthEvent[] {
  const toDo = (plan?.steps ?? []).flatMap(({ name, on, isNow }) =>
    name === 'start' || name === 'join' ? { what: name, on, isNow, isUsual: plan?.isUsual === true } : [],
  );
  const dates = rounds.flatMap(({ opens, closes }) => [
    ...(opens && (opens.on > today || (opens.isUsual && monthOf(opens.on) === monthOf(today)))
      ? [{ what: 'opens' as const, ...opens, isNow: false }]
      : []),
    ...(closes ? [{ what: 'closes' as const, ...closes, isNow: false }] : []),
  ]);
  return [...toDo, ...dates].sort((a, b) => a.on.localeCompare(b.on));
}
