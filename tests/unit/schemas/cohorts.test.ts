import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'cohorts',
  [
    ['a deadline after the start', { applyBy: '2027-04-01' }, 'applyBy'],
    ['a start in another year', { startsOn: '2028-03' }, 'startsOn'],
    ['a year in letters', { year: 'deux mille' }, 'year'],
    ['a season that does not exist', { season: 'mars' }, 'season'],
    ['a step without a title', { steps: [{ month: '2027-04' }] }, 'steps[1].title'],
    ['a thirteenth month', { steps: [{ title: 'x', month: '2027-13' }] }, 'steps[1].month'],
  ],
  [
    ['a deadline in the month of the start', { applyBy: '2027-03-31' }],
    ['a deadline before', { applyBy: '2027-01-15' }],
    ['a start on a day', { startsOn: '2027-03-05', applyBy: '2027-03-05' }],
    ['a deadline that YAML made a date', { applyBy: new Date('2027-01-15') }],
    ['an empty step', { steps: [{ title: '', month: null }] }],
  ],
);
