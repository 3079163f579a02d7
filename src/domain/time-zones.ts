/** The zones where there is a cantine, or may be one (IANA names). Apart from the code of zones: visitors get that, not these names. */
export const TIME_ZONES = {
  'Europe/Paris': 'France métropolitaine',
  'Europe/Brussels': 'Belgique',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
} as const;

export type TimeZone = keyof typeof TIME_ZONES;
