import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'partnerships',
  [
    ['no way to join', { howToJoin: ' ' }, 'howToJoin'],
    ['an offer too long', { offer: 'x'.repeat(601) }, 'offer'],
    ['an end that does not exist', { until: '2026-11-31' }, 'until'],
    ['a funder by its title', { funder: 'Fondation de France' }, 'funder'],
    ['a confirmation by nobody', { confirmedOn: '2026-11-02' }, 'confirmedBy'],
    ['a confirmation of no day', { confirmedBy: 'la chargée de partenariats' }, 'confirmedOn'],
    ['a data: page', { url: 'data:text/html,x' }, 'url'],
  ],
  [
    ['an end that YAML made a date', { until: new Date('2027-12-31') }],
    ['a confirmation', { confirmedBy: 'la chargée de partenariats', confirmedOn: '2026-11-02' }],
    ['no funder', { funder: '' }],
  ],
);
