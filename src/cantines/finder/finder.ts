import type { Location } from '#domain/location.ts';
import { dayInFrance, isFresh, addDays } from '#domain/days.ts';
import { byDistance, locate, type Located, type Origin } from './nearness.ts';
import { mealsOn } from './meals.ts';
import { openingAt, servicesOn, type Service, type Timetable } from '#domain/opening.ts';
import { dayIn, timeIn } from '#domain/zones.ts';

/** What the finder knows of a cantine: the page carries one for each, as JSON. */
export interface CantineRecord {
  slug: string;
  title: string;
  status: 'open' | 'preparing' | 'paused' | 'closed';
  /** Undefined when nobody located it. */
  point: Location | undefined;
  /** INSEE code of its commune or, in Paris, Lyon and Marseille, of its district. */
  commune?: string | undefined;
  postalCode?: string | undefined;
  timetable: Timetable;
  cookBooking: Booking;
  eatBooking: Booking;
  stepFree: YesNoUnknown;
  wheelchairToilet: YesNoUnknown;
  diets: readonly string[];
  /** When each kind of fact was last true: partial dates. */
  asOf: Readonly<Partial<Record<Fact, string | undefined>>>;
}

type Booking = 'required' | 'recommended' | 'none' | 'unknown';
type YesNoUnknown = 'yes' | 'no' | 'unknown';
type Fact = 'hours' | 'booking' | 'accessibility' | 'menu';

/**
 * `likely`: yes, by facts that are old or undated, to be confirmed. `unknown`: nobody wrote it, or a « no » is too old
 * to be believed. Only a fresh fact says no.
 */
export type Certainty = 'yes' | 'likely' | 'no' | 'unknown';

const LUNCH_IS_OVER = '15:00';
const DINNER_IS_OVER = '23:00';

function openNow({ timetable }: CantineRecord, now: number): YesNoUnknown {
  const opening = openingAt(timetable, now);
  if (opening.state === 'open' || opening.state === 'started') return 'yes';
  // A service of today whose hour nobody wrote may be the one of this minute.
  const unwritten = opening.state === 'expected' && opening.day === dayIn(timetable.timezone, now);
  return opening.state === 'unknown' || unwritten ? 'unknown' : 'no';
}

/** Whether one eats on one of these days, at a service or at any. */
function mealsOnDays(timetable: Timetable, days: readonly string[], service?: Service): YesNoUnknown {
  const holds = (day: string) => (service ? mealsOn(timetable, day).has(service) : mealsOn(timetable, day).size > 0);
  if (days.some(holds)) return 'yes';
  const planned = days.map((day) => servicesOn(timetable, day));
  const doubtful = planned.some(({ services }) => services.some(({ doubt }) => doubt !== undefined));
  const weekUnknown = timetable.slots.length === 0 && !planned.every(({ closure }) => closure !== undefined);
  return doubtful || weekUnknown ? 'unknown' : 'no';
}

function mealToday({ timetable }: CantineRecord, now: number, service: 'lunch' | 'dinner'): YesNoUnknown {
  const over = service === 'lunch' ? LUNCH_IS_OVER : DINNER_IS_OVER;
  if (timeIn(timetable.timezone, now) >= over) return 'no';
  return mealsOnDays(timetable, [dayIn(timetable.timezone, now)], service);
}

/** The Saturday and Sunday of this week or, on a Sunday, this very day. */
function weekEnd({ timezone }: Timetable, now: number): string[] {
  const today = dayIn(timezone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? [today] : [addDays(today, 6 - weekday), addDays(today, 7 - weekday)];
}

interface Asked {
  label: string;
  /** The kind of fact that the answer rests on. */
  fact: Fact;
  ask: (record: CantineRecord, now: number) => YesNoUnknown;
}

/** The visitor's questions, in the order in which they are asked; the names are those of the address bar. */
export const CANTINE_QUESTIONS = {
  ouverte: { label: 'Ouverte maintenant', fact: 'hours', ask: openNow },
  midi: { label: 'Ce midi', fact: 'hours', ask: (record, now) => mealToday(record, now, 'lunch') },
  soir: { label: 'Ce soir', fact: 'hours', ask: (record, now) => mealToday(record, now, 'dinner') },
  'week-end': {
    label: 'Ce week-end',
    fact: 'hours',
    ask: ({ timetable }, now) => mealsOnDays(timetable, weekEnd(timetable, now)),
  },
  cuisiner: {
    label: 'Je veux cuisiner',
    fact: 'hours',
    // No page says that a cantine lets nobody cook: an unwritten slot is not a refusal.
    ask: ({ timetable, cookBooking }) =>
      cookBooking !== 'unknown' || timetable.slots.some(({ kind }) => kind === 'cook') ? 'yes' : 'unknown',
  },
  'sans-reserver': {
    label: 'Manger sans réserver',
    fact: 'booking',
    ask: ({ eatBooking }) => (eatBooking === 'unknown' ? 'unknown' : eatBooking === 'required' ? 'no' : 'yes'),
  },
  fauteuil: {
    label: 'Accessible en fauteuil',
    fact: 'accessibility',
    ask: ({ stepFree, wheelchairToilet }) => {
      if (stepFree === 'no' || wheelchairToilet === 'no') return 'no';
      return stepFree === 'yes' && wheelchairToilet === 'yes' ? 'yes' : 'unknown';
    },
  },
  vegetarien: {
    label: 'Option végétarienne',
    fact: 'menu',
    ask: ({ diets }) => (diets.some((diet) => diet === 'vegetarian' || diet === 'vegan') ? 'yes' : 'unknown'),
  },
} as const satisfies Record<string, Asked>;

export type Question = keyof typeof CANTINE_QUESTIONS;

export const CANTINE_QUESTION_NAMES = Object.keys(CANTINE_QUESTIONS) as Question[];

/** The answers of a cantine to every question at an instant. */
export type Certainties = Readonly<Record<Question, Certainty>>;

export function answersOf(record: CantineRecord, now: number): Certainties {
  const today = dayInFrance(new Date(now));
  const answers = CANTINE_QUESTION_NAMES.map((name) => {
    const { ask, fact }: Asked = CANTINE_QUESTIONS[name];
    const answer = ask(record, now);
    if (isFresh(record.asOf[fact], today)) return [name, answer];
    return [name, answer === 'yes' ? 'likely' : 'unknown'];
  });
  return Object.fromEntries(answers) as Certainties;
}

/** The answer to several questions at once: one « no » decides, then one « unknown », then one « likely ». */
export function answerTo(answers: Certainties, questions: readonly Question[]): Certainty {
  for (const answer of ['no', 'unknown', 'likely'] as const) {
    if (questions.some((name) => answers[name] === answer)) return answer;
  }
  return 'yes';
}

/** A cantine in an answer. */
export type FoundCantine = Located<CantineRecord>;

interface Finding {
  /** The cantines that answer yes to all, by facts of which some may be old. */
  yes: FoundCantine[];
  /** How many of them are to be confirmed. */
  likely: number;
  /** Those for which a fact is missing. */
  maybe: FoundCantine[];
  /** The nearest ones whatever they answer, so that an answer is never empty; none without a place. */
  nearest: FoundCantine[];
  /** Those in preparation that are shown beside an answer to questions, which they cannot answer yet. */
  beside: FoundCantine[];
}

/**
 * Answers a visitor: by distance when a place is given, else in the order of the records. Of the cantines in
 * preparation, those that are nearer than any open one are always shown: they are neighbours.
 * @param answers the answers of each record, at the instant of the question
 * @param asked.preparing whether all those in preparation are shown
 */
export function find(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Certainties>,
  asked: { origin: Origin | undefined; questions: readonly Question[]; preparing?: boolean },
): Finding {
  const { origin, questions, preparing = false } = asked;
  const located = records.map((record) => locate(record, origin));
  if (origin) located.sort(byDistance);
  const firstOpen = located.findIndex(({ record }) => record.status === 'open');
  const isNeighbour = (rank: number) => origin !== undefined && (firstOpen === -1 || rank < firstOpen);
  const found = located.filter(
    ({ record, km }, rank) => record.status !== 'preparing' || preparing || (isNeighbour(rank) && km !== undefined),
  );
  const finding: Finding = { yes: [], likely: 0, maybe: [], nearest: origin ? found.slice(0, 3) : [], beside: [] };
  for (const each of found) {
    if (questions.length > 0 && each.record.status === 'preparing') {
      finding.beside.push(each);
      continue;
    }
    const known = answers.get(each.record);
    const answer = questions.length === 0 ? 'yes' : known ? answerTo(known, questions) : 'unknown';
    if (answer === 'no') continue;
    if (answer === 'likely') finding.likely++;
    finding[answer === 'unknown' ? 'maybe' : 'yes'].push(each);
  }
  return finding;
}

const isYes = (answer: Certainty) => answer === 'yes' || answer === 'likely';

/** How many cantines would answer yes, be it to be confirmed, to the questions asked and one more. */
export function countYes(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Certainties>,
  questions: readonly Question[],
): Readonly<Record<Question, number>> {
  const counts = Object.fromEntries(CANTINE_QUESTION_NAMES.map((name) => [name, 0])) as Record<Question, number>;
  for (const record of records) {
    const known = answers.get(record);
    if (!known || !isYes(answerTo(known, questions))) continue;
    for (const name of CANTINE_QUESTION_NAMES) if (isYes(known[name])) counts[name]++;
  }
  return counts;
}

/** What the address bar says of a search; what it does not understand is left out. */
export interface Search {
  /** What names the place: a commune and its postcode (`anse-69480`), or what a hand typed. */
  place: string | undefined;
  questions: Question[];
  /** Whether places in preparation are shown too. */
  preparing: boolean;
}

export function readSearch(params: URLSearchParams): Search {
  const asked = (params.get('questions') ?? '').split(',');
  const place = (params.get('lieu') ?? '').trim().slice(0, 100);
  return {
    place: place || undefined,
    questions: CANTINE_QUESTION_NAMES.filter((name) => asked.includes(name)),
    preparing: params.get('projets') === 'oui',
  };
}

export function writeSearch({ place, questions, preparing }: Search): URLSearchParams {
  const params = new URLSearchParams();
  if (place) params.set('lieu', place);
  if (questions.length > 0) params.set('questions', questions.join(','));
  if (preparing) params.set('projets', 'oui');
  return params;
}
