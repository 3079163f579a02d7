import { describe, expect, test } from 'vitest';
import { confirmationsTold, freshnessOf } from '#cantines/fiche/freshness.ts';
import { lackingOf } from '#cantines/fiche/lacking.ts';
import { confirmedOn, saidOn, trustedSince } from '#cantines/said.ts';
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
      'Relu en mars 2025 (prix), le reste d’après ce qui a été publié en septembre 2026',
      '2025-03-10',
    ],
  ])('%s', (_name, values, known, date) => {
    expect(freshnessOf(cantine(values))).toEqual({ known, date });
  });
});

/** A line for each fact, as the CMS writes it when it accepts a proposal; the group is dated of the same day. */
const lines = (by: string, on: string, ...facts: string[]) => facts.map((fact) => ({ fact, on, by }));
const HOURS = { 'openingHours.note': 'Midi', 'openingHours.asOf': '2024' };

describe('who confirmed a fiche', () => {
  test.each<[string, Record<string, unknown>, string, string | undefined]>([
    [
      'its team, all of it',
      {
        statusAsOf: '2026-11-23',
        ...HOURS,
        'openingHours.asOf': '2026-11-23',
        verifiedOn: '2026-11-23',
        confirmations: lines('team', '2026-11-23', 'status', 'openingHours'),
      },
      'Confirmé par l’équipe de la cantine en novembre 2026',
      '2026-11-23',
    ],
    [
      'its team on two days',
      {
        ...HOURS,
        confirmations: [...lines('team', '2026-11-23', 'status'), ...lines('team', '2027-02-01', 'openingHours')],
      },
      'Confirmé par l’équipe de la cantine de 2026 à 2027',
      '2026-11-23',
    ],
    [
      'its team, for the hours alone: the oldest of the rest keeps the doubt',
      { statusAsOf: '2024-06', ...HOURS, confirmations: lines('team', '2026-11-23', 'openingHours') },
      'Confirmé par l’équipe de la cantine en novembre 2026 (horaires), le reste d’après ce qui a été publié en juin 2024',
      '2024-06',
    ],
    [
      'somebody who comes there: it is dated, and still to be confirmed',
      { ...HOURS, confirmations: lines('guest', '2026-11-23', 'status', 'openingHours') },
      'D’après une personne qui y vient, en novembre 2026',
      undefined,
    ],
    [
      'each for a part, who knows best first',
      {
        ...HOURS,
        'price.costPrice': 9,
        'price.asOf': '2022',
        confirmations: [...lines('guest', '2026-12-01', 'openingHours'), ...lines('network', '2026-11-23', 'status')],
      },
      'Confirmé par le réseau en novembre 2026 (état), d’après une personne qui y vient, en décembre 2026 (horaires), le reste d’après ce qui a été publié en 2022',
      undefined,
    ],
    [
      'its team, and nobody dated the rest',
      { ...HOURS, 'price.costPrice': 9, confirmations: lines('team', '2026-11-23', 'openingHours') },
      'Confirmé par l’équipe de la cantine en novembre 2026 (horaires), le reste sans date',
      undefined,
    ],
    [
      'a page that was read since says it later',
      { ...HOURS, 'openingHours.asOf': '2027-03', confirmations: lines('team', '2026-11-23', 'openingHours') },
      'D’après ce qui a été publié en mars 2027',
      '2027-03',
    ],
  ])('%s', (_name, values, known, date) => {
    expect(freshnessOf(cantine({ statusAsOf: undefined, ...values }))).toEqual({ known, date });
  });

  test('is among the sources, by day and by role, the latest first', () => {
    const confirmations = [
      ...lines('team', '2026-11-23', 'openingHours', 'contacts'),
      ...lines('guest', '2026-12-01', 'price'),
    ];
    expect(confirmationsTold(cantine({ confirmations }))).toEqual([
      'D’après une personne qui y vient, le 1er\u00a0décembre 2026\u00a0: prix.',
      'Confirmé par l’équipe de la cantine le 23\u00a0novembre 2026\u00a0: horaires et contacts.',
    ]);
    expect(confirmationsTold(cantine({}))).toEqual([]);
  });
});

describe('the last word on a fact', () => {
  const words = (values: Record<string, unknown>) => {
    const told = cantine({ statusAsOf: undefined, ...values });
    return {
      said: saidOn(told, 'openingHours'),
      trusted: trustedSince(told, 'openingHours'),
      confirmed: confirmedOn(told, 'openingHours'),
    };
  };

  test.each<[string, Record<string, unknown>, ReturnType<typeof words>]>([
    ['nobody’s', {}, { said: undefined, trusted: undefined, confirmed: undefined }],
    [
      'a page’s, which confirms nothing',
      HOURS,
      { said: { on: '2024', by: 'page' }, trusted: '2024', confirmed: undefined },
    ],
    [
      'of two of the same day, a person’s',
      { ...HOURS, 'openingHours.asOf': '2026-11-23', confirmations: lines('team', '2026-11-23', 'openingHours') },
      { said: { on: '2026-11-23', by: 'team' }, trusted: '2026-11-23', confirmed: '2026-11-23' },
    ],
    [
      'of whoever reread it all',
      { ...HOURS, verifiedOn: '2026-12-01', confirmations: lines('team', '2026-11-23', 'openingHours') },
      { said: { on: '2026-12-01', by: 'rereading' }, trusted: '2026-12-01', confirmed: '2026-12-01' },
    ],
    [
      'a guest’s, who may have changed what was confirmed before',
      { ...HOURS, verifiedOn: '2026-11-01', confirmations: lines('guest', '2026-11-23', 'openingHours') },
      { said: { on: '2026-11-23', by: 'guest' }, trusted: undefined, confirmed: undefined },
    ],
    [
      'of a fact that says nothing, nothing is confirmed',
      { confirmations: lines('team', '2026-11-23', 'openingHours') },
      { said: { on: '2026-11-23', by: 'team' }, trusted: '2026-11-23', confirmed: undefined },
    ],
  ])('%s', (_name, values, expected) => {
    expect(words(values)).toEqual(expected);
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
