import type { Weekday } from './days.ts';

/** Their French names. */
export const WEEKDAYS = {
  monday: 'Lundi',
  tuesday: 'Mardi',
  wednesday: 'Mercredi',
  thursday: 'Jeudi',
  friday: 'Vendredi',
  saturday: 'Samedi',
  sunday: 'Dimanche',
} as const satisfies Record<Weekday, string>;
