import { expect, test } from 'vitest';
import { meaningsOf } from '#search/meanings.ts';

test.each([
  ['Réserver', 'inscription'],
  ['inscription', 'réserver'],
  ['couts', 'prix'],
  ['enfant', 'familles'],
])('%s stands for %s', (word, other) => {
  expect(meaningsOf(word)).toContain(other);
  expect(meaningsOf(word)).not.toContain(word.toLowerCase());
});

test('most words stand for themselves', () => {
  expect(meaningsOf('soupe')).toEqual([]);
});
