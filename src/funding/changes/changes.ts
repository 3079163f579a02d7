import { addDays, daysBetween } from '#domain/days.ts';

/** What an opportunity says of when it can be answered. Days are `YYYY-MM-DD`, in France. */
export interface DatedFacts {
  /** All year long. */
  isPermanent: boolean;
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
  /** It cannot be answered any longer. */
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
  const { kept, moved, added, removed } = pair(before.windows, after.windows, since);
  const changes: Change[] = [
    ...kept.flatMap((window) => passed(window, since, today)),
    ...moved.flatMap(([from, to]) => [...movesOf(from, to, since, today), ...passed(to, since, today)]),
    ...removed.flatMap((window) => dropped(window, since, today)),
    ...yearLong(before, after, today),
  ];
  for (const window of added) changes.push(...announced(window, today, changes));
  return changes.filter(isFirst).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
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

/** Two rounds of a yearly call are a year apart: a date that moves less is that of the same round. */
const SAME_ROUND = 183;

interface Pairs {
  kept: DatedWindow[];
  moved: [from: DatedWindow, to: DatedWindow][];
  added: DatedWindow[];
  removed: DatedWindow[];
}

/** Which window became which: the same, or else the nearest of the same round. */
function pair(before: readonly DatedWindow[], after: readonly DatedWindow[], since: string): Pairs {
  const gone = before.filter((window) => !after.some((each) => isSame(each, window)));
  const pairs: Pairs = { kept: [], moved: [], added: [], removed: [] };
  for (const window of after) {
    if (before.some((each) => isSame(each, window))) {
      pairs.kept.push(window);
      continue;
    }
    const [nearest] = gone
      .map((from) => ({ from, days: Math.abs(daysBetween(lastDay(from), lastDay(window))) }))
      // A window that was over is a record, and is corrected in silence; but a call that just closed may be extended.
      .filter(({ from, days }) => days <= SAME_ROUND && (lastDay(from) >= since || lastDay(window) >= since))
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
  if (lastDay(window) >= today) return [{ on: today, kind: 'undated', ...window }];
  return passed(window, since, today).filter(({ kind }) => kind === 'closed');
}

/** An opportunity that becomes open all year long, or is so no longer. */
function yearLong(before: DatedFacts, after: DatedFacts, today: string): Change[] {
  if (before.isPermanent === after.isPermanent || after.windows.some((window) => lastDay(window) >= today)) return [];
  return [{ on: today, kind: after.isPermanent ? 'opened' : 'closed' }];
}
