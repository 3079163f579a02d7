import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneSlip, readVocabulary } from '#search/spelling.ts';
import { VocabularyMaker } from '#search/vocabulary.ts';

const vocabularyOf = (...pages: string[]) => {
  const maker = new VocabularyMaker();
  for (const page of pages) maker.add(page);
  return readVocabulary(maker.file());
};

describe('isOneSlip', () => {
  test.each([
    ['finacement', 'financement', true],
    ['oulins', 'oullins', true],
    ['grenobel', 'grenoble', true],
    ['grenoble', 'grenoble', false],
    ['vaise', 'baise', true],
    ['chat', 'chaton', false],
    ['ab', 'cd', false],
    ['', 'a', true],
    ['ab', 'ba', true],
    ['abc', 'cba', false],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('goes both ways, and never further than two letters changed', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneSlip(a, b)).toBe(isOneSlip(b, a));
        if (isOneSlip(a, b)) expect(distance(a, b)).toBeLessThanOrEqual(2);
        else expect(distance(a, b)).not.toBe(1);
      }),
    );
  });
});

describe('the vocabulary of pages', () => {
  const vocabulary = vocabularyOf(
    'Oullins, le financement. Croix-Rousse, plaidoyer, la route',
    'Le Financement d’une table à Grenoble',
    'le financement',
  );

  test('knows how the pages write a word', () => {
    expect(vocabulary.written('GRENOBLE')).toBe('Grenoble');
    expect(vocabulary.written('Financement')).toBe('financement');
    expect(vocabulary.written('grenobl')).toBeUndefined();
    expect(vocabulary.completion('finan')).toBe('financement');
    // The labels of many pages begin by it.
    expect(vocabularyOf('Date', 'Date', 'Date', 'la date').written('date')).toBe('date');
    expect(vocabulary.completion('zut')).toBeUndefined();
  });

  test.each([
    ['finacement', ['financement']],
    ['Oulins', ['Oullins']],
    ['Grenobel', ['Grenoble']],
    ['plaidoyé', ['plaidoyer']],
    ['rouse', ['Rousse', 'route']],
    ['croix-rouse', ['Croix-Rousse', 'Croix-route']],
    ['financement', []],
    ['tab', []],
    ['69600', []],
    ['zébulon', []],
    ['', []],
  ])('near %s: %j', (typed, expected) => {
    expect(vocabulary.near(typed).toSorted()).toEqual(expected);
  });

  test('finds again a word with a letter of it lost, doubled or exchanged with its neighbour', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'r', 's', 't'),
      minLength: 5,
      maxLength: 12,
    });
    fc.assert(
      fc.property(word, fc.nat(), (known, at) => {
        const i = at % (known.length - 1);
        const slips = [
          known.slice(0, i) + known.slice(i + 1),
          known.slice(0, i) + known.slice(i, i + 1) + known.slice(i),
          known.slice(0, i) + known.slice(i + 1, i + 2) + known.slice(i, i + 1) + known.slice(i + 2),
        ].filter((slip) => slip !== known);
        for (const slip of slips) expect(vocabularyOf(known).near(slip)).toEqual([known]);
      }),
    );
  });
});
