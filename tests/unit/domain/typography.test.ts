import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset } from '#domain/typography.ts';
import { slipsIn } from '../../support/typing-slips.ts';

/** Shows the two spaces that do not break: ~ and ^. */
const visible = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^');

describe('a sentence', () => {
  test.each([
    ["l'été d'hier", 'l’été d’hier'],
    ['Vraiment ? Oui !', 'Vraiment^? Oui^!'],
    ['Ici : là', 'Ici~: là'],
    ['« ça mijote »', '«~ça mijote~»'],
    ['«ça mijote »', '«~ça mijote~»'],
    ['un ; deux', 'un^; deux'],
    ['80 % ou 10 €, à 12 h, 3 hérissons', '80~% ou 10~€, à 12~h, 3 hérissons'],
    ['Vraiment? Oui! Un; deux', 'Vraiment^? Oui^! Un^; deux'],
    ['Ici  :\n«  là  »  ?', 'Ici~:\n«~là~»^?'],
    ['Et puis...', 'Et puis…'],
    ['Un «', 'Un «'],
    ['Ici :', 'Ici~:'],
    ['(Vraiment ?) « Oui ! »', '(Vraiment^?) «~Oui^!~»'],
    ['Oui!', 'Oui^!'],
    ['Un;', 'Un^;'],
    ['à 12  h, pour 9 \n€', 'à 12~h, pour 9~€'],
    ['à 12 h 30, 9 h 05, 3 h 2 fois', 'à 12~h~30, 9~h~05, 3~h 2 fois'],
    ['12 heures', '12 heures'],
    ['AT&amp;T &lt; &#233; ?', 'AT&amp;T &lt; &#233;^?'],
    ['https://exemple.org/?q=1', 'https://exemple.org/?q=1'],
    ['12:30', '12:30'],
    [
      '3 000 adhésions, 1 200 000 € en 2026 150 fois, 04 26 64 79 24',
      '3^000 adhésions, 1^200^000~€ en 2026 150 fois, 04 26 64 79 24',
    ],
    ['art. L. 612-4 et D.\n612-5-1', 'art. L.~612\u20114 et D.~612\u20115\u20111'],
    ['de 2-3 à 5-6', 'de 2-3 à 5-6'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(visible(typeset(text))).toBe(expected);
  });

  const signs = [
    "l'",
    "'",
    '«',
    '»',
    ' ',
    '\n',
    '\u00a0',
    '\u202f',
    '?',
    '!',
    ';',
    ':',
    '.',
    'a',
    'é',
    'h',
    '%',
    '€',
    '3',
    ')',
    '…',
  ];
  const anySentence = fc.oneof(
    fc.array(fc.constantFrom(...signs), { maxLength: 20 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  test('however it was typed, has no slip left, and is not changed again', () => {
    fc.assert(
      fc.property(anySentence, (sentence) => {
        const once = typeset(sentence);
        expect(slipsIn(once)).toEqual([]);
        // A reader of feeds drops what is blank at either end.
        expect(typeset(sentence.trim())).toBe(typeset(sentence.trim()).trim());
        expect(typeset(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});
