import { schemaCases } from '../../support/schema-cases.ts';

const SOURCE = { url: 'https://exemple.org/a', title: 'Un journal', readOn: '2026-11-20' };
const INVITING = { title: 'x', unsourced: 'invitation' };

const EASY = { ...INVITING, kind: 'facile', scene: 'porte' };

schemaCases(
  'pages',
  [
    ['no description', { description: '' }, 'description'],
    ['a description too long', { description: 'x'.repeat(201) }, 'description'],
    ['a lead too long', { lead: 'x'.repeat(401) }, 'lead'],
    ['a source without its address', { sources: [{ title: 'x' }] }, 'sources[1].url'],
    ['a verification in French', { verifiedOn: '20/11/2026' }, 'verifiedOn'],
    ['a draft in other words', { draft: 'peut-être' }, 'draft'],
    ['a part without a title', { parts: [{ ...INVITING, title: '' }] }, 'parts[1].title'],
    ['a part of no known kind', { parts: [{ ...INVITING, kind: 'colonne' }] }, 'parts[1].kind'],
    ['a drawing that nobody drew', { parts: [{ ...INVITING, scene: 'licorne' }] }, 'parts[1].scene'],
    [
      'a sentence too long for an easy part',
      {
        parts: [
          {
            ...EASY,
            text: 'Court.\n\nUn deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize.',
          },
        ],
      },
      'parts[1].text',
    ],
    [
      'a line too long in the list of an easy part',
      {
        parts: [
          {
            ...EASY,
            text: 'Apportez :\n- un\n- deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept',
          },
        ],
      },
      'parts[1].text',
    ],
    ['an easy part without a drawing', { parts: [{ ...EASY, scene: '' }] }, 'parts[1].scene'],
    [
      'fifty words that are fifty-six',
      { parts: [{ ...INVITING, kind: 'recopier', kicker: '50 mots', text: 'mot '.repeat(56) }] },
      'parts',
    ],
    [
      'fifty words that are forty-four',
      { parts: [{ ...INVITING, kind: 'recopier', kicker: '50 mots', text: 'mot '.repeat(44) }] },
      'parts',
    ],
    [
      'a part whose source the page does not list',
      { parts: [{ title: 'x', sources: [SOURCE.url] }], sources: [{ ...SOURCE, url: 'https://exemple.org/b' }] },
      'parts',
    ],
    [
      'a part that states something without a source',
      { parts: [{ title: 'x' }], sources: [SOURCE] },
      'parts[1].sources',
    ],
    ['a reason that is none', { parts: [{ title: 'x', unsourced: 'evident' }] }, 'parts[1].unsourced'],
    [
      'a part whose source has no name',
      { parts: [{ title: 'x', sources: [SOURCE.url] }], sources: [{ ...SOURCE, title: '' }] },
      'sources',
    ],
    [
      'a part whose source nobody says they read',
      { parts: [{ title: 'x', sources: [SOURCE.url] }], sources: [{ ...SOURCE, readOn: '' }] },
      'sources',
    ],
  ],
  [
    ['an empty source', { sources: [{ url: '', readOn: null }] }],
    ['a draft in French', { draft: 'oui' }],
    ['a part whose source the page lists', { parts: [{ title: 'x', sources: [SOURCE.url] }], sources: [SOURCE] }],
    [
      'easy sentences, one a line, the last without its point',
      { parts: [{ ...EASY, text: 'On mange.\n\nOn lave la vaisselle. Vous pouvez aider' }] },
    ],
    ...[
      'Apportez :\n\n- un grand tablier propre\n- une boîte à couvercle\n- des chaussures fermées\n- une gourde\n- votre bonne humeur',
      'Trois étapes :\n1. vous vous inscrivez avant la veille\n2. vous venez cuisiner à dix heures\n3. vous mangez avec les autres',
      'Vous pouvez écrire à [la cantine de Lyon](https://www.exemple.org/cantines/lyon-vaise/nous-ecrire.html?utm_source=le-site&utm_campaign=a-lire).',
      '**Venez avant midi avec vos amis du quartier.** Vous mangez avec les autres à une grande table.',
    ].map((text) => [`an easy text: ${text}`, { parts: [{ ...EASY, text }] }] as const),
    ['a part that invites, without a source', { parts: [INVITING] }],
    ['the line of dates, whose dates have their sources', { parts: [{ title: 'x', kind: 'dates' }] }],
    ['the contact, which the settings say', { parts: [{ title: 'x', kind: 'contact' }] }],
    ['a nameless source that no part cites', { sources: [{ url: 'https://exemple.org/b' }] }],
    [
      'fifty words, five more and five fewer',
      {
        parts: [45, 50, 55].map((words) => ({
          ...INVITING,
          kind: 'recopier',
          kicker: '50 mots',
          text: 'mot '.repeat(words),
        })),
      },
    ],
    [
      'a text to copy that announces no length',
      { parts: [{ ...INVITING, kind: 'recopier', kicker: 'En bref', text: 'mot' }] },
    ],
    ['a title with a colon, quotes and an emoji', { title: '« Oui » : "non" 🍲' }],
  ],
);
