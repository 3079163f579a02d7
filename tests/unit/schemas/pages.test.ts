import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'pages',
  [
    ['no description', { description: '' }, 'description'],
    ['a description too long', { description: 'x'.repeat(201) }, 'description'],
    ['a lead too long', { lead: 'x'.repeat(401) }, 'lead'],
    ['a source without its address', { sources: [{ title: 'x' }] }, 'sources[1].url'],
    ['a verification in French', { verifiedOn: '20/11/2026' }, 'verifiedOn'],
    ['a draft in other words', { draft: 'peut-être' }, 'draft'],
  ],
  [
    ['an empty source', { sources: [{ url: '', readOn: null }] }],
    ['a draft in French', { draft: 'oui' }],
    ['a title with a colon, quotes and an emoji', { title: '« Oui » : "non" 🍲' }],
  ],
);
