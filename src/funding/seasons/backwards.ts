/** The work that a call asks, counted back from its deadline: our estimate, told as such. */
import { addDays, daysBetween } from '#domain/days.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import type { Round } from './rounds.ts';

/** What a call says of the work to do. */
export interface CallWork {
  kind: string;
  /** `light`, `medium` or `heavy`; undefined when nobody said. */
  effort?: string | undefined;
  /** How many documents are to be gathered. */
  documents: number;
  /** Whether those who decide for the association sign, or decide by a written vote. */
  isSigned: boolean;
  /** The last day to join the joint answer. */
  joinBy?: string | undefined;
}

/** Days of the calendar, as a team of volunteers takes them, before the day on which one files. */
interface Durations {
  start: number;
  /** From then on, the documents come: some are asked of others. */
  gather: number;
  /** The board has met by then; undefined when nobody makes it meet for so little, but to sign. */
  vote: number | undefined;
}

/** By declared effort: less than a day, a few days, several weeks of work. */
export const DURATIONS: Readonly<Record<'light' | 'medium' | 'heavy', Durations>> = {
  light: { start: 7, gather: 5, vote: undefined },
  medium: { start: 28, gather: 21, vote: 7 },
  heavy: { start: 56, gather: 42, vote: 10 },
};
/** A board is called two weeks ahead, and meets a week before one files. */
const SIGNED = { start: 21, vote: 7 };
/** One files some days before the end: a site may be down on the last. */
const MARGIN = 2;
/** To write to who leads a joint answer, and agree. */
const TO_JOIN = 14;

/** What binds the association, or is asked in its name: its board is told. A gift of food asks no meeting. */
const VOTED = new Set(['appel-a-projets', 'subvention', 'mecenat', 'pret', 'garantie']);

export type StepName = 'start' | 'join' | 'gather' | 'vote' | 'file';

export interface Step {
  name: StepName;
  /** The day by which it begins, or is done for `join`, `vote` and `file`; today for what should have begun. */
  on: string;
  isNow: boolean;
}

/** The work for one round. */
export interface Plan {
  /** In the order in which they come: `start` first, `file` last. */
  steps: readonly Step[];
  /** The day from which the steps are counted: announced, or the first of a usual month. */
  target: string;
  /** Everything is to be confirmed: nobody announced the day. */
  isUsual: boolean;
  /** Nobody knows the end: one is ready when it opens. */
  isOpening: boolean;
  /** What is left until the deadline is less than half of the time that the work takes. */
  isShort: boolean;
  /** Nobody said how much work it is: counted as a medium one. */
  isGuessed: boolean;
  /** Whether the call itself asks for the board’s decision; otherwise the statutes say. */
  isSigned: boolean;
}

/** The day to count from: the closing, or else the opening when it is still to come. */
function targetOf(
  { opens, closes }: Round,
  today: string,
): { day: string; isUsual: boolean; isOpening: boolean } | undefined {
  if (closes) return { day: closes.on, isUsual: closes.isUsual, isOpening: false };
  // A usual month that has come: to be asked about today.
  if (opens && (opens.on > today || opens.isUsual)) return { day: opens.on, isUsual: opens.isUsual, isOpening: true };
  return undefined;
}

/**
 * The steps of a round, from the last to the first; none is in the past.
 * @param today `YYYY-MM-DD`
 * @returns undefined for what is open without an end
 */
export function planOf(work: CallWork, round: Round, today: string): Plan | undefined {
  const target = targetOf(round, today);
  if (!target) return undefined;
  const { day, isUsual, isOpening } = target;
  const effort = isEffort(work.effort) ? work.effort : undefined;
  const durations = DURATIONS[effort ?? 'medium'];
  const file = addDays(day, isOpening || daysBetween(today, day) < MARGIN ? 0 : -MARGIN);
  const before = (days: number) => addDays(file, -days);
  const vote = voteOf(work, durations);
  const joinBy = work.joinBy !== undefined && work.joinBy >= today && work.joinBy <= day ? work.joinBy : undefined;
  const starts = [
    before(durations.start),
    work.isSigned ? before(SIGNED.start) : undefined,
    joinBy && addDays(joinBy, -TO_JOIN),
  ];
  const between: readonly (readonly [StepName, string | undefined])[] = [
    ['join', joinBy],
    // What is voted is whole.
    ['gather', work.documents > 0 ? before(Math.max(durations.gather, vote ?? 0)) : undefined],
    ['vote', vote === undefined ? undefined : before(vote)],
  ];
  const stepOn = (name: StepName, on: string): Step => ({ name, on: on > today ? on : today, isNow: on <= today });
  const start = starts.flatMap((each) => each ?? []).sort()[0] ?? file;
  const steps = [
    stepOn('start', start),
    ...between
      .flatMap(([name, on]) => (on === undefined ? [] : stepOn(name, on)))
      .sort((a, b) => a.on.localeCompare(b.on)),
    stepOn('file', file),
  ];
  // What opens today can still be done in its time.
  const isShort = !isOpening && 2 * daysBetween(today, file) < daysBetween(start, file);
  return { steps, target: day, isUsual, isOpening, isShort, isGuessed: effort === undefined, isSigned: work.isSigned };
}

function voteOf({ kind, isSigned }: CallWork, { vote }: Durations): number | undefined {
  if (isSigned) return vote ?? SIGNED.vote;
  return VOTED.has(kind) ? vote : undefined;
}

const isEffort = (effort: string | undefined): effort is keyof typeof DURATIONS =>
  effort !== undefined && Object.hasOwn(DURATIONS, effort);

/** The day on which the work begins. */
export const startsOn = ({ steps, target }: Plan): string => steps[0]?.on ?? target;

/**
 * What an opportunity says of the work, beside its kind and its effort.
 * @param joinBy the last day to join its joint answer
 */
export const workOf = (
  { documents }: Pick<Opportunity, 'documents'>,
  joinBy: string | undefined,
): Pick<CallWork, 'documents' | 'isSigned' | 'joinBy'> => ({
  documents: documents.length,
  isSigned: documents.some(isSigned),
  joinBy,
});

/** Whether a document of that name is signed, or voted, by those who decide for the association. */
const isSigned = (name: string): boolean =>
  /d[ée]lib[ée]ration|proc[èe]s[- ]verba|conseil d[’']administration|(?:^|[^\p{L}])sign[ée]e?s?(?!\p{L})|signature|mandat(?!aire)/iu.test(
    name,
  );
