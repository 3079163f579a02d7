import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedIn } from '#lists/address-bar.ts';
import { passesFilter, countWith, isAsked, readFilter, writeFilter, type Listed } from '#lists/filter.ts';
import { holdsAll, wordKeys, piecesOf, stemsOf } from '#lists/words.ts';

const finds = (query: string, text: string) => holdsAll(wordKeys(text), stemsOf(query));

describe('words', () => {
  test.each([
    ['benevole', 'Les heures des bénévoles', true],
    ['BÉNÉVOLES', 'un bénévole', true],
    ['œuvre', 'une oeuvre', true],
    ['oeuvre', 'd’œuvres', true],
    ['l’hôpital', 'à l’hopital', true],
    ["d'hôpital", 'l’hôpital', true],
    ['papiers garder', 'Combien de temps garder les papiers ?', true],
    ['combien de temps garder mes papiers', 'Combien de temps garder les papiers ?', true],
    ['reçu fiscal', 'Le donateur demande un reçu fiscal.', true],
    ['subventions', 'Vaut-il mieux une grosse subvention', true],
    ['bilan', 'Rédiger des bilans', true],
    ['voir', 'un avoir', false],
    ['reçu loyer', 'un reçu fiscal', false],
    ['de la', 'le prix de la vie', true],
    ['de la', 'un prix', false],
    ['', 'tout', true],
    ['?!', 'tout', true],
    ['360', 'Lever des fonds à 360°', true],
  ])('« %s » in « %s »: %s', (query, text, expected) => {
    expect(finds(query, text)).toBe(expected);
  });

  const word = fc.stringMatching(/^[a-zàâçéèêëîïôùûü]{4,12}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 8 });

  test('any words of a text find it, in any order and case', () => {
    fc.assert(
      fc.property(words, fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }), (text, picks) => {
        const query = picks.map((pick) => text[pick % text.length] ?? '').join(' ');
        expect(finds(query.toUpperCase(), `« ${text.join('’, ')} »`)).toBe(true);
      }),
    );
  });

  test('marks cut a text without losing a sign, and mark what was looked for only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), words, word, (noise, text, query) => {
        const whole = `${noise} ${text.join(' ')} ${query}`;
        const pieces = piecesOf(whole, stemsOf(query));
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
        for (const { text: marked, mark } of pieces) if (mark) expect(finds(query, marked)).toBe(true);
      }),
    );
  });

  test('a whole word is marked', () => {
    expect(piecesOf('L’hôpital, les bénévoles.', stemsOf('hopit benevole'))).toEqual([
      { text: 'L’', mark: false },
      { text: 'hôpital', mark: true },
      { text: ', les ', mark: false },
      { text: 'bénévoles', mark: true },
      { text: '.', mark: false },
    ]);
  });
});

describe('a filter', () => {
  const list: Listed[] = [
    { keys: wordKeys('Fondation de Lyon'), values: { type: ['fondation'], region: ['84'] } },
    { keys: wordKeys('Ville de Lyon'), values: { type: ['collectivite'], region: ['84', '27'] } },
    { keys: wordKeys('Une aide nationale'), values: { type: ['etat'], region: ['*'] } },
  ];
  const asking = (words: string, values: Record<string, string> = {}) =>
    list.filter((entry) => passesFilter(entry, { words, values })).length;

  test('words and values are all asked', () => {
    expect(asking('')).toBe(3);
    expect(asking('lyon')).toBe(2);
    expect(asking('lyon', { type: 'fondation' })).toBe(1);
    expect(asking('lyon', { type: 'etat' })).toBe(0);
  });

  test('what is everywhere is in each region', () => {
    expect(asking('', { region: '27' })).toBe(2);
    expect(asking('', { region: '11' })).toBe(1);
  });

  test('the count of a value is what it would leave', () => {
    const filter = { words: 'lyon', values: { type: 'fondation', region: '' } };
    expect(countWith(list, filter, 'type', 'collectivite')).toBe(1);
    expect(countWith(list, filter, 'region', '27')).toBe(0);
  });

  test('is written in the address and read back', () => {
    const offered = { type: ['', 'etat', 'fondation'], region: ['', '84'] };
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...offered.type),
        fc.constantFrom(...offered.region),
        (words, type, region) => {
          const filter = { words: words.trim(), values: { type, region } };
          const address = writeFilter(filter).toString();
          expect(readFilter(new URLSearchParams(address), offered)).toEqual({
            ...filter,
            words: filter.words.toWellFormed(),
          });
          expect(isAsked(filter)).toBe(address !== '');
        },
      ),
    );
  });

  test('what is not offered is not asked', () => {
    expect(readFilter(new URLSearchParams('type=x&q=a'), { type: ['', 'etat'] })).toEqual({
      words: 'a',
      values: { type: '' },
    });
  });
});

describe('what the end of an address names', () => {
  test.each([
    ['', ''],
    ['#ademe', 'ademe'],
    ['#caf%C3%A9', 'café'],
    ['#%', '%'],
    ['#%E0%A4%A', '%E0%A4%A'],
  ])('%j is %j', (hash, name) => {
    expect(namedIn(hash)).toBe(name);
  });

  test('any name is read as it was written, and any address names something', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = text.toWellFormed();
        expect(namedIn(`#${encodeURIComponent(name)}`)).toBe(name);
        expect(namedIn(`#${text}`)).toBeTypeOf('string');
      }),
    );
  });
});
