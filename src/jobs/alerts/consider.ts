import { deadlineState } from '#domain/deadlines.ts';
import type { Change } from '#funding/changes/changes.ts';
import { calendarOf } from '#funding/freshness.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { isOver, isSameRound, nearRounds } from './habits.ts';
import type { Item, Known, Memory, Round } from './memory.ts';
import { cannotWait, datesOf, isAnswerable, isWorthAMessage, newsOf, remindersOf, wasOver } from './news.ts';

/** When opportunities are looked at for a recipient. */
export interface Moment {
  today: string;
  /** Undefined the first time. */
  memory: Memory | undefined;
  /** Whether all that is new is to be told, and not only what cannot wait. */
  digest: boolean;
  /** Whether that digest is the first of its month, which tells what usually happens. */
  monthly: boolean;
  nextDigest: string;
}

/** What to tell of one opportunity, and what is known of it afterwards. */
export interface Considered {
  item?: Item | undefined;
  /** Whether the item makes a message, or only goes with others. */
  leaves: boolean;
  /** What is known once the item was told; undefined: nothing yet. */
  told: Known | undefined;
  /** What is known when it was not. */
  untold: Known | undefined;
}

/** Looks at an opportunity that the recipient may answer. */
export function consider(slug: string, data: Opportunity, before: Known | undefined, moment: Moment): Considered {
  const { today, memory, digest, monthly } = moment;
  const reminders = remindersOf(data, before, today);
  const news =
    memory === undefined ? firstNews(data, today) : newsOf(data, stateOf(data, today), before, memory, today);
  const due = digest || reminders.length > 0 || cannotWait(news, data, { ...moment, before });
  if (!due) return { leaves: false, told: before, untold: before };
  const expected = nearRounds(calendarOf(data), today);
  const round = digest && news.length === 0 && reminders.length === 0 ? untoldOf(expected, before) : undefined;
  const isNews = reminders.length > 0 || news.some(isWorthAMessage);
  const hasItem = isNews || news.length > 0 || round !== undefined;
  const told = {
    ...(before?.told || hasItem ? { told: true } : { told: false }),
    title: data.title,
    ...(data.demo && { demo: true as const }),
    seen: { on: today, ...copyOf(data) },
    ...someReminded(before, reminders, today),
    ...someRounds([...(before?.rounds ?? []), ...(hasItem ? expected : [])], today),
  };
  if (!hasItem) return { leaves: false, told, untold: told };
  const { rounds: _, ...withoutRounds } = told;
  return {
    item: { slug, changes: news, reminders, ...(round && { round: monthsOf(round) }) },
    leaves: isNews || (round !== undefined && monthly),
    told,
    // What only goes with others waits for them; a habit that was not told is told later.
    untold:
      news.length > 0
        ? before
        : { ...withoutRounds, told: before?.told ?? false, ...someRounds(before?.rounds ?? [], today) },
  };
}

/** Looks at an opportunity that is no longer there, or no longer suits. */
export function considerGone(slug: string, before: Known, moment: Moment): Considered {
  const { told, title, demo, gone, seen } = before;
  const stays = { leaves: false, told: before, untold: before };
  if (gone) return stays;
  const { reminded: _reminded, rounds: _rounds, ...known } = before;
  const forgotten: Known = { ...known, gone: true };
  // A file of version 1 does not say whether it was already gone.
  if (!told || demo || seen === undefined) {
    return moment.digest ? { leaves: false, told: forgotten, untold: forgotten } : stays;
  }
  const changes: Change[] = [{ on: moment.today, kind: 'withdrawn' }];
  if (!moment.digest && !cannotWait(changes, undefined, { ...moment, before })) return stays;
  return {
    item: { slug, changes, reminders: [], ...(title !== undefined && { title }) },
    leaves: !wasOver(before, moment.today),
    told: forgotten,
    untold: before,
  };
}

/** A first message tells what can be answered now or soon; the rest waits for its dates. */
function firstNews(data: Opportunity, today: string): Change[] {
  return isAnswerable(stateOf(data, today)) ? [{ on: today, kind: 'new' }] : [];
}

const stateOf = (data: Opportunity, today: string) => deadlineState(calendarOf(data), today);

const untoldOf = (expected: readonly Round[], before: Known | undefined): Round | undefined =>
  expected.find((round) => before?.rounds?.some((each) => isSameRound(each, round)) !== true);

const copyOf = (data: Opportunity) => {
  const { isPermanent, windows } = datesOf(data);
  return { isPermanent, windows: windows.map((window) => ({ ...window })) };
};

function someReminded(before: Known | undefined, reminders: readonly string[], today: string): Pick<Known, 'reminded'> {
  const reminded = [...(before?.reminded ?? []).filter((closesOn) => closesOn >= today), ...reminders];
  return reminded.length > 0 ? { reminded } : {};
}

function someRounds(rounds: readonly Round[], today: string): Pick<Known, 'rounds'> {
  const kept = rounds.filter(
    (round, index) => !isOver(round, today) && rounds.findIndex((each) => isSameRound(each, round)) === index,
  );
  return kept.length > 0 ? { rounds: kept.map(monthsOf) } : {};
}

/** Without the months that nobody knows. */
const monthsOf = ({ opensIn, closesIn }: Round): Round => ({
  ...(opensIn && { opensIn }),
  ...(closesIn && { closesIn }),
});
