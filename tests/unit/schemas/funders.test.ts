import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'funders',
  [
    ['no territory', { territory: null }, 'territory.scope', 'territory.name'],
    ['a kind that does not exist', { kind: 'mairie' }, 'kind'],
    ['a support without what', { support: [{ amount: 1000 }] }, 'support[1].what'],
    ['a support of less than nothing', { support: [{ what: 'x', amount: -1 }] }, 'support[1].amount'],
    ['a support by a cantine with a title', { support: [{ what: 'x', cantine: 'Lyon Vaise' }] }, 'support[1].cantine'],
    ['a theme that does not exist', { themes: ['table', 'sante'] }, 'themes[1]'],
    ['a javascript: site', { website: 'javascript:alert(1)' }, 'website'],
  ],
  [
    ['a support dated by a year', { support: [{ what: 'x', asOf: 2024 }] }],
    ['a support item left empty', { support: [{ what: '', amount: null, cantine: '' }] }],
    ['one theme, not in a list', { themes: 'sante' }],
  ],
);
