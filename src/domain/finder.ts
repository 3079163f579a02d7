import { distanceKm, type Point } from './distance.ts';
import { mealsOn, openingAt, servicesOn, type Timetable } from './opening.ts';
import { dayIn } from './zones.ts';

/** What the finder knows of a cantine: the page carries one for each, as JSON. */
export interface CantineRecord {
  slug: string;
  title: string;
  status: 'open' | 'preparing' | 'paused' | 'closed';
  /** Undefined when nobody located it. */
  point: (Point & { precision: 'address' | 'street' | 'district' | 'commune' }) | undefined;
  timetable: Timetable;
  eatBooking: 'required' | 'recommended' | 'none' | 'unknown';
  stepFree: 'yes' | 'no' | 'unknown';
  diets: readonly string[];
}

/** A fact that nobody wrote is `unknown`, never `no`. */
export type Answer = 'yes' | 'no' | 'unknown';

const hours = ({ timetable }: CantineRecord, holds: (timetable: Timetable) => boolean): Answer =>
  timetable.slots.length === 0 && timetable.exceptions.length === 0 ? 'unknown' : holds(timetable) ? 'yes' : 'no';

function mealToday(record: CantineRecord, now: number, service: 'lunch' | 'dinner'): Answer {
  const { timetable } = record;
  const day = dayIn(timetable.timezone, now);
  const answer = hours(record, () => mealsOn(timetable, day).has(service));
  // A public holiday on which nobody knows whether the week goes on.
  const doubtful = servicesOn(timetable, day).services.some(({ doubt }) => doubt !== undefined);
  return answer === 'no' && doubtful ? 'unknown' : answer;
}

function openNow({ timetable }: CantineRecord, now: number): Answer {
  const { state } = openingAt(timetable, now);
  if (state === 'unknown') return 'unknown';
  return state === 'open' || state === 'started' ? 'yes' : 'no';
}

/** The visitor's questions, in the order in which they are asked; the names are those of the address bar. */
export const QUESTIONS = {
  ouverte: { label: 'Ouverte maintenant', ask: openNow },
  midi: { label: 'Ce midi', ask: (record, now) => mealToday(record, now, 'lunch') },
  soir: { label: 'Ce soir', ask: (record, now) => mealToday(record, now, 'dinner') },
  'week-end': {
    label: 'Le week-end',
    ask: (record) =>
      hours(record, ({ slots }) => slots.some(({ day, kind }) => kind === 'meal' && /^s(?:atur|un)day$/.test(day))),
  },
  cuisiner: {
    label: 'Je veux cuisiner',
    ask: (record) => hours(record, ({ slots }) => slots.some(({ kind }) => kind === 'cook')),
  },
  'sans-reserver': {
    label: 'Manger sans réserver',
    ask: ({ eatBooking }) => (eatBooking === 'unknown' ? 'unknown' : eatBooking === 'required' ? 'no' : 'yes'),
  },
  fauteuil: { label: 'Accessible en fauteuil', ask: ({ stepFree }) => stepFree },
  vegetarien: {
    label: 'Option végétarienne',
    ask: ({ diets }) =>
      diets.length === 0 ? 'unknown' : diets.some((diet) => diet === 'vegetarian' || diet === 'vegan') ? 'yes' : 'no',
  },
} as const satisfies Record<string, { label: string; ask: (record: CantineRecord, now: number) => Answer }>;

export type Question = keyof typeof QUESTIONS;

export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

/** The answers of a cantine to every question at an instant. */
export type Answers = Readonly<Record<Question, Answer>>;

export function answersOf(record: CantineRecord, now: number): Answers {
  return Object.fromEntries(QUESTION_NAMES.map((name) => [name, QUESTIONS[name].ask(record, now)])) as Answers;
}

/** The answer to several questions at once: one « no » decides, then one « unknown ». */
export function answerTo(answers: Answers, questions: readonly Question[]): Answer {
  if (questions.some((name) => answers[name] === 'no')) return 'no';
  return questions.some((name) => answers[name] === 'unknown') ? 'unknown' : 'yes';
}

/** A cantine in an answer. */
export interface Found {
  record: CantineRecord;
  /** Kilometres from the visitor's place; undefined without a place or without a point. */
  km: number | undefined;
}

interface Finding {
  /** The cantines that answer yes to all. */
  yes: Found[];
  /** Those for which a fact is missing. */
  maybe: Found[];
  /** The nearest ones whatever they answer, so that an answer is never empty; none without a place. */
  nearest: Found[];
}

const byDistance = (a: Found, b: Found) =>
  (a.km ?? Infinity) - (b.km ?? Infinity) || a.record.title.localeCompare(b.record.title, 'fr');

/**
 * Answers a visitor: by distance when a place is given, else in the order of the records.
 * @param answers the answers of each record, at the instant of the question
 */
export function find(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Answers>,
  asked: { origin: Point | undefined; questions: readonly Question[] },
): Finding {
  const { origin, questions } = asked;
  const found = records.map((record) => ({
    record,
    km: origin && record.point ? distanceKm(origin, record.point) : undefined,
  }));
  if (origin) found.sort(byDistance);
  const finding: Finding = { yes: [], maybe: [], nearest: origin ? found.slice(0, 3) : [] };
  for (const each of found) {
    const known = answers.get(each.record);
    const answer = questions.length === 0 ? 'yes' : known ? answerTo(known, questions) : 'unknown';
    if (answer !== 'no') finding[answer === 'yes' ? 'yes' : 'maybe'].push(each);
  }
  return finding;
}

/** How many cantines would answer yes to the questions asked and one more. */
export function countYes(
  records: readonly CantineRecord[],
  answers: ReadonlyMap<CantineRecord, Answers>,
  questions: readonly Question[],
): Readonly<Record<Question, number>> {
  const counts = Object.fromEntries(QUESTION_NAMES.map((name) => [name, 0])) as Record<Question, number>;
  for (const record of records) {
    const known = answers.get(record);
    if (!known || answerTo(known, questions) !== 'yes') continue;
    for (const name of QUESTION_NAMES) if (known[name] === 'yes') counts[name]++;
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
    questions: QUESTION_NAMES.filter((name) => asked.includes(name)),
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
