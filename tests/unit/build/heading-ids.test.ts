import { expect, test } from 'vitest';
import { uniqueHeadingIds } from '#build/heading-ids.ts';

test.each([
  [
    'a page without a heading of a text',
    '<main id="contenu"><h1>A</h1></main>',
    '<main id="contenu"><h1>A</h1></main>',
  ],
  ['headings of different names', '<h2 id="a">A</h2><h3 id="b">B</h3>', '<h2 id="a">A</h2><h3 id="b">B</h3>'],
  [
    'a heading named as a part of the page, before it or after',
    '<h2 id="contenu">A</h2><main id="contenu"><h2 id="contenu">B</h2></main>',
    '<h2 id="contenu-2">A</h2><main id="contenu"><h2 id="contenu-3">B</h2></main>',
  ],
  [
    'the same heading in two texts',
    '<h2 id="a">A</h2><h2 id="a-2">B</h2><h3 id="a" class="x">A</h3>',
    '<h2 id="a">A</h2><h2 id="a-2">B</h2><h3 id="a-3" class="x">A</h3>',
  ],
  [
    'headings whose words make no name',
    '<h2 id="">…</h2><h2 id="">🍲</h2><h3 id="titre-1">Titre 1</h3>',
    '<h2 id="titre-2">…</h2><h2 id="titre-3">🍲</h2><h3 id="titre-1">Titre 1</h3>',
  ],
])('%s', (_title, html, unique) => {
  expect(uniqueHeadingIds(html)).toBe(unique);
  expect(uniqueHeadingIds(unique)).toBe(unique);
});
