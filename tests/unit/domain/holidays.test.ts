import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { holidayOn, holidayZoneOf, type HolidayZone } from '#domain/holidays.ts';

describe('public holidays', () => {
  test.each<[string, HolidayZone, string | undefined]>([
    ['2027-01-01', 'metropole', 'jour de l’An'],
    ['2027-03-28', 'metropole', undefined],
    ['2027-03-29', 'metropole', 'lundi de Pâques'],
    ['2027-05-06', 'metropole', 'Ascension'],
    ['2027-05-17', 'metropole', 'lundi de Pentecôte'],
    ['2027-07-14', 'metropole', 'fête nationale'],
    ['2027-12-26', 'metropole', undefined],
    ['2027-12-26', 'alsace-moselle', 'Saint-Étienne'],
    ['2027-03-26', 'alsace-moselle', 'Vendredi saint'],
    ['2027-03-26', 'guadeloupe', undefined],
    ['2027-05-27', 'guadeloupe', 'abolition de l’esclavage'],
    ['2027-12-20', 'reunion', 'abolition de l’esclavage'],
    ['2027-12-20', 'metropole', undefined],
    ['2027-07-21', 'belgique', 'fête nationale'],
    ['2027-07-14', 'belgique', undefined],
    // Easter at its earliest and latest of these years, and 8 May that is also Ascension.
    ['2035-03-26', 'metropole', 'lundi de Pâques'],
    ['2038-04-26', 'metropole', 'lundi de Pâques'],
    ['2036-05-22', 'metropole', 'Ascension'],
    ['2000-02-29', 'metropole', undefined],
    // Easter Mondays at the ends of what is computed, and of the years that the rule of the epacts moves.
    ['1900-04-16', 'metropole', 'lundi de Pâques'],
    ['2099-04-13', 'metropole', 'lundi de Pâques'],
    ['1943-04-26', 'metropole', 'lundi de Pâques'],
    ['1954-04-19', 'metropole', 'lundi de Pâques'],
    ['1981-04-20', 'metropole', 'lundi de Pâques'],
    ['1991-04-01', 'metropole', 'lundi de Pâques'],
    ['2049-04-19', 'metropole', 'lundi de Pâques'],
    ['2076-04-20', 'metropole', 'lundi de Pâques'],
  ])('%s in %s: %s', (day, zone, name) => {
    expect(holidayOn(day, zone)).toBe(name);
  });
});

describe('whose holidays are kept', () => {
  test.each<[departement: string, HolidayZone]>([
    ['69', 'metropole'],
    ['2A', 'metropole'],
    ['56', 'metropole'],
    ['57', 'alsace-moselle'],
    ['67', 'alsace-moselle'],
    ['68', 'alsace-moselle'],
    ['971', 'guadeloupe'],
    ['972', 'martinique'],
    ['973', 'guyane'],
    ['974', 'reunion'],
    ['976', 'mayotte'],
  ])('in the département %s: %s', (departement, zone) => {
    expect(holidayZoneOf(departement)).toBe(zone);
  });

  test.each<[timezone: string | undefined, HolidayZone]>([
    [undefined, 'metropole'],
    ['Europe/Paris', 'metropole'],
    ['Europe/Brussels', 'belgique'],
    ['America/Guadeloupe', 'guadeloupe'],
    ['America/Martinique', 'martinique'],
    ['America/Cayenne', 'guyane'],
    ['Indian/Reunion', 'reunion'],
    ['Indian/Mayotte', 'mayotte'],
  ])('in the zone %s, where the département is not known: %s', (timezone, zone) => {
    expect(holidayZoneOf(undefined, timezone)).toBe(zone);
  });

  test('the département says more than the zone', () => {
    expect(holidayZoneOf('57', 'Europe/Paris')).toBe('alsace-moselle');
    expect(holidayZoneOf('974', 'Indian/Mayotte')).toBe('reunion');
  });
});

/** What each zone is called by `date-holidays`. */
const REGIONS: Readonly<Record<HolidayZone, [country: string, region?: string]>> = {
  metropole: ['FR'],
  'alsace-moselle': ['FR', '67'],
  guadeloupe: ['FR', 'GP'],
  martinique: ['FR', 'MQ'],
  guyane: ['FR', 'GF'],
  reunion: ['FR', 'RE'],
  mayotte: ['FR', 'YT'],
  belgique: ['BE'],
};

/** Good Friday is a custom in the Antilles: the Code du travail gives it to Alsace and Moselle only. */
const isCustom = (zone: HolidayZone, { name }: { name: string }) =>
  (zone === 'guadeloupe' || zone === 'martinique') && name === 'Vendredi saint';

test.each(Object.entries(REGIONS) as [HolidayZone, [string, string?]][])(
  '%s: the days of date-holidays from 2016 to 2040',
  (zone, [country, region]) => {
    const calendar = region ? new Holidays(country, region) : new Holidays(country);
    for (let year = 2016; year <= 2040; year++) {
      const expected = calendar
        .getHolidays(year, 'fr')
        .filter((holiday) => holiday.type === 'public' && !isCustom(zone, holiday))
        .map(({ date }) => date.slice(0, 10));
      const found: string[] = [];
      for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
        const date = new Date(day).toISOString().slice(0, 10);
        if (holidayOn(date, zone)) found.push(date);
      }
      expect(found).toEqual([...new Set(expected)].toSorted());
    }
  },
);
