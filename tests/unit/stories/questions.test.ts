import { expect, test } from 'vitest';
import { questionsOf } from '#stories/questions.ts';

const many = (count: number, kind: 'recit' | 'presse' = 'recit') =>
  Array.from({ length: count }, () => ({ kind, theme: 'table' as const }));

test('a few texts are not to be narrowed', () => {
  expect(questionsOf([...many(5), ...many(1, 'presse')])).toEqual([]);
});

test('many are, by what tells them apart', () => {
  expect(questionsOf([...many(6), ...many(1, 'presse')])).toEqual([
    {
      name: 'genre',
      label: 'Genre',
      any: 'Tous les genres',
      options: [
        ['recit', 'Récit'],
        ['presse', 'Presse'],
      ],
    },
  ]);
});

test('many that are all alike are not', () => {
  expect(questionsOf(many(9))).toEqual([]);
});
