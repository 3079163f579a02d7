import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countHeardWords, LONG_SENTENCE, readabilityOf, sentencesOf } from '#domain/readability.ts';

describe('the sentences of a text', () => {
  test.each<[text: string, sentences: string[]]>([
    ['On cuisine. On mange !', ['On cuisine.', 'On mange !']],
    ['« Venez ! » Elle sourit.', ['« Venez ! »', 'Elle sourit.']],
    ['Voir art. 1-1 et M. Untel, p. 4. Puis partez.', ['Voir art. 1-1 et M. Untel, p. 4.', 'Puis partez.']],
    ['Ouvert à 9 h 30. Fermé le 3.5.2027 au soir', ['Ouvert à 9 h 30.', 'Fermé le 3.5.2027 au soir']],
    ['Qui sait… peut-être. 12 places.', ['Qui sait… peut-être.', '12 places.']],
    ['Le site est sur www.exemple.org et il répond.', ['Le site est sur www.exemple.org et il répond.']],
    ['', []],
    [' — ', []],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test('hold every word of it, once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('On', 'mange.', 'Venez', '!', '9 h 30', 'M.', '« Oui »', '2027.', 'à')),
        (words) => {
          const text = words.join(' ');
          const squeeze = (said: string) => said.replace(/[^\p{L}\d]/gu, '');
          expect(squeeze(sentencesOf(text).join(''))).toBe(squeeze(text));
        },
      ),
    );
  });
});

test.each([
  ['L’équipe cuisine', 3],
  ['à 9 h 30, pour 12,50 €', 4],
  ['19 000 convives', 2],
  ['une demi-heure', 2],
  ['', 0],
])('the words of « %s »', (sentence, words) => {
  expect(countHeardWords(sentence)).toBe(words);
});

describe('how sentences read', () => {
  test('the mean, those that are too long, the longest', () => {
    const long = Array.from({ length: LONG_SENTENCE + 1 }, () => 'mot').join(' ');
    const just = Array.from({ length: LONG_SENTENCE }, () => 'mot').join(' ');
    expect(readabilityOf([long, just, 'Trois mots ici.'])).toEqual({ sentences: 3, mean: 18, long: 1, longest: 26 });
  });

  test('of none: nothing', () => {
    expect(readabilityOf([])).toEqual({ sentences: 0, mean: 0, long: 0, longest: 0 });
  });
});
