import { groupBy } from '#domain/group-by.ts';
import { keyOf } from '#places/normalise.ts';
import { duesOf, STATE_NAMES, type Followed, type State } from './view.ts';

/** A state and its opportunities. */
export interface ColumnOf {
  name: State;
  cards: readonly Followed[];
}

/** Past every day: what has no day comes last. */
const LAST = '9999';

const keys = new WeakMap<Followed, string>();

/** What the search of the board reads of an opportunity, computed once for each version of it. */
function searchKey(card: Followed): string {
  const before = keys.get(card);
  if (before !== undefined) return before;
  const { title, funder, people, notes } = card;
  const key = keyOf(`${title} ${funder} ${people} ${notes}`);
  keys.set(card, key);
  return key;
}

const days = new WeakMap<Followed, { today: string; day: string }>();

/** The next day of an opportunity, computed once a day for each version of it. */
function nextDay(card: Followed, today: string): string {
  const before = days.get(card);
  if (before?.today === today) return before.day;
  const day = duesOf(card, today)[0]?.day ?? LAST;
  days.set(card, { today, day });
  return day;
}

/**
 * The opportunities that hold the words, by state, in the order of what comes first: the next day of each opportunity,
 * then its age.
 * @param today `YYYY-MM-DD`, in France
 */
export function boardColumns(cards: readonly Followed[], words: string, today: string): ColumnOf[] {
  const asked = keyOf(words);
  const shown = asked === '' ? cards : cards.filter((card) => searchKey(card).includes(asked));
  const dated = shown.map((card) => ({ card, day: nextDay(card, today) }));
  const groups = groupBy(dated, ({ card }) => card.state);
  return STATE_NAMES.map((name) => ({
    name,
    cards: (groups.get(name) ?? [])
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ card }) => card),
  }));
}
