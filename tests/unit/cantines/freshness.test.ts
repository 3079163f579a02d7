import { describe, expect, test } from 'vitest';
import { freshnessOf } from '#cantines/fiche/freshness.ts';
import { lackingOf } from '#cantines/fiche/lacking.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import * as f from '#schemas/kit/index.ts';
import { entryOf } from '../../support/entries.ts';

function cantine(values: Record<string, unknown>): Cantine {
  const { entry, problems } = f.readEntry(cantines, entryOf('cantines', values));
  if (!entry) throw new Error(JSON.stringify(problems));
  return entry;
}

describe('how fresh a fiche is, in one line', () => {
  test.each<[string, Record<string, unknown>, string, string | undefined]>([
    ['nothing dated', { statusAsOf: undefined }, 'Fiche à relire', undefined],
    ['one date', { statusAsOf: '2024-06-17' }, 'D’après ce qui a été publié le 17\u00a0juin 2024', '2024-06-17'],
    [
      'two months of a year',
      { statusAsOf: '2024-06', 'openingHours.note': 'Midi', 'openingHours.asOf': '2024-11' },
      'D’après ce qui a été publié en 2024',
      '2024-06',
    ],
    [
      'several years, the oldest of which decides of the doubt',
      { statusAsOf: '2024-06', 'price.costPrice': 9, 'price.asOf': '2019' },
      'D’après ce qui a été publié de 2019 à 2024',
      '2019',
    ],
    [
      'a fact without a date',
      { statusAsOf: '2024-06', 'price.costPrice': 9 },
      'D’après ce qui a été publié en juin 2024 ou sans date',
      undefined,
    ],
    [
      'a group that says nothing has no age',
      { statusAsOf: '2024-06', 'price.asOf': '2019' },
      'D’après ce qui a été publié en juin 2024',
      '2024-06',
    ],
    [
      'confirmed as a whole since',
      { statusAsOf: '2024-06', 'price.costPrice': 9, 'price.asOf': '2019', verifiedOn: '2026-03-02' },
      'Fiche confirmée le 2\u00a0mars 2026',
      '2026-03-02',
    ],
    [
      'confirmed as a whole, then told again in part: nothing is older than what was confirmed',
      {
        statusAsOf: '2026-09',
        'price.costPrice': 9,
        'price.asOf': '2017',
        verifiedOn: '2025-03-10',
      },
      'D’après ce qui a été publié de 2025 à 2026',
      '2025-03-10',
    ],
  ])('%s', (_name, values, known, date) => {
    expect(freshnessOf(cantine(values))).toEqual({ known, date });
  });
});

describe('what a fiche does not say', () => {
  const told = {
    'booking.eat': 'required',
    'membership.required': 'yes',
    'price.costPrice': 9,
    'capacity.seats': 30,
    diets: ['vegetarian'],
    languages: ['fr'],
    'accessibility.stepFree': 'yes',
    'accessibility.wheelchairToilet': 'no',
    'accessibility.seatedTasks': 'yes',
    'accessibility.pushchair': 'yes',
    'accessibility.hearingLoop': 'no',
  };

  test('nothing, when all is told', () => {
    expect(lackingOf(cantine(told))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['a place at the table', { 'capacity.seats': undefined }, ['les places']],
    ['a menu told in words', { diets: [], dietsNote: 'Toujours un plat sans viande' }, []],
    ['one question of access', { 'accessibility.hearingLoop': 'unknown' }, ['boucle magnétique']],
    [
      'all of access',
      {
        'accessibility.stepFree': 'unknown',
        'accessibility.wheelchairToilet': 'unknown',
        'accessibility.seatedTasks': 'unknown',
        'accessibility.pushchair': 'unknown',
        'accessibility.hearingLoop': 'unknown',
      },
      ['l’accès en fauteuil et en poussette'],
    ],
    ['how to book', { 'booking.eat': 'unknown' }, ['comment s’inscrire']],
  ])('%s', (_name, values, lacking) => {
    expect(lackingOf(cantine({ ...told, ...values }))).toEqual(lacking);
  });
});
