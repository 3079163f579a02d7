import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'partnerships',
  [
    ['no way to join', { howToJoin: ' ' }, 'howToJoin'],
    ['an offer too long', { offer: 'x'.repeat(601) }, 'offer'],
    ['an end that does not exist', { until: '2026-11-31' }, 'until'],
    ['a funder by its title', { funder: 'Fondation de France' }, 'funder'],
    ['a data: page', { url: 'data:text/html,x' }, 'url'],
  ],
  [
    ['an end that YAML made a date', { until: new Date('2027-12-31') }],
    ['no funder', { funder: '' }],
  ],
);
