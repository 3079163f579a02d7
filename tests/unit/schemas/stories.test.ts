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
    ['a reference without a title', { references: [{ container: 'x' }] }, 'references[1].title'],
    [
      'a DOI with its address',
      { references: [{ title: 'x', doi: 'https://doi.org/10.1000/182' }] },
      'references[1].doi',
    ],
    ['an ISBN of ten digits', { references: [{ title: 'x', isbn: '2330192525' }] }, 'references[1].isbn'],
    ['a study that the network does not sign', { kind: 'etude' }, 'kind'],
    ['a point of view from nowhere', { kind: 'point-de-vue' }, 'sources'],
    ['the press, without its address', { kind: 'presse' }, 'sources'],
    ['a tribune that the network does not sign', { kind: 'tribune', signedByNetwork: false }, 'kind'],
    ['a cantine by its path', { cantines: ['/cantines/lyon-vaise/'] }, 'cantines[1]'],
    ['authors in a group', { authors: { name: 'x' } }, 'authors'],
  ],
  [
    ['one cantine, not in a list', { cantines: 'lyon-vaise' }],
    ['a day that YAML made a date', { publishedOn: new Date('2026-11-20') }],
    ['a study that the network signs', { kind: 'etude', signedByNetwork: true }],
    ['what one lived oneself', { kind: 'recit', sources: [], references: [] }],
    ['a point of view that nobody signs, with its reference', { kind: 'point-de-vue', references: [{ title: 'x' }] }],
    ['the press, with its source', { kind: 'presse', sources: [{ url: 'https://exemple.org/a' }] }],
    ['a point of view that the network signs', { kind: 'point-de-vue', signedByNetwork: true }],
    [
      'a reference with all that finds it again',
      { references: [{ title: 'x', kind: 'article', authors: ['Étienne, Élyne'], doi: '10.3389/frsus.2023.956830' }] },
    ],
    ['a reference of a year', { references: [{ title: 'x', publishedOn: 1972 }] }],
  ],
);
