/** How the rounds and the work of the year are said. Written for the browser: no-break spaces are in the words. */
import { formatDate, formatMonth, formatPeriod } from '#domain/date-words.ts';
import { saySeason } from '#domain/deadline-words.ts';
import { monthOf } from '#domain/months.ts';
import { count } from '#domain/numbers.ts';
import { DURATIONS, startsOn, type Plan, type Step } from './backwards.ts';
import { sayAge } from './call-html.ts';
import type { Milestone, Round } from './rounds.ts';
import type { MonthEvent, SeasonRow } from './year.ts';

/** A part of a month, for what is not a date: `début décembre`, `mi-décembre`, `fin décembre`. */
export function sayAbout(day: string): string {
  const number = Number(day.slice(8));
  const month = formatMonth(day);
  return number <= 10 ? `début ${month}` : number <= 20 ? `mi-${month}` : `fin ${month}`;
}

/** The same after « dès » or « vers »: `début décembre`, `la mi-décembre`. */
export const sayAround = (day: string): string => sayAbout(day).replace(/^mi-/, 'la mi-');

/** When a step is to be done: a day counted from an announced one, a part of a month otherwise. */
export const sayStepDay = ({ on, isNow }: Step, { isUsual }: Plan): string =>
  isNow ? 'maintenant' : isUsual ? sayAbout(on) : formatDate(on);

/** What is to be done, after its day. */
export function sayStep({ name }: Step, { isSigned, isOpening }: Plan, documents: number): string {
  switch (name) {
    case 'start':
      return 'commencer le dossier';
    case 'join':
      return 'dernier jour pour rejoindre la réponse collective';
    case 'gather':
      return documents > 1 ? `commencer à réunir les ${documents}\u00a0pièces` : 'demander la pièce à joindre';
    case 'vote':
      return `conseil d’administration\u00a0: faire voter la demande${isSigned ? '' : ', si vos statuts le veulent'}`;
    case 'file':
      return isOpening ? 'être prêt à l’ouverture' : 'déposer';
  }
}

/** `à préparer maintenant`, `à préparer dès la mi-décembre`; empty for what has no deadline. */
export function sayPreparation(plan: Plan | undefined): string {
  const [start] = plan?.steps ?? [];
  if (!plan || !start) return '';
  return start.isNow
    ? 'à préparer maintenant'
    : `à préparer dès ${plan.isUsual ? sayAround(start.on) : `le ${formatDate(start.on)}`}`;
}

/** When a round is: its announced days, or its usual months, after the name of its call. */
export function sayRound({ opens, closes }: Round, today: string): string {
  const [opensIn, closesIn] = [monthIn(opens), monthIn(closes)];
  const opensOn = opens && !opens.isUsual && opens.on > today ? opens.on : undefined;
  if (closes && !closes.isUsual) return formatPeriod(opensOn, closes.on);
  if (opens && !opens.isUsual) {
    const from = opensOn === undefined ? 'ouvert' : formatPeriod(opensOn, undefined);
    return closesIn === undefined ? from : `${from}, se clôt d’habitude en ${formatMonth(closesIn)}`;
  }
  const season = saySeason({ opensIn, closesIn }, today);
  const isToCome = opensIn !== undefined && opensIn > monthOf(today);
  return isToCome && closesIn !== undefined ? `${season} et se clôt en ${formatMonth(closesIn)}` : season;
}

const monthIn = (milestone: Milestone | undefined): string | undefined =>
  milestone?.isUsual ? monthOf(milestone.on) : undefined;

/** All the rounds of a call, and how old what was read is. */
export function sayRounds({ rounds, certainty, record }: SeasonRow, today: string): string {
  const said = rounds.map((round) => sayRound(round, today)).join(', puis ');
  if (certainty === 'stale') return `${said}, à reconfirmer (${sayAge(record)})`;
  return certainty === 'usual' ? `${said}, à confirmer` : said;
}

/** A call of the year in a sentence, without its name. */
export function sayRow(row: SeasonRow, today: string): string {
  return [sayRounds(row, today), sayPreparation(row.plan)].filter((each) => each !== '').join('\u202f; ');
}

/** What happens in a month, under its heading: `s’ouvre d’habitude`, `se clôt le 15`, `à commencer maintenant`. */
export function sayEvent({ what, on, isNow, isUsual }: MonthEvent): string {
  const when = isUsual ? 'd’habitude' : `le ${dayOf(on)}`;
  switch (what) {
    case 'start':
      return isNow ? 'à préparer maintenant' : `à préparer dès ${isUsual ? sayAround(on) : `le ${dayOf(on)}`}`;
    case 'join':
      return `réponse collective à rejoindre avant le ${dayOf(on)}`;
    case 'opens':
      return `s’ouvre ${when}`;
    case 'closes':
      return `se clôt ${when}`;
  }
}

/** `1er`, `15` */
const dayOf = (day: string): string => formatDate(day).split('\u00a0')[0] ?? '';

const weeks = (days: number): string => count(Math.round(days / 7), 'semaine');

/** What a plan is made of when nobody said how much work a call asks. */
export const GUESSED = 'travail à estimer, compté comme moyen';

/** Where the durations come from. */
export const ESTIMATE = `Le temps de préparation est notre estimation\u00a0: ${weeks(DURATIONS.light.start)} pour un dossier léger, ${weeks(DURATIONS.medium.start)} pour un moyen, ${weeks(DURATIONS.heavy.start)} pour un lourd.`;

/** The year in one sentence. */
export function sayYear(rows: readonly SeasonRow[], today: string): string {
  const now = rows.filter(({ plan }) => plan && startsOn(plan) <= today).length;
  const sure = rows.filter(({ certainty }) => certainty === 'announced').length;
  const begins = now === 0 ? 'Rien à préparer dès maintenant' : `${now} à préparer maintenant`;
  return `${begins}, sur ${count(rows.length, 'appel')} dans l’année${sure === 0 ? '' : `, dont ${sure} à date annoncée`}.`;
}
