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
  ],
  [
    ['a value of zero', { value: 0 }],
    ['a value of less than zero', { value: -3 }],
    ['a ticked box in French', { highlight: 'oui' }],
    ['a figure of law', { series: 'loi', legalReference: 'CGI, art. 206, 1 bis', asOf: '2025', yearly: true }],
  ],
);

test('a decimal comma is a point', () => {
  expect(readOf('figures', entryOf('figures', { value: '12,5' }))).toMatchObject({ value: 12.5 });
});
