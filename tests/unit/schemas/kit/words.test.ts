import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMarkdownWords, countWords, markdownBlocks } from '#schemas/kit/words.ts';

test.each([
  ['', 0],
  ['L’isolement recule', 2],
  ['« Bonjour ! » : 19 000 € — fin…', 4],
  ['un\u00a0deux\u202ftrois\nquatre\tcinq', 5],
  ['peut-être aujourd’hui', 2],
])('the words of « %s »', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test.each([
  ['**Un** [deux trois](/quatre/#cinq) six', 4],
  ['[a b](https://exemple.org/c "d e") f', 3],
  ['- un\n- deux\n\n> trois', 3],
  ['un [deux][x]\n\n[x]: /trois/', 2],
])('of Markdown, what is read: %s', (text, count) => {
  expect(countMarkdownWords(text)).toBe(count);
});

test.each<[text: string, blocks: string[]]>([
  ['Un **mot**.\nDeux.\n\nTrois.', ['Un mot.\nDeux.', 'Trois.']],
  ['## Titre\n\n> Une citation', ['Titre', 'Une citation']],
  [
    'Apportez :\n- un\n  mot\n* [deux](/trois/)\n\n1. quatre\n2) cinq',
    ['Apportez :', 'un\n  mot', 'deux', 'quatre', 'cinq'],
  ],
  ['En 2026, 18\n2026 - 3 cantines', ['En 2026, 18\n2026 - 3 cantines']],
  ['Une ligne\\\nl’autre  \nla troisième', ['Une ligne', 'l’autre', 'la troisième']],
  ['[a][b] ![c](/d.jpg "e")\n\n[b]: /f/', ['a !c']],
  ['', []],
])('the blocks of %j', (text, blocks) => {
  expect(markdownBlocks(text)).toEqual(blocks);
});

test('words add up, whatever stands between texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(countWords(`${one}\n${other}`)).toBe(countWords(one) + countWords(other));
    }),
  );
});
