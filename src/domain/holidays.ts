/**
 * The places that do not keep the same public holidays: mainland France, those that add to it
 * (Code du travail, L. 3133-1, L. 3134-13, L. 3422-2), Belgium (loi du 4 janvier 1974).
 */
export type HolidayZone =
  'metropole' | 'alsace-moselle' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte' | 'belgique';

/** Names by month and day. */
type Feasts = Readonly<Record<string, string>>;

const SHARED: Feasts = {
  '01-01': 'jour de l’An',
  '05-01': 'fête du Travail',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': 'armistice de 1918',
  '12-25': 'Noël',
};

const FRENCH: Feasts = { '05-08': 'victoire de 1945', '07-14': 'fête nationale' };
const abolitionOn = (date: string): Feasts => ({ ...FRENCH, [date]: 'abolition de l’esclavage' });

const LOCAL: Readonly<Record<HolidayZone, Feasts>> = {
  metropole: FRENCH,
  'alsace-moselle': { ...FRENCH, '12-26': 'Saint-Étienne' },
  guadeloupe: abolitionOn('05-27'),
  martinique: abolitionOn('05-22'),
  guyane: abolitionOn('06-10'),
  reunion: abolitionOn('12-20'),
  mayotte: abolitionOn('04-27'),
  belgique: { '07-21': 'fête nationale' },
};

/** Days after Easter Sunday. */
const MOVABLE: Readonly<Record<number, string>> = { 1: 'lundi de Pâques', 39: 'Ascension', 50: 'lundi de Pentecôte' };

const DAY = 86_400_000;

/**
 * Easter Sunday of a year from 1900 to 2099, midnight UTC (Gauss, with his two exceptions: Meeus, « Astronomical
 * Algorithms », ch. 8).
 */
function easter(year: number): number {
  const a = year % 19;
  const d = (19 * a + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const late = e === 6 && d > (a > 10 ? 27 : 28) ? 7 : 0;
  return Date.UTC(year, 2, 22 + d + e - late);
}

/** The name of the public holiday on a calendar day (`YYYY-MM-DD`), or undefined. */
export function holidayOn(day: string, zone: HolidayZone): string | undefined {
  const date = day.slice(5);
  const fixed = SHARED[date] ?? LOCAL[zone][date];
  if (fixed) return fixed;
  const sinceEaster = Math.round((Date.parse(`${day}T00:00:00Z`) - easter(Number(day.slice(0, 4)))) / DAY);
  // By law only in communes with a Protestant church, which no data names: taken for granted.
  if (sinceEaster === -2 && zone === 'alsace-moselle') return 'Vendredi saint';
  return MOVABLE[sinceEaster];
}

const BY_DEPARTEMENT: Readonly<Record<string, HolidayZone>> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
};

const BY_TIME_ZONE: Readonly<Record<string, HolidayZone>> = {
  'Europe/Brussels': 'belgique',
  'America/Guadeloupe': 'guadeloupe',
  'America/Martinique': 'martinique',
  'America/Cayenne': 'guyane',
  'Indian/Reunion': 'reunion',
  'Indian/Mayotte': 'mayotte',
};

/** The holidays that apply in a département, by INSEE code; without one, those of the time zone. */
export function holidayZoneOf(departement: string | undefined, timezone = 'Europe/Paris'): HolidayZone {
  return BY_DEPARTEMENT[departement ?? ''] ?? BY_TIME_ZONE[timezone] ?? 'metropole';
}
