import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'stories',
  [
    ['no day of publication', { publishedOn: '' }, 'publishedOn'],
    ['a month for a day', { publishedOn: '2026-11' }, 'publishedOn'],
    ['a day that does not exist', { publishedOn: '2026-02-30' }, 'publishedOn'],
    ['a kind in capitals', { kind: 'Récit' }, 'kind'],
    ['a theme that does not exist', { theme: 'joie' }, 'theme'],
    ['a data: reference', { references: [{ title: 'x', url: 'data:text/html,x' }] }, 'references[1].url'],
    ['a reference without a title', { references: [{ author: 'x' }] }, 'references[1].title'],
    ['a cantine by its path', { cantines: ['/cantines/lyon-vaise/'] }, 'cantines[1]'],
    ['authors in a group', { authors: { name: 'x' } }, 'authors'],
  ],
  [
    ['one cantine, not in a list', { cantines: 'lyon-vaise' }],
    ['a day that YAML made a date', { publishedOn: new Date('2026-11-20') }],
    ['a reference of a year', { references: [{ title: 'x', publishedOn: 1972 }] }],
  ],
);
