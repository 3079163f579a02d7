import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExcerpt } from '#search/excerpt.ts';
import { normalise, queryOf } from '#search/normalise.ts';
import { readable } from '#search/readable.ts';
import { statusOf } from '#search/status.ts';
import { KINDS } from '#search/kinds.ts';

describe('normalise', () => {
  test.each([
    ['l’hôpital', "l'hôpital"],
    ['œuvre, cœur, ŒUVRE, Œuvre', 'oeuvre, coeur, OEUVRE, Oeuvre'],
    ['Ægidius, et cætera', 'Aegidius, et caetera'],
    ['ﬁnancement, eﬀet', 'financement, effet'],
    ['19\u202f000\u00a0€', '19 000 €'],
    ['co\u00adopé\u200bra\ufefftive', 'coopérative'],
    ['porte\u2011monnaie', 'porte-monnaie'],
    ['e\u0301te\u0301', 'été'],
    ['été 69009 « Vaise »', 'été 69009 « Vaise »'],
  ])('%s → %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('is idempotent', () => {
    const letters = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(letters, (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('queryOf', () => {
  test.each([
    ['  l’été  à Vaise ', 'été à Vaise'],
    ['Qu’est-ce que l’œuvre', 'est-ce que oeuvre'],
    ['aujourd’hui', "aujourd'hui"],
    ['jusqu’à', 'à'],
    ['"l’été"', '"l\'été"'],
  ])('%s → %s', (typed, expected) => {
    expect(queryOf(typed)).toBe(expected);
  });
});

test.each([
  ["l'oeuvre d'été ?", 'l’œuvre d’été\u202f?'],
  ["l'oeil, le coeur, OEUVRE, Oeuvre", 'l’œil, le cœur, ŒUVRE, Œuvre'],
  ['moelle, poêle, coexister, coéquipier, Noël, oeno', 'moelle, poêle, coexister, coéquipier, Noël, oeno'],
  ['« Vaise » : 19 000 € !', '«\u00a0Vaise\u00a0»\u00a0: 19\u202f000\u00a0€\u202f!'],
  ['04 78 00 00 00, 69009 Lyon', '04 78 00 00 00, 69009 Lyon'],
])('readable: %s', (text, expected) => {
  expect(readable(text)).toBe(expected);
});

describe('readExcerpt', () => {
  test('marks the word alone', () => {
    expect(readExcerpt("le jour <mark>d'été,</mark> encore", 'Titre')).toEqual([
      { text: 'le jour d’', mark: false },
      { text: 'été', mark: true },
      { text: ', encore', mark: false },
    ]);
  });

  test('drops the title it starts with, marks included', () => {
    const html = '<mark>Vaise</mark> en fête. On mange à <mark>Vaise.</mark>';
    expect(readExcerpt(html, 'Vaise en fête')).toEqual([
      { text: 'On mange à ', mark: false },
      { text: 'Vaise', mark: true },
      { text: '.', mark: false },
    ]);
  });

  test('drops what stands above the title, unless it was looked for', () => {
    const title = 'Ville de Lyon';
    expect(readExcerpt('Collectivité. Ville de <mark>Lyon</mark> La commune.', title)).toEqual([
      { text: 'La commune.', mark: false },
    ]);
    expect(readExcerpt('Une <mark>aide</mark> de la Ville de Lyon pour agir', title)).toHaveLength(3);
  });

  test('is text: what looks like HTML stays what it looks like', () => {
    expect(readExcerpt('un &lt;script&gt; &amp; rien', 'Titre')).toEqual([
      { text: 'un <script> &amp; rien', mark: false },
    ]);
  });
});

describe('statusOf', () => {
  const counts = {
    all: 0,
    ...(Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<(typeof KINDS)[number], number>),
  };
  const answer = (total: number, unknown: string[] = []) => ({
    total,
    counts,
    unknown,
    corrections: [],
    corrected: '',
    place: undefined,
    isPlaceFirst: false,
    hits: () => Promise.resolve([]),
  });

  test.each([
    [answer(0), 'vélo', undefined, 'Aucun résultat pour «\u00a0vélo\u00a0».'],
    [answer(1), "l'été", undefined, '1\u00a0résultat pour «\u00a0l’été\u00a0».'],
    [
      answer(1200),
      '« vélo »',
      'Guides',
      '1\u202f200\u00a0résultats dans «\u00a0Guides\u00a0» pour «\u00a0vélo\u00a0».',
    ],
    [
      answer(2, ['zut', 'flûte']),
      'zut flûte pain',
      undefined,
      '2\u00a0résultats pour «\u00a0zut flûte pain\u00a0». Aucune page ne contient «\u00a0zut\u00a0» ni «\u00a0flûte\u00a0».',
    ],
  ] as const)('%#', (given, typed, kind, expected) => {
    expect(statusOf({ ...given, unknown: [...given.unknown] }, typed, kind)).toBe(expected);
  });

  test('says which word was read as another', () => {
    const corrected = { ...answer(3), corrections: [{ typed: 'Oulins', read: 'Oullins' }], corrected: 'Oullins' };
    expect(statusOf(corrected, 'Oulins')).toBe(
      '3\u00a0résultats pour «\u00a0Oullins\u00a0». Aucune page ne contient «\u00a0Oulins\u00a0».',
    );
  });

  test('announces the finder where no page answers', () => {
    const place = { title: '', url: '', told: '', asked: '69600', choices: [], isAlone: true };
    expect(statusOf({ ...answer(0), place }, '69600')).toBe(
      'Aucune page pour «\u00a069600\u00a0», mais une réponse\u00a0: les cantines les plus proches.',
    );
  });

  test('invites when nothing was asked', () => {
    expect(statusOf(undefined, '')).toContain('Tapez un mot');
  });
});
