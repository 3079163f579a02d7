import { formatPeriod, formatWhen } from '#domain/date-words.ts';
import { addDays, daysAfterMonday } from '#domain/days.ts';
import { listIn, Mistake, type Gesture } from './gesture.ts';

/** Written down as an exception of its timetable: the week itself stays. */
export const CLOSE: Gesture = {
  id: 'fermer',
  label: 'Fermer du… au…',
  collection: 'cantines',
  fits: ({ status }) => status === 'open',
  asks: (_answers, today) => [
    { name: 'from', label: 'Fermée du', kind: 'date', value: today, required: true },
    { name: 'to', label: 'Au (inclus)', kind: 'date', value: today, required: true },
    { name: 'reason', label: 'Raison', kind: 'text', value: '', required: false, hint: 'Par exemple : congés d’été.' },
  ],
  shortcuts: (today) => {
    const tomorrow = addDays(today, 1);
    const sunday = addDays(today, 6 - daysAfterMonday(today));
    const nextMonday = addDays(sunday, 1);
    return [
      { label: 'Aujourd’hui', fills: { from: today, to: today } },
      { label: 'Demain', fills: { from: tomorrow, to: tomorrow } },
      { label: 'Jusqu’à dimanche', fills: { from: today, to: sunday } },
      { label: 'La semaine prochaine', fills: { from: nextMonday, to: addDays(nextMonday, 6) } },
    ];
  },
  made: (answers, { from = '', to = '', reason = '' }) => {
    if (to < from) throw new Mistake('Le dernier jour vient avant le premier : échangez les deux dates.');
    const closed = { from, to, kind: 'closed', ...(reason.trim() !== '' && { reason: reason.trim() }) };
    return { ...answers, exceptions: [...listIn(answers, 'exceptions'), closed] };
  },
  told: ({ from = '', to }) => `fermée ${from === to ? formatWhen(from) : formatPeriod(from, to)}`,
};
