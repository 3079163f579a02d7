import { expect, test } from 'vitest';
import { citationsOf } from '#content/check/citations.ts';
import { citersOf, citing, indexOf, type EntryIndex } from '#content/check/entry-index.ts';
import { toMdast } from '#content/mdast.ts';

const cited = (data: object, body = '') => citationsOf({ collection: 'opportunities', data, body }, toMdast);

test('references, single or several, are named by their collection', () => {
  expect(
    cited({ funder: 'ademe', supported: [{ cantine: 'metz' }, { cantine: 'lyon-vaise' }], guides: ['bilan'] }),
  ).toEqual(['cantines/lyon-vaise', 'cantines/metz', 'funders/ademe', 'guides/bilan']);
});

test('the links, images and definitions of a text are named by their addresses, alone', () => {
  const body =
    'Un [lien](/cantines/metz/?q=1#horaires), [un autre][a], ![une table](/uploads/t%C3%A9.jpg) et [dehors](https://exemple.org/cantines/x/).\n\n[a]: /guides/bilan/ "Le guide"';
  expect(cited({}, body)).toEqual(['/cantines/metz/', '/guides/bilan/', '/uploads/té.jpg']);
});

test('what stands in a list is named by the link that leads to its place', () => {
  expect(cited({}, 'Jusqu’à [1 €](/chiffres/#seuil), voir [la page](/chiffres/) et [ici](/cantines/#carte).')).toEqual([
    '/cantines/',
    '/chiffres/',
    'figures/seuil',
  ]);
});

test('fields that hold a file or a page of the site are read, titles are not', () => {
  const settings = {
    title: '/cantines/metz/',
    redirects: [{ from: '/vaise/', to: '/cantines/lyon-vaise/' }],
  };
  expect(citationsOf({ collection: 'settings', data: settings, body: '' }, toMdast)).toContain('/cantines/lyon-vaise/');
  expect(citationsOf({ collection: 'settings', data: settings, body: '' }, toMdast)).not.toContain('/cantines/metz/');
  const photo = { photo: { image: '/uploads/table.jpg' } };
  expect(citationsOf({ collection: 'cantines', data: photo, body: '' }, toMdast)).toEqual(['/uploads/table.jpg']);
});

const INDEX: EntryIndex = {
  cantines: { metz: { title: 'Metz', shown: 'shown', cites: ['/cantines/metz/affiche/'] } },
  sessions: {
    mijote: { title: 'Ça mijote', shown: 'shown', cites: ['cantines/metz'] },
    brouillon: { title: 'Brouillon', shown: 'draft', cites: ['cantines/metz'] },
  },
  stories: { repas: { title: 'Un repas', shown: 'demo', cites: ['/cantines/metz.vcf', '/uploads/a.jpg'] } },
};

test('who points at an entry, by its name or any address of its page, drafts and itself left out', () => {
  expect(citersOf(INDEX, { collection: 'cantines', slug: 'metz' })).toEqual([
    { collection: 'sessions', slug: 'mijote', title: 'Ça mijote', shown: 'shown' },
    { collection: 'stories', slug: 'repas', title: 'Un repas', shown: 'demo' },
  ]);
  expect(citing(INDEX, ['/uploads/a.jpg']).map(({ slug }) => slug)).toEqual(['repas']);
});

test('a file that anyone may read names no draft', () => {
  const entry = {
    file: 'content/sessions/a.md',
    collection: 'sessions' as const,
    slug: 'a',
    hidden: 'draft' as const,
    data: { title: 'Secret', cantine: 'metz' },
    problems: [],
    body: { text: '', line: 1 },
    lineOf: () => undefined,
  };
  expect(indexOf([entry], toMdast, { drafts: false })).toEqual({});
  expect(indexOf([entry], toMdast, { drafts: true })).toEqual({
    sessions: { a: { title: 'Secret', shown: 'draft', cites: ['cantines/metz'] } },
  });
});
