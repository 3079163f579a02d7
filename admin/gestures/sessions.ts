import { formatDay, formatWhen } from '#domain/date-words.ts';
import { addDays, daysBetween } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import type { Answers } from '../versions/answers.ts';
import { Mistake, type Gesture } from './gesture.ts';
import { FULL_NAME } from './names.ts';

const textIn = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

const dayOf = (answers: Answers): string => textIn(answers, 'startsAt').slice(0, 10);

const isAhead = (answers: Answers, today: string): boolean => dayOf(answers) >= today;

const registrationOf = (answers: Answers): Answers => {
  const { registration } = answers;
  return typeof registration === 'object' && registration !== null ? (registration as Answers) : {};
};

/** A wall time some days later, at the same hour: `2027-01-14T18:30`. */
const later = (moment: string, days: number): string => addDays(moment.slice(0, 10), days) + moment.slice(10);

/** A session some days later: its hours, its length and how long before its registrations close are the same. */
function moved(answers: Answers, days: number): Answers {
  const registration = registrationOf(answers);
  const closesOn = textIn(registration, 'closesOn');
  return {
    ...answers,
    startsAt: later(textIn(answers, 'startsAt'), days),
    endsAt: later(textIn(answers, 'endsAt'), days),
    ...(closesOn !== '' && { registration: { ...registration, closesOn: addDays(closesOn, days) } }),
  };
}

export const FULL: Gesture = {
  ...FULL_NAME,
  collection: 'sessions',
  fits: (answers, today) =>
    isAhead(answers, today) && answers['status'] !== 'full' && answers['status'] !== 'cancelled',
  asks: () => [],
  made: (answers) => ({ ...answers, status: 'full' }),
  told: () => 'complète',
};

export const SEATS_AGAIN: Gesture = {
  id: 'des-places',
  label: 'Des places se libèrent',
  collection: 'sessions',
  fits: (answers, today) => isAhead(answers, today) && answers['status'] === 'full',
  asks: () => [],
  made: (answers) => ({ ...answers, status: 'scheduled' }),
  told: () => 'de nouveau ouverte',
};

export const CANCEL: Gesture = {
  id: 'annuler',
  label: 'Annuler la session',
  collection: 'sessions',
  fits: (answers, today) => isAhead(answers, today) && answers['status'] !== 'cancelled',
  asks: () => [],
  made: (answers) => ({ ...answers, status: 'cancelled' }),
  told: () => 'annulée',
};

/** Registrations go on; the session itself stays where it is. */
export const EXTEND: Gesture = {
  id: 'prolonger',
  label: 'Prolonger les inscriptions',
  collection: 'sessions',
  fits: (answers, today) => isAhead(answers, today) && textIn(registrationOf(answers), 'closesOn') !== '',
  asks: (answers) => [
    {
      name: 'closesOn',
      label: 'Inscriptions jusqu’au',
      kind: 'date',
      value: dayOf(answers),
      required: true,
      hint: 'Au plus tard le jour de la session.',
    },
  ],
  made: (answers, { closesOn = '' }) => {
    if (closesOn > dayOf(answers))
      throw new Mistake(
        `Les inscriptions ne peuvent aller au-delà de la session : ${formatWhen(dayOf(answers))} au plus tard.`,
      );
    return { ...answers, registration: { ...registrationOf(answers), closesOn } };
  },
  told: ({ closesOn = '' }) => `inscriptions jusqu’au ${formatWhen(closesOn).replace(/^le /, '')}`,
};

/** To another day, at the same hours; or to a day that nobody knows yet. */
export const POSTPONE: Gesture = {
  id: 'reporter',
  label: 'Reporter',
  collection: 'sessions',
  fits: (answers, today) => isAhead(answers, today) || answers['status'] === 'postponed',
  asks: () => [
    {
      name: 'day',
      label: 'Nouveau jour',
      kind: 'date',
      value: '',
      required: false,
      hint: 'Aux mêmes heures. Vide si le jour n’est pas encore fixé.',
    },
  ],
  made: (answers, { day = '' }, today) => {
    if (day === '') return { ...answers, status: 'postponed' };
    if (day < today) throw new Mistake('Ce jour est déjà passé : choisissez un jour à venir.');
    return { ...moved(answers, daysBetween(dayOf(answers), day)), status: 'scheduled' };
  },
  told: ({ day = '' }) => (day === '' ? 'reportée, sans date encore' : `reportée au ${formatDay(day)}`),
};

/** A session a week for a year, and not one more. */
const MOST_REPEATS = 52;

/** Every week at the same hours, each a session of its own. */
export const REPEAT: Gesture = {
  id: 'repeter',
  label: 'Répéter chaque semaine jusqu’au…',
  collection: 'sessions',
  fits: (answers) => answers['status'] !== 'cancelled',
  asks: (answers) => [
    {
      name: 'until',
      label: 'Jusqu’au',
      kind: 'date',
      value: dayOf(answers) === '' ? '' : addDays(dayOf(answers), 28),
      required: true,
    },
  ],
  made: (answers) => answers,
  adds: (answers, { until = '' }) => {
    const weeks = Math.floor(daysBetween(dayOf(answers), until) / 7);
    if (weeks < 1) throw new Mistake(`Choisissez un jour au moins une semaine après ${formatWhen(dayOf(answers))}.`);
    if (weeks > MOST_REPEATS) throw new Mistake('Un an au plus : choisissez un jour plus proche.');
    const { recap: _recap, verifiedOn: _verifiedOn, ...lasting } = answers;
    return Array.from({ length: weeks }, (_, week) => ({
      ...moved(lasting, 7 * (week + 1)),
      status: 'scheduled',
    }));
  },
  told: ({ until = '' }, answers) =>
    `répétée chaque semaine jusqu’au ${formatWhen(until).replace(/^le /, '')} : ${count(REPEAT.adds?.(answers, { until }).length ?? 0, 'session de plus', 'sessions de plus')}`,
};
