/** When an opportunity opens and closes, as a calendar tells it: the announced days, then the months of its habit. */
import { closingMonth, type Calendar } from '#domain/deadlines.ts';
import { lastDayOf } from '#domain/days.ts';
import { addToMonth, monthOf } from '#domain/months.ts';
import { seasonsFrom } from '#domain/seasons.ts';

interface Days {
  opensOn?: string | undefined;
  closesOn?: string | undefined;
}

/** The dates of an opportunity; `W` says more of its windows. */
export type Dates<W extends Days> = Calendar & { windows: readonly W[] };

export interface Moment<W extends Days> {
  /** What distinguishes it among those of all opportunities, and never says its date: `prix`, `prix.ouverture`. */
  name: string;
  what: 'opens' | 'closes';
  /** `YYYY-MM-DD`: the announced day, or the first of the usual month. */
  day: string;
  /** True when the day only stands for a month of the habit. */
  isUsual: boolean;
  /** Undefined for a round of which nothing is announced. */
  window: W | undefined;
}

/** How far the habits are told, in months, that of today included. */
const HORIZON = 12;

interface Ranked<W> {
  window: W;
  /** `<slug>` for the latest window of the opportunity, `<slug>.2` for the one before… A slug holds no dot. */
  name: string;
}

/**
 * The windows of an opportunity from the latest, each with a name that does not say its date: the latest keeps the slug
 * when its date moves, and an old one that leaves renames no other. A later window that is written takes the slug.
 */
function ranked<W extends Days>(slug: string, windows: readonly W[]): Ranked<W>[] {
  const lastDay = ({ opensOn, closesOn }: W) => closesOn ?? opensOn ?? '';
  return windows
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))
    .map((window, index) => ({ window, name: index === 0 ? slug : `${slug}.${index + 1}` }));
}

const openingName = (name: string): string => `${name}.ouverture`;

/** The announced days to come, today included. */
export function announcedMoments<W extends Days>(slug: string, { windows }: Dates<W>, today: string): Moment<W>[] {
  return ranked(slug, windows).flatMap(({ window, name }) => {
    const tell = (what: 'opens' | 'closes', day: string | undefined): Moment<W>[] =>
      day === undefined || day < today
        ? []
        : [{ name: what === 'opens' ? openingName(name) : name, what, day, isUsual: false, window }];
    return [...tell('opens', window.opensOn), ...tell('closes', window.closesOn)];
  });
}

/**
 * The months of the habit for a year, each on its first day, without those whose day is announced.
 *
 * The next round to expect bears the name that its window will bear once it is announced, unless the latest window still
 * holds it: then, and for the rounds after, `<slug>.suivant`, `<slug>.suivant.2`… A window holds its name until the end
 * of the month in which it closes: names pass on with the months, never between.
 */
export function usualMoments<W extends Days>(slug: string, dates: Dates<W>, today: string): Moment<W>[] {
  // What is open all year does not live by its habit (see `deadlineState`).
  if (dates.rhythm === 'permanent') return [];
  const month = monthOf(today);
  const end = addToMonth(month, HORIZON);
  const isDated = ({ what, day }: Moment<W>) =>
    dates.windows.some((window) => window[what === 'opens' ? 'opensOn' : 'closesOn']?.startsWith(monthOf(day)));
  const [latest] = ranked(slug, dates.windows);
  const closing = latest && pendingClosing(latest, dates);
  const held = latest && (closing?.day ?? latest.window.closesOn ?? latest.window.opensOn);
  const position = held !== undefined && monthOf(held) >= month ? 1 : 0;
  return [...(closing ? [closing] : []), ...expectedMoments(slug, dates, { today, position, closing })].filter(
    (moment) => monthOf(moment.day) >= month && monthOf(moment.day) < end && !isDated(moment),
  );
}

/** When a window that opened, or will, usually closes; undefined when its day is announced, or nobody knows. */
function pendingClosing<W extends Days>({ window, name }: Ranked<W>, dates: Dates<W>): Moment<W> | undefined {
  if (window.closesOn !== undefined) return undefined;
  const month = closingMonth(dates, window.opensOn);
  return month === undefined ? undefined : usual(name, 'closes', month, window);
}

interface Expecting<W extends Days> {
  today: string;
  /** That of the first of them among the rounds to come. */
  position: number;
  closing: Moment<W> | undefined;
}

/** The openings and closings of the rounds of which nothing is announced. */
function expectedMoments<W extends Days>(
  slug: string,
  dates: Dates<W>,
  { today, position, closing }: Expecting<W>,
): Moment<W>[] {
  // A month that touches that of the expected closing is of the same round.
  const closed = closing ? addToMonth(monthOf(closing.day), 1) : '';
  let opened = dates.windows.map(({ opensOn }) => monthOf(opensOn ?? '')).reduce(later, '');
  return seasonsFrom(dates, today, 2 * HORIZON - 1)
    .filter(({ closesIn }) => closesIn === undefined || closesIn > closed)
    .flatMap(({ opensIn = '', closesIn }, index) => {
      const name = expectedName(slug, position + index);
      // Several closings may follow one opening.
      const opening = opensIn > opened ? [usual<W>(openingName(name), 'opens', opensIn, undefined)] : [];
      opened = later(opened, opensIn);
      return [...opening, ...(closesIn === undefined ? [] : [usual<W>(name, 'closes', closesIn, undefined)])];
    });
}

const later = (a: string, b: string): string => (a > b ? a : b);

const usual = <W extends Days>(name: string, what: Moment<W>['what'], month: string, window: W | undefined) => ({
  name,
  what,
  day: `${month}-01`,
  isUsual: true,
  window,
});

const expectedName = (slug: string, position: number): string =>
  position === 0 ? slug : `${slug}.suivant${position === 1 ? '' : `.${position}`}`;

/**
 * What is worth noting of one opportunity: its announced days to come, with the closing month that is expected of the
 * same window; without any, the next round of its habit; empty when nothing is to come.
 */
export function nextMoments<W extends Days>(slug: string, dates: Dates<W>, today: string): Moment<W>[] {
  const announced = announcedMoments(slug, dates, today);
  const expected = usualMoments(slug, dates, today);
  if (announced.length > 0) return [...announced, ...expected.filter(({ window }) => window !== undefined)];
  const [first] = expected;
  return expected.filter(({ name }) => first && roundOf(name) === roundOf(first.name));
}

const roundOf = (name: string): string => name.replace(/\.ouverture$/, '');

/** The last day on which a moment is still worth noting: the day itself, or the end of the usual month. */
export const lastDay = ({ day, isUsual }: Pick<Moment<Days>, 'day' | 'isUsual'>): string =>
  isUsual ? lastDayOf(monthOf(day)) : day;
