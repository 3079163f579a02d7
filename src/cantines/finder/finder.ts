import type { Location } from '#domain/location.ts';
import { dayInFrance, isFresh, addDays } from '#domain/days.ts';
import { byDistance, isInside, locate, type Located, type Origin } from './nearness.ts';
import { openingAt, servicesOn, type Timetable } from '#domain/opening.ts';
import { dayIn } from '#domain/zones.ts';
import { isAnnounced, mealAt, type MealAnswer } from '../hours/meal-answer.ts';
import type { Meal, Moment } from '../hours/moments.ts';

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

function openNow({ timetable }: CantineRecord, now: number): YesNoUnknown {
  const opening = openingAt(timetable, now);
  if (opening.state === 'open' || opening.state === 'started') return 'yes';
  const today = dayIn(timetable.timezone, now);
  // A service of today whose hour nobody wrote, or whose day nobody did, may be the one of this minute.
  const unwritten = opening.state === 'expected' && opening.day === today;
  const unknown = unwritten || opening.state === 'unknown' || servicesOn(timetable, today).someday.length > 0;
  return unknown ? 'unknown' : 'no';
}

const asQuestion = ({ answer }: MealAnswer): YesNoUnknown => (answer === 'over' ? 'no' : answer);

const mealToday = ({ timetable }: CantineRecord, now: number, meal: Meal): YesNoUnknown =>
  asQuestion(mealAt(timetable, { day: dayIn(timetable.timezone, now), meal }, now));

/** Whether one eats on the Saturday or Sunday of this week or, on a Sunday, this very day. */
function mealThisWeekEnd({ timetable }: CantineRecord, now: number): YesNoUnknown {
  const today = dayIn(timetable.timezone, now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const days = weekday === 0 ? [today] : [addDays(today, 6 - weekday), addDays(today, 7 - weekday)];
  const answers = days.map((day) => asQuestion(mealAt(timetable, { day, meal: undefined }, now)));
  return answers.find((answer) => answer === 'yes') ?? answers.find((answer) => answer === 'unknown') ?? 'no';
}

interface Asked {
  /** The kind of fact that the answer rests on. */
  fact: Fact;
  ask: (record: CantineRecord, now: number) => YesNoUnknown;
}

/** The visitor's questions, in the order in which they are asked; the names are those of the address bar. */
const CANTINE_QUESTIONS = {
  ouverte: { fact: 'hours', ask: openNow },
  midi: { fact: 'hours', ask: (record, now) => mealToday(record, now, 'lunch') },
  soir: { fact: 'hours', ask: (record, now) => mealToday(record, now, 'dinner') },
  'week-end': {
    fact: 'hours',
    ask: mealThisWeekEnd,
  },
  cuisiner: {
    fact: 'hours',
    // No page says that a cantine lets nobody cook: an unwritten slot is not a refusal.
    ask: ({ timetable, cookBooking }) =>
      cookBooking !== 'unknown' || timetable.slots.some(({ kind }) => kind === 'cook') ? 'yes' : 'unknown',
  },
  'sans-reserver': {
    fact: 'booking',
    ask: ({ eatBooking }) => (eatBooking === 'unknown' ? 'unknown' : eatBooking === 'required' ? 'no' : 'yes'),
  },
  fauteuil: {
    fact: 'accessibility',
    ask: ({ stepFree, wheelchairToilet }) => {
      if (stepFree === 'no' || wheelchairToilet === 'no') return 'no';
      return stepFree === 'yes' && wheelchairToilet === 'yes' ? 'yes' : 'unknown';
    },
  },
  vegetarien: {
    fact: 'menu',
    ask: ({ diets }) => (diets.some((diet) => diet === 'vegetarian' || diet === 'vegan') ? 'yes' : 'unknown'),
  },
} as const satisfies Record<string, Asked>;

export type Question = keyof typeof CANTINE_QUESTIONS;

export const CANTINE_QUESTION_NAMES = Object.keys(CANTINE_QUESTIONS) as Question[];

/** The questions about when, of which a visitor asks one; the others may be asked together. */
export const isAboutWhen = (name: Question): boolean =>
  name === 'ouverte' || name === 'midi' || name === 'soir' || name === 'week-end';

/** When a visitor would come: at once, this week-end, at a moment. */
export type When = 'ouverte' | 'week-end' | Moment;

/** What may be asked of a cantine: a question, or `quand`, whether one eats there at the moment that was chosen. */
export type Asking = Question | 'quand';

/** The answers of a cantine at an instant, to what was asked. */
export type Certainties = Readonly<Partial<Record<Asking, Certainty>>>;

export function answersOf(
  record: CantineRecord,
  now: number,
  questions: readonly Question[] = CANTINE_QUESTION_NAMES,
  moment?: Moment,
): Certainties {
  const today = dayInFrance(new Date(now));
  const answers: Partial<Record<Asking, Certainty>> = {};
  for (const name of questions) {
    const { ask, fact }: Asked = CANTINE_QUESTIONS[name];
    answers[name] = certainty(ask(record, now), isFresh(record.asOf[fact], today));
  }
  if (moment) {
    const { answer, sure } = mealOf(record, moment, now);
    answers.quand = certainty(asQuestion(answer), sure);
  }
  return answers;
}

const certainty = (answer: YesNoUnknown, sure: boolean): Certainty =>
  sure ? answer : answer === 'yes' ? 'likely' : 'unknown';

/** Whether one eats at a cantine at a moment; sure when its week is fresh, or when an exception says so. */
export function mealOf(
  { timetable, asOf }: Pick<CantineRecord, 'timetable' | 'asOf'>,
  moment: Moment,
  now: number,
): { answer: MealAnswer; sure: boolean } {
  const answer = mealAt(timetable, moment, now);
  const sure =
    answer.answer === 'over' ||
    isFresh(asOf.hours, dayInFrance(new Date(now))) ||
    isAnnounced(timetable, moment, now, answer);
  return { answer, sure };
}

/** The answer to several questions at once: one « no » decides, then one « unknown », then one « likely ». */
export function answerTo(answers: Certainties, questions: readonly Asking[]): Certainty {
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
  /** The same, with those that are being prepared near the place, or nearer than all that are open. */
  shown: FoundCantine[];
  /** How many of them are to be confirmed. */
  likely: number;
  /** Those for which a fact is missing. */
  maybe: FoundCantine[];
  /** The nearest ones whatever they answer, so that an answer is never empty; none without a place. */
  nearest: FoundCantine[];
}

/** As far, one that is being prepared is a neighbour; further than half an hour's drive, one may rather open one. */
const NEIGHBOURHOOD_KM = 30;

/** Whether a cantine is a neighbour: in the territory that was named, or not far. */
export const isNear = (found: FoundCantine, farthest = NEIGHBOURHOOD_KM): boolean =>
  isInside(found) || (found.km !== undefined && found.km <= farthest);

/**
 * Answers a visitor: by distance when a place is given, else in the order of the records.
 * @param answers the answers of each record, at the instant of the question
 */
export function find(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Certainties>,
  asked: { origin: Origin | undefined; questions: readonly Asking[] },
): Finding {
  const { origin, questions } = asked;
  const located = records.map((record) => locate(record, origin));
  if (origin) located.sort(byDistance);
  const firstOpen = located.findIndex(({ record }) => record.status === 'open');
  const nearestOpen = Math.max(NEIGHBOURHOOD_KM, located[firstOpen]?.km ?? Infinity);
  const found = located.filter(
    (each, rank) =>
      each.record.status !== 'preparing' || isNear(each, nearestOpen) || (each.km !== undefined && rank < firstOpen),
  );
  const finding: Finding = { yes: [], shown: [], likely: 0, maybe: [], nearest: origin ? found.slice(0, 3) : [] };
  for (const each of found) {
    if (each.record.status === 'preparing') {
      finding.shown.push(each);
      continue;
    }
    const known = answers.get(each.record);
    const answer = questions.length === 0 ? 'yes' : known ? answerTo(known, questions) : 'unknown';
    if (answer === 'no') continue;
    if (answer === 'likely' && each.record.status === 'open') finding.likely++;
    if (answer === 'unknown') finding.maybe.push(each);
    else {
      finding.yes.push(each);
      finding.shown.push(each);
    }
  }
  return finding;
}

const isYes = (answer: Certainty | undefined) => answer === 'yes' || answer === 'likely';

/** How many cantines would answer yes, be it to be confirmed, to the questions asked and one more. */
export function countYes(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Certainties>,
  questions: readonly Asking[],
): Readonly<Record<Question, number>> {
  const counts = Object.fromEntries(CANTINE_QUESTION_NAMES.map((name) => [name, 0])) as Record<Question, number>;
  for (const record of records) {
    const known = answers.get(record);
    if (record.status !== 'open' || !known || !isYes(answerTo(known, questions))) continue;
    for (const name of CANTINE_QUESTION_NAMES) if (isYes(known[name])) counts[name]++;
  }
  return counts;
}
