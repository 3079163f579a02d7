import { capitalised, formatTime } from '#domain/french.ts';
import { type Opening, type OpeningException, type Service } from '#domain/opening.ts';
import { dayIn, timeIn } from '#domain/zones.ts';
import { sayClosure, sayDay } from './day-words.ts';

/** What a visitor reads of an opening. */
export interface OpeningWords {
  words: string;
  /** The class of the chip's colour. */
  tone: string | undefined;
  /** What there is to add, as a sentence. */
  title?: string;
}

const NBSP = '\u00a0';
const IN_DAY: Readonly<Record<Service, string>> = {
  lunch: 'midi',
  dinner: 'soir',
  afternoon: 'après-midi',
  brunch: 'brunch',
};
/** `Lundi de Pâques : horaires à confirmer`, with its day when the name does not tell. */
function sayDoubt(holiday: string, day: string, today: string): string {
  const when = day === today || /^lundi|^vendredi/i.test(holiday) ? '' : `, ${sayDay(day, today)}`;
  return `${capitalised(holiday)}${when}${NBSP}: horaires à confirmer`;
}

/**
 * A cantine's state at an instant, as a visitor reads it.
 * @param at.timezone the cantine's zone
 * @param at.usual what the page says of its week, for want of a state
 * @param at.confirmed false when the week is old or undated: what comes from it is « à confirmer »
 */
export function sayOpening(
  opening: Opening,
  { now, timezone, usual, confirmed = true }: { now: number; timezone: string; usual: string; confirmed?: boolean },
): OpeningWords {
  const today = dayIn(timezone, now);
  if (opening.state === 'someday') return { words: usual, tone: undefined };
  const said = say(opening, today, (instant) => formatTime(timeIn(timezone, instant)), timezone, usual);
  const fromWeek =
    opening.state === 'open' ||
    opening.state === 'started' ||
    ((opening.state === 'opens' || opening.state === 'expected') && !opening.closure && opening.doubt === undefined);
  if (confirmed || !fromWeek) return said;
  // « Heure à demander » already says to ask.
  if (opening.state === 'expected' && opening.service === undefined) return said;
  return { ...said, words: `${said.words}, à confirmer`, tone: 'tone-soon' };
}

function say(
  opening: Exclude<Opening, { state: 'someday' }>,
  today: string,
  hour: (instant: number) => string,
  timezone: string,
  usual: string,
): OpeningWords {
  const sit = 'meal' in opening && opening.meal !== undefined ? `, à table à ${hour(opening.meal)}` : '';
  switch (opening.state) {
    case 'open': {
      const { kind, until, meal } = opening;
      const begins = kind === 'cook' && (meal === undefined || meal >= until) ? 'On cuisine' : 'Ouvert';
      return { words: `${begins} jusqu’à ${hour(until)}${sit}`, tone: 'tone-good' };
    }
    case 'started': {
      const { kind, since } = opening;
      return {
        words: `${kind === 'cook' ? 'On cuisine' : 'À table'} depuis ${hour(since)}${sit}`,
        tone: 'tone-good',
        title: 'L’heure de fin est à demander.',
      };
    }
    case 'opens': {
      const { day, at, kind, closure, doubt } = opening;
      const when = `${day === today ? '' : `${sayDay(day, today)} `}à ${hour(at)}${kind === 'cook' ? ', pour cuisiner' : ''}`;
      if (doubt !== undefined) return doubtful(doubt, day, today, closure, `D’habitude, on ouvre ${when}.`);
      if (closure) return { words: sayClosure(closure, today), tone: 'tone-late', title: `Rouvre ${when}.` };
      return { words: `Ouvre ${when}`, tone: 'tone-soon' };
    }
    case 'expected': {
      const { day, closure, doubt } = opening;
      const words = sayService(opening, today);
      if (doubt !== undefined) return doubtful(doubt, day, today, closure);
      if (closure) return { words: sayClosure(closure, today), tone: 'tone-late', title: `${words}.` };
      return { words, tone: 'tone-soon', title: 'L’heure est à demander.' };
    }
    case 'closed':
      return opening.closure
        ? { words: sayClosure(opening.closure, today), tone: 'tone-late' }
        : { words: 'Aucune ouverture annoncée', tone: undefined };
    case 'unknown': {
      const { doubt, announced } = opening;
      if (doubt !== undefined) return { words: `${capitalised(doubt)}${NBSP}: horaires à confirmer`, tone: undefined };
      if (announced === undefined) return { words: 'Horaires à demander', tone: undefined };
      const day = sayDay(dayIn(timezone, announced), today);
      return {
        words: `Ouverture annoncée ${day} à ${hour(announced)}`,
        tone: 'tone-soon',
        title: `${usual}.`,
      };
    }
  }
}

function doubtful(
  doubt: string,
  day: string,
  today: string,
  closure: OpeningException | undefined,
  usual?: string,
): OpeningWords {
  const words = sayDoubt(doubt, day, today);
  if (closure) return { words: sayClosure(closure, today), tone: 'tone-late', title: `${words}.` };
  return usual === undefined ? { words, tone: undefined } : { words, tone: undefined, title: usual };
}

/** `À table demain midi`, `On cuisine mardi soir`, `À table ce midi`, `À table mardi, heure à demander`. */
function sayService({ kind, service, day }: Extract<Opening, { state: 'expected' }>, today: string): string {
  const verb = kind === 'cook' ? 'On cuisine' : 'À table';
  const named = sayDay(day, today);
  if (!service) return `${verb} ${named}, heure à demander`;
  if (service === 'brunch') return `${verb} ${named}, brunch`;
  if (day === today) return `${verb} ${service === 'afternoon' ? 'cet' : 'ce'} ${IN_DAY[service]}`;
  return /\d/.test(named)
    ? `${verb} ${named}, ${service === 'afternoon' ? 'l’' : 'le '}${IN_DAY[service]}`
    : `${verb} ${named} ${IN_DAY[service]}`;
}
