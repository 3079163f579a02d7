import { describe, expect, test } from 'vitest';
import { entryOf, problemsOf } from '../../support/entries.ts';
import { schemaCases } from '../../support/schema-cases.ts';

schemaCases(
  'answers',
  [
    ['no kind', { kind: undefined }, 'kind'],
    ['a kind that does not exist', { kind: 'presentation' }, 'kind'],
    ['neither a text nor anything to add', { versions: {} }, 'versions'],
    ['a kind of opportunity that does not exist', { calls: ['loterie'] }, 'calls[1]'],
    ['a fact that entries do not hold', { facts: ['telephone'] }, 'facts[1]'],
    ['a line of budget without its side', { budget: [{ label: 'Loyer', covers: 'Le lieu.' }] }, 'budget[1].side'],
    [
      'a figure by its address',
      { budget: [{ side: 'expense', label: 'Loyer', covers: 'Le lieu.', figure: '/chiffres/#x' }] },
      'budget[1].figure',
    ],
  ],
  [
    ['only what the cantine writes', { versions: {}, prompts: ['Le nombre de vos adhérents.'] }],
    ['a line of budget without a figure', { budget: [{ side: 'income', label: 'Dons', covers: 'Les dons.' }] }],
  ],
);

const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');

describe('a version', () => {
  test.each([
    ['short', 50],
    ['medium', 150],
    ['long', 500],
  ])('%s has at most %i words', (name, most) => {
    expect(problemsOf('answers', entryOf('answers', { [`versions.${name}`]: words(most) }))).toEqual([]);
    expect(problemsOf('answers', entryOf('answers', { [`versions.${name}`]: words(most + 3) }))).toEqual([
      {
        field: `versions.${name}`,
        label: `En ${most} mots`,
        found: `${most + 3} mots`,
        expected: `${most} mots au plus`,
        remedy: `Retirez au moins 3 mots de « En ${most} mots ».`,
      },
    ]);
  });

  test('counts what is read of it, not the addresses of its links', () => {
    const linked = `${words(48)} [deux mots](/chiffres/#un-deux)`;
    expect(problemsOf('answers', entryOf('answers', { 'versions.short': linked }))).toEqual([]);
  });
});
