import { addDays, daysBetween } from '#domain/days.ts';
import { deadlineState } from '#domain/deadlines.ts';

/** What an opportunity says of when it can be answered. Days are `YYYY-MM-DD`, in France. */
export interface DatedFacts {
  /** All year long. */
  isPermanent: boolean;
  /** Several times a year: its rounds are nearer to each other. */
  isSeveral?: boolean | undefined;
  windows: readonly DatedWindow[];
}

export interface DatedWindow {
  opensOn?: string | undefined;
  closesOn?: string | undefined;
}

/** Something that happened to an opportunity on a day, each told once. */
export type Change = { on: string } & (
  | { kind: 'new' | 'withdrawn' | 'back' }
  /** It can be answered from that day on. */
  | ({ kind: 'opened' } & DatedWindow)
  /** A date is announced that nobody knew. */
  | ({ kind: 'dated' } & DatedWindow)
  /** An announced date is another. */
  | { kind: 'moved'; which: 'opensOn' | 'closesOn'; from: string; to: string }
  /** An announced date is announced no longer. */
  | ({ kind: 'undated' } & DatedWindow)
  /** It cannot be answered any longer: nothing of it is left open. */
  | { kind: 'closed'; closesOn?: string | undefined }
);

/** A deadline that comes earlier leaves less time than one thought: it waits for no digest. */
export const isUrgent = (change: Change): boolean =>
  change.kind === 'moved' && change.which === 'closesOn' && change.to < change.from;

/** What an opportunity said from a day on; undefined while it was not shown. */
export interface FactsVersion {
  on: string;
  facts: DatedFacts | undefined;
}

/**
 * All that happened to an opportunity, in order: what its versions say, and the days that they announced.
 * @param versions one a day at most, the oldest first
 * @param today the last day to tell
 */
export function changesOf(versions: readonly FactsVersion[], today: string): Change[] {
  const changes: Change[] = [];
  let before: FactsVersion | undefined;
  let wasShown = false;
  for (const version of versions) {
    if (version.on > today) break;
    const eve = addDays(version.on, -1);
    if (before?.facts) changes.push(...changesBetween(before.facts, before.facts, before.on, eve));
    if (before?.facts) changes.push(...changesBetween(before.facts, version.facts, eve, version.on));
    else if (version.facts) changes.push({ on: version.on, kind: wasShown ? 'back' : 'new' });
    wasShown ||= version.facts !== undefined;
    before = version;
  }
  if (before?.facts) changes.push(...changesBetween(before.facts, before.facts, before.on, today));
  return changes;
}

/**
 * What happened to an opportunity that one knew, by what it says now.
 * @param since the last day of what one knew
 */
export function changesBetween(
  before: DatedFacts,
  after: DatedFacts | undefined,
  since: string,
  today: string,
): Change[] {
  if (!after) return [{ on: today, kind: 'withdrawn' }];
  const { kept, moved, added, removed } = pair(before.windows, after, since, today);
  const changes: Change[] = [
    ...kept.flatMap((window) => passed(window, since, today)),
    ...moved.flatMap(([from, to]) => [
      ...movesOf(from, to, since, today),
      ...passed(to, since, today),
      ...closedLate(from, to, since, today),
    ]),
    ...removed.flatMap((window) => dropped(window, since, today)),
    ...yearLong(before, after, today),
  ];
  for (const window of added) changes.push(...announced(window, today, changes));
  const isLeftOpen = ({ kind, on }: Change) => kind === 'closed' && isOpen(after, on);
  return changes
    .filter((change) => !isLeftOpen(change))
    .filter(isFirst)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** An opportunity opens or closes once a day, whatever its windows; nothing else is told twice either. */
function isFirst(change: Change, index: number, changes: readonly Change[]): boolean {
  const isOncePerDay = change.kind === 'opened' || change.kind === 'closed';
  const isSaid = (other: Change) =>
    isOncePerDay
      ? other.kind === change.kind && other.on === change.on
      : JSON.stringify(other) === JSON.stringify(change);
  return changes.findIndex(isSaid) === index;
}

const isSame = (one: DatedWindow, other: DatedWindow): boolean =>
  one.opensOn === other.opensOn && one.closesOn === other.closesOn;

const lastDay = ({ opensOn, closesOn }: DatedWindow): string => closesOn ?? opensOn ?? '';

/** By the rule that every page follows, but for « all year long », which no round that is announced suspends. */
const isOpen = ({ isPermanent, windows }: DatedFacts, day: string): boolean =>
  isPermanent || ['open', 'closing'].includes(deadlineState({ rhythm: 'unknown', windows }, day).state);

/** What has no announced end is never over. */
const isOver = ({ closesOn }: DatedWindow, day: string): boolean => closesOn !== undefined && closesOn < day;

/**
 * Two rounds of a yearly call are a year apart, those of a call that comes back several times a year a quarter: a date
 * that moves by less than half of it is that of the same round.
 */
const SAME_ROUND = { yearly: 183, several: 45 } as const;

interface Pairs {
  kept: DatedWindow[];
  moved: [from: DatedWindow, to: DatedWindow][];
  added: DatedWindow[];
  removed: DatedWindow[];
}

/** Which window became which: the same, or else the nearest of the same round. */
function pair(before: readonly DatedWindow[], { windows, isSeveral }: DatedFacts, since: string, today: string): Pairs {
  const gone = before.filter((window) => !windows.some((each) => isSame(each, window)));
  const pairs: Pairs = { kept: [], moved: [], added: [], removed: [] };
  const farthest = isSeveral ? SAME_ROUND.several : SAME_ROUND.yearly;
  for (const window of windows) {
    if (before.some((each) => isSame(each, window))) {
      pairs.kept.push(window);
      continue;
    }
    const [nearest] = gone
      // A window that was over is a record, and is corrected in silence; but a call that just closed may be extended.
      .filter((from) => !(isOver(from, since) && isOver(window, since)))
      .filter((from) => !(isNext(from, window) && (isSeveral || isOver(from, today))))
      .map((from) => ({ from, days: daysApart(from, window) }))
      .filter(({ days }) => days <= farthest)
      .sort((a, b) => a.days - b.days);
    if (!nearest) {
      pairs.added.push(window);
      continue;
    }
    gone.splice(gone.indexOf(nearest.from), 1);
    pairs.moved.push([nearest.from, window]);
  }
  pairs.removed = gone;
  return pairs;
}

/** Whether one opens once the other is over. */
const isNext = ({ closesOn }: DatedWindow, { opensOn }: DatedWindow): boolean =>
  closesOn !== undefined && opensOn !== undefined && closesOn < opensOn;

/** By the date that both have, the end first. */
function daysApart(from: DatedWindow, to: DatedWindow): number {
  const both = (['closesOn', 'opensOn'] as const).find((which) => from[which] !== undefined && to[which] !== undefined);
  const [was, is] = both ? [from[both], to[both]] : [lastDay(from), lastDay(to)];
  return Math.abs(daysBetween(was ?? '', is ?? ''));
}

/** The days of a window that came, one after the other. */
function passed(window: DatedWindow, since: string, today: string): Change[] {
  const { opensOn, closesOn } = window;
  const isPast = (day: string | undefined): day is string => day !== undefined && day > since && day <= today;
  const closedOn = closesOn && addDays(closesOn, 1);
  return [
    ...(isPast(opensOn) ? [{ on: opensOn, kind: 'opened' as const, ...window }] : []),
    ...(isPast(closedOn) ? [{ on: closedOn, kind: 'closed' as const, closesOn }] : []),
  ];
}

/** An end that is written once it is past, of what was still open or to open: nobody heard of that day. */
function closedLate(from: DatedWindow, to: DatedWindow, since: string, today: string): Change[] {
  const { closesOn } = to;
  if (closesOn === undefined || closesOn >= since || isOver(from, since)) return [];
  return [{ on: today, kind: 'closed', closesOn }];
}

/** What changed of a window, date by date; days that were over on both sides are records. */
function movesOf(from: DatedWindow, to: DatedWindow, since: string, today: string): Change[] {
  const [given, lost]: [DatedWindow, DatedWindow] = [{}, {}];
  const changes: Change[] = [];
  for (const which of ['opensOn', 'closesOn'] as const) {
    const [was, is] = [from[which], to[which]];
    if (was === is || ((was ?? '') <= since && (is ?? '') <= today)) continue;
    if (was === undefined) given[which] = is;
    else if (is === undefined) lost[which] = was;
    else changes.push({ on: today, kind: 'moved', which, from: was, to: is });
  }
  if (Object.keys(given).length > 0) changes.push({ on: today, kind: 'dated', ...given });
  if (Object.keys(lost).length > 0) changes.push({ on: today, kind: 'undated', ...lost });
  return changes;
}

/**
 * A window that nobody knew: it opened, or is announced; one that is over is a record.
 * @param others what else is told: of a second window that opened, its closing alone is left to tell
 */
function announced(window: DatedWindow, today: string, others: readonly Change[]): Change[] {
  const { opensOn, closesOn } = window;
  if (closesOn !== undefined && closesOn < today) return [];
  if (opensOn === undefined || opensOn > today) return [{ on: today, kind: 'dated', ...window }];
  const opened = others.filter(({ on, kind }) => on === today && kind === 'opened');
  if (opened.length === 0) return [{ on: today, kind: 'opened', ...window }];
  const isTold = opened.some((change) => 'closesOn' in change && change.closesOn === closesOn);
  return closesOn === undefined || isTold ? [] : [{ on: today, kind: 'dated', closesOn }];
}

/** A window that is written no longer: its date was over, or is announced no longer. */
function dropped(window: DatedWindow, since: string, today: string): Change[] {
  if (!isOver(window, today)) return [{ on: today, kind: 'undated', ...window }];
  return passed(window, since, today).filter(({ kind }) => kind === 'closed');
}

/** An opportunity that becomes open all year long, or is so no longer. */
function yearLong(before: DatedFacts, after: DatedFacts, today: string): Change[] {
  if (before.isPermanent === after.isPermanent) return [];
  if (!after.isPermanent) return [{ on: today, kind: 'closed' }];
  return after.windows.some((window) => lastDay(window) >= today) ? [] : [{ on: today, kind: 'opened' }];
}
