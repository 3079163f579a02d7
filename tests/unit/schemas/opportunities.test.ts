import { expect, test } from 'vitest';
import { schemaCases } from '../../support/schema-cases.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const window = (opensOn: unknown, closesOn: unknown) => ({ windows: [{ opensOn, closesOn, note: 'x' }] });

schemaCases(
  'opportunities',
  [
    ['no funder', { funder: null }, 'funder'],
    ['nobody to answer', { audience: [] }, 'audience'],
    ['a window that closes before it opens', window('2027-03-01', '2027-02-01'), 'windows[1].closesOn'],
    ['a window without a date', window('', null), 'windows[1].closesOn'],
    ['a window in words', window('début mars', ''), 'windows[1].opensOn'],
    ['amounts upside down', { 'amounts.min': 5000, 'amounts.max': 1000 }, 'amounts.max'],
    ['an amount with its sign', { 'amounts.max': '10 000 €' }, 'amounts.max'],
    ['a share of more than everything', { fundedShare: 120 }, 'fundedShare'],
    ['no share', { fundedShare: 0 }, 'fundedShare'],
    ['national, yet with codes', { 'territory.codes': ['84'] }, 'territory.codes'],
    ['a code that is a name', { territory: { scope: 'region', name: 'x', codes: ['Rhône'] } }, 'territory.codes[1]'],
    ['a month by its name', { 'usualMonths.closes': ['mars'] }, 'usualMonths.closes[1]'],
    ['a collective answer in a word of its own', { collective: 'oui' }, 'collective'],
    ['a supported cantine by its name alone', { supported: ['metz'] }, 'supported[1]'],
    ['a support without its cantine', { supported: [{ asOf: '2025' }] }, 'supported[1].cantine'],
    [
      'an amount received with its sign',
      { supported: [{ cantine: 'metz', amount: '8 000 €' }] },
      'supported[1].amount',
    ],
    ['no confidence', { confidence: '' }, 'confidence'],
    ['a javascript: form', { formUrl: 'JavaScript:alert(1)' }, 'formUrl'],
  ],
  [
    ['a window that only closes', window('', '2027-02-01')],
    ['a window that only opens', window('2027-02-01', null)],
    ['a window of one day', window('2027-02-01', '2027-02-01')],
    ['amounts as text', { 'amounts.min': '1000', 'amounts.max': '5000' }],
    ['a département with its zero', { territory: { scope: 'departement', name: 'Ain', codes: ['01'] } }],
    ['a call that wants several', { collective: 'wanted' }],
    ['a cantine that had it', { supported: [{ cantine: 'metz', rereads: 'yes', asOf: 2025, amount: '8000' }] }],
    ['months as numbers in text', { 'usualMonths.closes': ['3', '10'] }],
  ],
);

test('a region code that YAML made a number is refused with what to do', () => {
  const entry = entryOf('opportunities', { territory: { scope: 'region', name: 'AURA', codes: [84] } });
  expect(() => readOf('opportunities', entry)).toThrow(/guillemets/);
});

test('a cantine that nobody asked has not said that it rereads', () => {
  const read = readOf('opportunities', entryOf('opportunities', { supported: [{ cantine: 'metz' }] }));
  expect(read['supported']).toMatchObject([{ cantine: 'metz', rereads: 'unknown' }]);
});

test('without a word on dates, the rhythm is unknown', () => {
  expect(readOf('opportunities', entryOf('opportunities'))).toMatchObject({ rhythm: 'unknown', windows: [] });
});
