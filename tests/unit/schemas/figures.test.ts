import { expect, test } from 'vitest';
import { schemaCases } from '../../support/schema-cases.ts';
import { entryOf, readOf } from '../../support/entries.ts';

schemaCases(
  'figures',
  [
    ['no source', { source: '' }, 'source'],
    ['a source without its scheme', { source: 'exemple.org' }, 'source'],
    ['a value with its unit', { value: '18 cantines' }, 'value'],
    ['no value', { value: null }, 'value'],
    ['a date in French', { asOf: 'juin 2024' }, 'asOf'],
    ['a series that does not exist', { series: 'repas' }, 'series'],
    ['a figure of law without its text', { series: 'loi' }, 'legalReference'],
    ['a figure to confirm each year, without its own', { yearly: true }, 'asOf'],
    ['an estimated date that is not there', { estimated: true }, 'asOf'],
    ['an end of what is not estimated', { asOf: '2021', asOfUntil: '2022' }, 'asOfUntil'],
    ['an end before its beginning', { asOf: '2022', asOfUntil: '2021', estimated: true }, 'asOfUntil'],
    ['a point of a curve without a date', { measure: 'cantines' }, 'asOf'],
    ['a measure that does not exist', { measure: 'tables', asOf: '2021' }, 'measure'],
  ],
  [
    ['a value of zero', { value: 0 }],
    ['a value of less than zero', { value: -3 }],
    ['a date estimated between two years', { asOf: '2021', asOfUntil: '2022', estimated: true, measure: 'cantines' }],
    ['an ambition without a date', { measure: 'convives-par-an', target: true }],
    ['a ticked box in French', { highlight: 'oui' }],
    ['a figure of law', { series: 'loi', legalReference: 'CGI, art. 206, 1 bis', asOf: '2025', yearly: true }],
  ],
);

test('a decimal comma is a point', () => {
  expect(readOf('figures', entryOf('figures', { value: '12,5' }))).toMatchObject({ value: 12.5 });
});
