import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'templates',
  [
    ['no subject', { topic: undefined }, 'topic'],
    ['a subject that does not exist', { topic: 'bilan' }, 'topic'],
    ['a guide that is an address', { guide: '/guides/rediger-un-bilan/' }, 'guide'],
    ['a direction in words', { landscape: 'paysage' }, 'landscape'],
  ],
  [
    ['a sheet in landscape', { landscape: true }],
    ['a guide', { guide: 'rediger-un-bilan' }],
  ],
);
