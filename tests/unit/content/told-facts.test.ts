import { expect, test } from 'vitest';
import { networkFiles } from '../../support/network.ts';

/** An entry as one line: its front matter folds its texts. */
const textOf = (collection: 'pages' | 'stories', slug: string): string =>
  networkFiles(collection)
    .find((file) => file.slug === slug)
    ?.raw.replace(/\s+/g, ' ') ?? '';

test.each([
  [
    'stories',
    'la-confiance-condition-de-la-transition',
    /prônent|Ce que nous demandons|nous proposons trois questions/,
  ],
  ['stories', 'du-tablier-a-la-vaisselle', /Rien n’y est inventé|Personne ne vient vérifier|trente fois par service/],
  ['stories', 'ce-que-la-table-change', /La précision d’une décimale/],
  ['pages', 'restauration', /quatre thèmes|s’est tenue à Toulouse|puis à Paris le 28 novembre/],
] as const)('%s/%s says nothing that no source says', (collection, slug, untold) => {
  expect(textOf(collection, slug)).not.toBe('');
  expect(textOf(collection, slug)).not.toMatch(untold);
});

test('the point of view on impact tells the measure announced in 2023', () => {
  expect(textOf('stories', 'ce-que-la-table-change')).toMatch(/En 2023[^.]*première mesure d’impact/);
});

test.each([
  [
    'the five themes that Le Chef lists',
    /interculturalité[\s\S]*violences sexistes[\s\S]*écoresponsabilité[\s\S]*précarité alimentaire/,
  ],
  ['both dates of the launch in Paris', /le 27 ou le 28 novembre/],
  ['a day that was announced', /annoncée à Toulouse pour le 25 mai 2025/],
])('the page on restaurants tells %s', (_what, told) => {
  expect(textOf('pages', 'restauration')).toMatch(told);
});
