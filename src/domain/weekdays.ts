export const WEEKDAYS = {
  monday: 'Lundi',
  tuesday: 'Mardi',
  wednesday: 'Mercredi',
  thursday: 'Jeudi',
  friday: 'Vendredi',
  saturday: 'Samedi',
  sunday: 'Dimanche',
} as const;

export type Weekday = keyof typeof WEEKDAYS;

/** From Monday to Sunday. */
export const DAYS_OF_WEEK = Object.keys(WEEKDAYS) as Weekday[];
