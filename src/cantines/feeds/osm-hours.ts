import type { Weekday } from '#domain/days.ts';
import type { OpeningException, Service, SlotKind, Timetable } from '#domain/opening.ts';
import { SERVICES } from '#schemas/cantines.ts';

const DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORT = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const HOLIDAYS = { open: [], closed: ['PH off'], unknown: ['PH unknown'] } as const;

/** The part of a timetable that the notation writes: it leaves zones and the dates of holidays to its readers. */
type WrittenHours = Pick<Timetable, 'slots' | 'exceptions' | 'publicHolidays'>;

interface Hours {
  opens?: string | undefined;
  closes?: string | undefined;
  service?: Service | undefined;
}

const spanOf = ({ opens, closes }: Hours): string => (closes === undefined ? `${opens}+` : `${opens}-${closes}`);

/** A comment of the notation, which has no way to write the quotes that delimit it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '”')}"`;

/** Day numbers from 0 (Monday) as `Tu-Fr`, `Mo,We`. */
function daysOf(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const day of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([first, last]) => `${SHORT[first]}${last === first ? '' : `${last === first + 1 ? ',' : '-'}${SHORT[last]}`}`)
    .join(',');
}

/** The rules of one day: its hours, then the services whose hour nobody wrote, as comments. */
function rulesOf(slots: readonly Hours[]): string[] {
  const timed = slots
    .filter(({ opens }) => opens !== undefined)
    .toSorted((a, b) => (a.opens ?? '').localeCompare(b.opens ?? ''));
  const services = slots.flatMap(({ opens, service }) =>
    opens === undefined ? (service ? SERVICES[service].toLowerCase() : 'heure à demander') : [],
  );
  return [...(timed.length > 0 ? [timed.map(spanOf).join(',')] : []), ...new Set(services.map(quoted))];
}

function weekOf(slots: Timetable['slots'], kind: SlotKind): string[] {
  const byRules = new Map<string, { rules: string[]; days: number[] }>();
  DAYS.forEach((day, number) => {
    const rules = rulesOf(slots.filter((slot) => slot.day === day && slot.kind === kind));
    if (rules.length === 0) return;
    const key = rules.join();
    const same = byRules.get(key) ?? { rules, days: [] };
    same.days.push(number);
    byRules.set(key, same);
  });
  return [...byRules.values()].map(({ rules, days }) => rules.map((rule) => `${daysOf(days)} ${rule}`).join(', '));
}

function rangeOf({ from, to }: OpeningException): string {
  const dayOf = (date: string) => `${date.slice(0, 4)} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`;
  return from === to ? dayOf(from) : `${dayOf(from)}-${dayOf(to)}`;
}

const lengthOf = ({ from, to }: OpeningException): number => Date.parse(to) - Date.parse(from);

/** The rules of a closure or of changed hours, which are hours at which one eats. */
function exceptionRules(each: OpeningException, { slots, publicHolidays }: WrittenHours, kind: SlotKind): string[] {
  const range = rangeOf(each);
  const reason = each.reason === undefined ? '' : ` ${quoted(each.reason)}`;
  if (each.kind === 'closed' || kind === 'cook') return [`${range} off${reason}`];
  if (each.from === each.to) return [`${range} ${spanOf(each)}${reason}`];
  // Over several days, the days that have hours change theirs, and public holidays remain what they are.
  const days = DAYS.flatMap((day, number) => (slots.some((slot) => slot.day === day) ? number : []));
  const selected = days.length > 0 ? `${range} ${daysOf(days)}` : range;
  return [`${selected} ${spanOf(each)}${reason}`, ...HOLIDAYS[publicHolidays].map((rule) => `${range} ${rule}`)];
}

/**
 * The hours of one kind in the `opening_hours` notation of OpenStreetMap, which many tools read:
 * `Tu-Fr 12:30-14:00; PH off; 2027 Aug 01-2027 Aug 25 off "Congés d’été"`.
 * An end that nobody wrote is `12:30+`, an hour that nobody wrote a comment: `Tu "midi"`. What takes place on days that
 * nobody wrote is left out: the notation would make it every day.
 * @returns undefined when nothing is known.
 */
export function osmHours(timetable: WrittenHours, kind: SlotKind): string | undefined {
  const week = weekOf(timetable.slots, kind);
  const eaten = kind === 'meal' ? timetable.exceptions : [];
  if (week.length === 0 && eaten.every((each) => each.kind === 'closed')) return undefined;
  const holidays = week.length > 0 ? HOLIDAYS[timetable.publicHolidays] : [];
  // In this notation the last rule wins; among exceptions that overlap, the shortest does.
  const dated = timetable.exceptions
    .filter((each) => each.kind !== 'extra')
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap((each) => exceptionRules(each, timetable, kind));
  const main = [...week, ...holidays, ...dated].join('; ');
  const added = eaten.flatMap((each) => (each.kind === 'extra' ? `${rangeOf(each)} ${spanOf(each)}` : []));
  return [...(main ? [main] : []), ...added].join(', ');
}
