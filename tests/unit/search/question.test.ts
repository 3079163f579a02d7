import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion, tellingWords } from '#search/question.ts';

describe('readQuestion', () => {
  test.each([
    ['est-ce que je dois réserver', ['réserver'], true],
    ['Combien coûte un repas à Oullins ?', ['coûte', 'repas', 'Oullins'], true],
    ['faut-il s’inscrire pour cuisiner', ['inscrire', 'cuisiner'], true],
    ['qu’est-ce que le prix libre', ['prix', 'libre'], true],
    ['combien y a-t-il de cantines', ['nombre', 'cantines'], true],
    ['combien de repas par an', ['nombre', 'repas', 'an'], true],
    ['combien de temps pour ouvrir', ['temps', 'ouvrir'], true],
    ['comment monter une cantine dans ma ville', ['monter', 'cantine'], true],
    ['peut-on venir avec des enfants', ['venir', 'enfants'], true],
    ['où manger', ['manger'], true],
    ['agenda des rendez-vous', ['agenda', 'rendez-vous'], false],
    ['l’œuvre commune', ['oeuvre', 'commune'], false],
    ['Saint-Étienne', ['Saint-Étienne'], false],
    ['ça', ['ça'], false],
    ['', [], false],
    ['« ’ »', [], false],
  ])('%s', (typed, words, isAsked) => {
    expect(readQuestion(typed)).toEqual({ words, isAsked });
  });

  test('reads any text, and gives each word once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words } = readQuestion(text);
        expect(new Set(words).size).toBe(words.length);
        expect(words.every((word) => word.trim() !== '')).toBe(true);
      }),
    );
  });
});

test('a text of empty words keeps them all', () => {
  expect(tellingWords('être ou ne pas être')).toEqual(['être', 'ou', 'ne', 'pas']);
});
