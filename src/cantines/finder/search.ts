import { isAhead, readMoment, writeMoment, type Moment } from '../hours/moments.ts';
import { CANTINE_QUESTION_NAMES, isAboutWhen, type Question, type When } from './finder.ts';

/** What the address bar says of a search; what it does not understand is left out. */
export interface Search {
  /** What names the place: a commune and its postcode (`anse-69480`), or what a hand typed. */
  place: string | undefined;
  /** Undefined: whenever. */
  when: When | undefined;
  questions: Question[];
}

const NOW = 'maintenant';

/** @param today where the visitor is: a moment that is past, or too far, is left out */
export function readSearch(params: URLSearchParams, today: string): Search {
  const asked = (params.get('questions') ?? '').split(',');
  const place = (params.get('lieu') ?? '').trim().slice(0, 100);
  const known = CANTINE_QUESTION_NAMES.filter((name) => asked.includes(name));
  return {
    place: place || undefined,
    when: readWhen(params.get('quand') ?? known.find(isAboutWhen) ?? '', today),
    questions: known.filter((name) => !isAboutWhen(name)),
  };
}

/** The moment that a word of the address names, as `writeWhen` writes it. */
export function readWhen(text: string, today: string): When | undefined {
  if (text === NOW || text === 'ouverte') return 'ouverte';
  if (text === 'week-end') return text;
  // Others may have kept an address that asks for a meal of the day.
  const meal = text === 'midi' ? 'lunch' : text === 'soir' ? 'dinner' : undefined;
  const moment: Moment | undefined = meal ? { day: today, meal } : readMoment(text);
  return moment && isAhead(moment, today) ? moment : undefined;
}

export const writeWhen = (when: When): string =>
  when === 'ouverte' ? NOW : when === 'week-end' ? when : writeMoment(when);

export function writeSearch({ place, when, questions }: Search): URLSearchParams {
  const params = new URLSearchParams();
  if (place) params.set('lieu', place);
  if (when) params.set('quand', writeWhen(when));
  if (questions.length > 0) params.set('questions', questions.join(','));
  return params;
}
