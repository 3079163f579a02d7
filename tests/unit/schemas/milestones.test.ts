import { schemaCases } from '../../support/schema-cases.ts';

const SOURCE = { url: 'https://exemple.org/a', title: 'Un journal', readOn: '2026-11-20' };

schemaCases(
  'milestones',
  [
    ['no date', { date: undefined }, 'date'],
    ['a month that does not exist', { date: '2016-13' }, 'date'],
    ['no kind', { kind: undefined }, 'kind'],
    ['a kind that does not exist', { kind: 'anniversaire' }, 'kind'],
    ['an end before its beginning', { date: '2016-03', until: '2015-11' }, 'until'],
    ['an end in a year before', { date: '2016-03-02', until: '2015' }, 'until'],
    ['no source', { sources: [] }, 'sources'],
    ['a source without its name', { sources: [{ ...SOURCE, title: '' }] }, 'sources'],
    ['a source that nobody says they read', { sources: [{ ...SOURCE, readOn: undefined }] }, 'sources'],
    ['one nameless source of two', { sources: [SOURCE, { url: 'https://exemple.org/b' }] }, 'sources'],
  ],
  [
    ['a year alone', { date: '2025' }],
    ['what lasted', { date: '2015-11', until: '2016-03' }],
    ['an end in the year that it began', { date: '2015-11', until: '2015' }],
    ['the cantine it is about', { cantine: 'lyon-vaise' }],
  ],
);
