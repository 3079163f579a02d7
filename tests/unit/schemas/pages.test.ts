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
    ['a part without a title', { parts: [{ text: 'x' }] }, 'parts[1].title'],
    ['a part of no known kind', { parts: [{ title: 'x', kind: 'colonne' }] }, 'parts[1].kind'],
    ['a drawing that nobody drew', { parts: [{ title: 'x', scene: 'licorne' }] }, 'parts[1].scene'],
    [
      'a sentence too long for an easy part',
      {
        parts: [
          {
            kind: 'facile',
            title: 'x',
            scene: 'porte',
            text: 'Court.\n\nUn deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize.',
          },
        ],
      },
      'parts[1].text',
    ],
    ['an easy part without a drawing', { parts: [{ kind: 'facile', title: 'x', text: 'Court.' }] }, 'parts[1].scene'],
    [
      'a part whose source the page does not list',
      { parts: [{ title: 'x', sources: ['https://exemple.org/a'] }], sources: [{ url: 'https://exemple.org/b' }] },
      'parts',
    ],
  ],
  [
    ['an empty source', { sources: [{ url: '', readOn: null }] }],
    ['a draft in French', { draft: 'oui' }],
    [
      'easy sentences, one a line, the last without its point',
      {
        parts: [
          { kind: 'facile', title: 'x', scene: 'porte', text: 'On mange.\n\nOn lave la vaisselle. Vous pouvez aider' },
        ],
      },
    ],
    [
      'a part whose source the page lists',
      { parts: [{ title: 'x', sources: ['https://exemple.org/a'] }], sources: [{ url: 'https://exemple.org/a' }] },
    ],
    ['a title with a colon, quotes and an emoji', { title: '« Oui » : "non" 🍲' }],
  ],
);
