import { daysBetween } from '#domain/days.ts';
import type { DeadlineState } from '#domain/deadlines.ts';
import { changesBetween, isUrgent, type Change, type DatedFacts, type DatedWindow } from '#funding/changes/changes.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import type { Known, Memory } from './memory.ts';

/** How many days before its last day a deadline is reminded. */
export const REMINDER_DAYS = 14;

type Dated = Pick<Opportunity, 'rhythm' | 'windows'>;

export const datesOf = ({ rhythm, windows }: Dated): DatedFacts => ({
  isPermanent: rhythm === 'permanent',
  isSeveral: rhythm === 'several',
  windows: windows.map(({ opensOn, closesOn }) => ({ opensOn, closesOn })),
});

/** The closing days to remind on a day: near, not past, not reminded yet. */
export function remindersOf({ windows }: Dated, before: Known | undefined, today: string): string[] {
  const near = windows.flatMap(({ closesOn }) => {
    if (closesOn === undefined || closesOn < today || before?.reminded?.includes(closesOn)) return [];
    return daysBetween(today, closesOn) <= REMINDER_DAYS ? closesOn : [];
  });
  return [...new Set(near)].toSorted();
}

/** What an opportunity is, once what was read of it is too old: closed, when nothing says that it comes back. */
export const isClosed = (state: DeadlineState): boolean =>
  state.state === 'closed' ||
  (state.state === 'stale' && state.closedOn !== undefined && state.season === undefined && !state.isPermanent);

/** What happened to an opportunity that a recipient may answer, since they last heard of it. */
export function newsOf(
  data: Dated,
  state: DeadlineState,
  before: Known | undefined,
  memory: Memory,
  today: string,
): Change[] {
  if (before === undefined) return isClosed(state) ? [] : [{ on: today, kind: 'new' }];
  if (before.gone) return isClosed(state) ? [] : [{ on: today, kind: 'back' }];
  const seen = before.seen ?? { on: memory.digestOn, ...datesOfVersion1(data, before) };
  const isLive = isAnswerable(state);
  const changes = changesBetween(seen, datesOf(data), seen.on, today).filter((change) => {
    // An opening that is over is told by its closing, and a round that closed by the next one.
    if (change.kind === 'opened') return change.closesOn === undefined || change.closesOn >= today;
    if (change.kind === 'closed') return before.told && !isLive;
    // What could never be answered is undated for nobody.
    return before.told || change.kind !== 'undated';
  });
  // What was too old to be told may have been confirmed since, with the same dates.
  return changes.length === 0 && !before.told && isLive ? [{ on: today, kind: 'new' }] : changes;
}

/** Whether one can answer, now or from a known day on. */
export const isAnswerable = ({ state }: DeadlineState): boolean =>
  state === 'permanent' || state === 'open' || state === 'closing' || state === 'opens';

/** True when all that a recipient knew of an opportunity was over. */
export const wasOver = ({ seen }: Known, today: string): boolean =>
  seen?.isPermanent === false && seen.windows.length > 0 && seen.windows.every((window) => lastDay(window) < today);

/** The dates that a file of version 1 stands for: those of today, but for the last day, which it kept. */
function datesOfVersion1(data: Dated, { until }: Known): DatedFacts {
  const { isPermanent, windows } = datesOf(data);
  if (until === undefined) return { isPermanent, windows: [] };
  const last = windows.map(lastDay).toSorted().at(-1);
  if (last === undefined) return { isPermanent, windows: [{ closesOn: until }] };
  return {
    isPermanent,
    windows: windows.map((window) => {
      if (lastDay(window) !== last || last === until) return window;
      return { closesOn: until, ...((window.opensOn ?? '9999') <= until && { opensOn: window.opensOn }) };
    }),
  };
}

const lastDay = ({ opensOn, closesOn }: DatedWindow): string => closesOn ?? opensOn ?? '';

/** Whether news make a message: a closing only goes with others. */
export const isWorthAMessage = ({ kind }: Change): boolean => kind !== 'closed';

interface Waiting {
  before: Known | undefined;
  today: string;
  /** The day of the next digest. */
  nextDigest: string;
}

/** Whether who reads these news in the next digest only would have lost by it. */
export function cannotWait(
  changes: readonly Change[],
  data: Dated | undefined,
  { before, today, nextDigest }: Waiting,
): boolean {
  if (changes.some((change) => isUrgent(change) && 'to' in change && change.to >= today)) return true;
  // Somebody may be writing an answer: its deadline was reminded.
  const isAnswering = before?.reminded?.some((day) => day >= today) === true;
  if (isAnswering && changes.some(({ kind }) => kind === 'undated' || kind === 'withdrawn')) return true;
  return (
    changes.some(isWorthAMessage) &&
    data?.windows.some(({ closesOn = '' }) => closesOn >= today && closesOn <= nextDigest) === true
  );
}
