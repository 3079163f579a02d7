import { DAYS_OF_WEEK, type Weekday } from './days.ts';
import { capitalised, formatTime, joinWords } from './french.ts';
import { USUAL_HOURS, type Timetable } from './opening.ts';
import { WEEKDAYS } from './weekdays.ts';

type Slot = Timetable['slots'][number];

/** The days on which the same things happen at the same hours. */
interface DaysAlike {
  /** `Lundi, mardi et samedi`, `Du mardi au vendredi`, `Jours à demander`. */
  days: string;
  /** In the order of the day: `on cuisine à 9 h 30`, `on mange le midi`. */
  services: string[];
}

const SERVICE_WORDS = {
  lunch: 'le midi',
  dinner: 'le soir',
  brunch: 'pour le brunch',
  afternoon: 'l’après-midi',
} as const;

/** Where a service without an hour stands in the day. */
const whenOf = ({ opens, service }: Slot): string => opens ?? (service ? USUAL_HOURS[service][0] : '');

function say({ kind, service, opens, closes }: Slot): string {
  if (kind === 'meal' && service === 'brunch' && !opens) return 'c’est brunch';
  const verb = kind === 'cook' ? 'on cuisine' : 'on mange';
  if (!opens) return `${verb} ${service ? SERVICE_WORDS[service] : ''}`.trim();
  return closes ? `${verb} de ${formatTime(opens)} à ${formatTime(closes)}` : `${verb} à ${formatTime(opens)}`;
}

/** Three days or more in a row are named by the first and the last. */
function sayDays(days: readonly Weekday[]): string {
  const names = days.map((day) => WEEKDAYS[day].toLowerCase());
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const inRow = days.every(
    (day, index) => index === 0 || DAYS_OF_WEEK.indexOf(day) === DAYS_OF_WEEK.indexOf(days[index - 1] ?? day) + 1,
  );
  const said = inRow && days.length > 2 ? `du ${first} au ${last}` : joinWords(names);
  return capitalised(said);
}

/** What takes place, in the order of the day and each once: `on cuisine à 9 h 30`, `on mange le midi`. */
export function servicesInWords(slots: readonly Slot[]): string[] {
  const sorted = slots.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)) || a.kind.localeCompare(b.kind));
  return [...new Set(sorted.map(say))];
}

/** In one sentence, each verb once: `on mange le midi et le soir`. */
export const joinServices = (services: readonly string[]): string =>
  joinWords(services.map((each, index) => withoutVerbOf(services[index - 1], each)));

function withoutVerbOf(before: string | undefined, service: string): string {
  const [verb = ''] = /^on \S+ /.exec(service) ?? [];
  return verb && before?.startsWith(verb) ? service.slice(verb.length) : service;
}

/** A week in few sentences: the days that are alike together, in the order of the week, then what has no known day. */
export function weekInWords(slots: readonly Slot[]): DaysAlike[] {
  const alike = Map.groupBy(
    DAYS_OF_WEEK.filter((day) => slots.some((slot) => slot.day === day)),
    (day) => servicesInWords(slots.filter((slot) => slot.day === day)).join('\n'),
  );
  const someday = servicesInWords(slots.filter(({ day }) => day === undefined));
  return [
    ...[...alike].map(([services, days]) => ({ days: sayDays(days), services: services.split('\n') })),
    ...(someday.length > 0 ? [{ days: 'Jours à demander', services: someday }] : []),
  ];
}
