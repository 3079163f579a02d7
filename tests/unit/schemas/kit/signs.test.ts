import { describe, expect, test } from 'vitest';
import { bodyProblems, strayIn, withSignsShown } from '#schemas/kit/index.ts';

const line = (text: string) => strayIn(text, { lines: false })?.found;
const lines = (text: string) => strayIn(text, { lines: true })?.found;

describe('a sign that no text holds', () => {
  test.each([
    ['Le\u0007 bilan', 'un signe invisible, U+0007, après « Le »'],
    ['\u0000', 'un signe invisible, U+0000, au début de la ligne'],
    ['a\ud83cb', 'un signe invisible, U+D83C, après « a »'],
    ['x\nEND:VCALENDAR', 'un passage à la ligne, après « x »'],
    ['x\rEND:VCALENDAR', 'un passage à la ligne, après « x »'],
    ['x\u2029y', 'un passage à la ligne, après « x »'],
    ['abc \u202ecod', 'un signe qui retourne le sens de lecture, U+202E, après « abc »'],
    ['\u2066a\u202bb\u2069 \u2067c', 'un signe qui retourne le sens de lecture, U+2067, après « […'],
  ])('%j', (text, found) => {
    expect(line(text)?.slice(0, found.length - 1)).toBe(found.slice(0, -1));
  });

  test.each([
    'Œuf 🍲 à la coque, 👩‍🍳',
    'שלום עולם, مرحبا',
    'e\u0301 et \u00a0: \u202f!',
    'a\tb',
    '\u2067שלום\u2069 et \u202bمرحبا\u202c',
    // Closed from within by the end of what holds it.
    '\u2066a\u202bb\u2069',
    // An end without a beginning turns nothing.
    'a\u202c\u2069b',
  ])('%j holds none', (text) => {
    expect(line(text)).toBeUndefined();
  });

  test('several lines may be broken, and each closes its own direction', () => {
    expect(lines('a\r\nb\u2028c')).toBeUndefined();
    expect(lines('a\u202eb\nc\u202c')).toContain('U+202E');
    expect(lines('a\nb\u000bc')).toBe('un signe invisible, U+000B, après « b »');
  });
});

test('what is quoted shows its signs', () => {
  expect(withSignsShown('a\u0007b\u202e\u200b👩‍🍳\ufe0f')).toBe('a[U+0007]b[U+202E][U+200B]👩‍🍳\ufe0f');
});

describe('the text below the front matter', () => {
  const problems = (text: string, maxLength?: number) =>
    bodyProblems({ body: { label: 'Texte', required: true, ...(maxLength && { maxLength }) } }, text);

  test.each(['', ' \n ', 'Un texte.', '![Une table](/uploads/table.jpg)', 'a'.repeat(40_000)])(
    '%# is right',
    (text) => {
      expect(problems(text)).toEqual([]);
    },
  );

  test.each([
    ['a'.repeat(40_001), 'un texte de 40001 signes', '40000 signes au plus'],
    ['a\u0000b', 'un signe invisible, U+0000, après « a »', 'des signes qui se voient'],
    ['\u200b\n---', 'un texte où rien ne se lit', 'des mots'],
  ])('%# is told', (text, found, expected) => {
    expect(problems(text)).toMatchObject([{ field: 'texte', label: 'Texte', found, expected }]);
  });

  test('has the limit of its collection', () => {
    expect(problems('abcd', 3)).toMatchObject([{ found: 'un texte de 4 signes', expected: '3 signes au plus' }]);
  });
});
