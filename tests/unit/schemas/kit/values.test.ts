import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as f from '#schemas/kit/index.ts';

const entryWith = (fields: f.Fields) =>
  f.collection({
    name: 'test',
    label: 'Essais',
    labelSingular: 'Essai',
    description: 'Un essai.',
    fields,
    body: { label: 'Texte', required: false },
  });
const reading = (field: z.ZodType, value: unknown) => f.readEntry(entryWith({ champ: field }), { champ: value });
const read = (field: z.ZodType, value: unknown): unknown => reading(field, value).entry?.['champ'];
const isRefused = (field: z.ZodType, value: unknown) => reading(field, value).problems.length > 0;

const label = 'Champ';

describe('a text that a second reading would take for something else', () => {
  test.each([
    '0b101',
    '-0b1',
    '+0b1_0',
    '2026-11-20T10:00:00',
    '2026-11-20t10:00:00Z',
    '2026-1-2 3:04:05',
    '2026-11-20 \t 10:00:00+01:00',
  ])('%s is refused', (value) => {
    expect(isRefused(f.text({ label }), value)).toBe(true);
  });

  test.each([
    '0b12',
    'x0b1',
    '0b1 x',
    '2026-11-20',
    '2026-11-20 10:00',
    'Le 2026-11-20 10:00:00',
    '2026-11-20 à 10:00:00',
  ])('%s is not', (value) => {
    expect(read(f.text({ label }), value)).toBe(value);
  });
});

describe('an hour', () => {
  test.each([
    ['9:30', '09:30'],
    ['9h30', '09:30'],
    ['9 H 30', '09:30'],
    ['23:59', '23:59'],
    ['00:00', '00:00'],
  ])('%s is read %s', (written, time) => {
    expect(read(f.time({ label }), written)).toBe(time);
  });

  test.each(['24:00', '12:60', 'à 12:30', '12:30:00', '12 h 30 min', '112:30', ['12:30'], 1230])(
    '%j is refused',
    (value) => {
      expect(isRefused(f.time({ label }), value)).toBe(true);
    },
  );
});

describe('a day and an hour', () => {
  test.each(['2027-01-12T23:59', '2027-01-12T00:00'])('%s', (value) => {
    expect(read(f.dateTime({ label }), value)).toBe(value);
  });

  test.each(['2027-01-12T24:00', '2027-01-12T10:60', '2027-02-30T10:00', '2027-01-12 2027-01-13T10:00', 20270112])(
    '%s is refused',
    (value) => {
      expect(isRefused(f.dateTime({ label }), value)).toBe(true);
    },
  );
});

test.each(['le 2026-11-20', '2026-11-20 ou 21', '2026-11-2', '2026-13-01', '2026-04-31'])('%s is no day', (value) => {
  expect(f.isCalendarDate(value)).toBe(false);
});

describe('a partial date', () => {
  test.each(['2016', '2024-01', '2024-12', '2024-05-01', '2024-05-31'])('%s', (value) => {
    expect(read(f.partialDate({ label }), value)).toBe(value);
  });
  test.each(['216', '2024-00', '2024-13', '2024-5', '2024-05-00', '2024-05-32', '2023-02-29', 'en 2016', '2016 ?'])(
    '%s is refused',
    (value) => {
      expect(isRefused(f.partialDate({ label }), value)).toBe(true);
    },
  );
});

describe('a number', () => {
  test.each<[unknown, number]>([
    ['12', 12],
    ['-3', -3],
    ['9,50', 9.5],
    ['9.5', 9.5],
    [-0.5, -0.5],
  ])('%j is read %d', (written, value) => {
    expect(read(f.decimal({ label }), written)).toBe(value);
  });

  test.each(['1e3', '0x10', '.5', '1,', '1 000', '12 €', 'douze', '1.000,5'])('%s is refused', (written) => {
    expect(isRefused(f.decimal({ label }), written)).toBe(true);
  });

  test.each<[z.ZodType, number, boolean]>([
    [f.integer({ label, min: 1, max: 3 }), 0, true],
    [f.integer({ label, min: 1, max: 3 }), 1, false],
    [f.integer({ label, min: 1, max: 3 }), 3, false],
    [f.integer({ label, min: 1, max: 3 }), 4, true],
    [f.integer({ label }), 1.5, true],
  ])('%#: within its limits, %d is refused: %s', (field, value, refused) => {
    expect(isRefused(field, value)).toBe(refused);
  });
});

test.each([
  ['true', true],
  ['OUI', true],
  ['false', false],
  ['Non', false],
  [true, true],
  [false, false],
  ['', false],
])('a box in which %j is written is ticked: %s', (written, ticked) => {
  expect(read(f.tickBox({ label }), written)).toBe(ticked);
});

describe('a choice', () => {
  const yesNo = f.choice({ label, options: { true: 'Oui', false: 'Non', 1: 'Un' }, default: 'true' });
  test.each<[unknown, string]>([
    ['false', 'false'],
    // What YAML makes of an unquoted value.
    [false, 'false'],
    [true, 'true'],
    [undefined, 'true'],
  ])('%j is read %s', (written, value) => {
    expect(read(yesNo, written)).toBe(value);
  });
  test.each([1, 'Oui', ['true']])('%j is refused', (written) => {
    expect(isRefused(yesNo, written)).toBe(true);
  });
});

test.each<[string, z.ZodType, readonly unknown[], readonly unknown[]]>([
  [
    'a telephone number',
    f.telephone({ label }),
    ['04 26 64 79 24', '0426647924', '04-26-64-79-24', '+33 4 26 64 79 24', '+33426647924', '+262 2 62 12 34 56'],
    [
      '04 26 64 79 2',
      '04 26 64 79 24 25',
      '+3 4 26 64 79 24',
      '+33 0 26 64 79 24',
      '00 26 64 79 24',
      'au 04 26 64 79 24',
    ],
  ],
  ['a postcode', f.postalCode({ label }), ['01000', 69009], ['690091', 'F69009', 1000, ['69009'], '6900A']],
  [
    'the code of a commune',
    f.communeCode({ label }),
    ['01053', '2A004', '2B033', 69123],
    ['2C004', '6912', 'x69123', '691234'],
  ],
  [
    'a web address',
    f.url({ label }),
    ['https://exemple.org', 'http://exemple.org/a', 'HTTPS://EXEMPLE.ORG'],
    [
      'https://',
      'https://.org',
      'https:///a',
      'voir https://exemple.org',
      'https://exemple.org/a b',
      'ftp://exemple.org',
      'https://www.ademe.fr%20/aides',
      'https://x:443a/',
      'https://x|/',
      'https://user@/',
      'https://1.2.3.999/',
      'https://exemple.org:99999/',
      'https://exemple.org\\a',
      'https://exemple.org/\u0007',
      `https://exemple.org/${'a'.repeat(2000)}`,
    ],
  ],
  [
    'a link',
    f.link({ label }),
    ['https://exemple.org', 'http://exemple.org', '/guides/', '/'],
    ['//exemple.org', 'guides/', '/a b', 'https://exemple.org/"', 'voir /guides/', 'https://x|/', '/\\exemple.org'],
  ],
  [
    'an e-mail address',
    f.email({ label }),
    ['bonjour@exemple.org', 'a.b+c@sous.exemple.museum', 'Les_Cantines-2@ville--basse.exemple.org'],
    [
      'bonjour@exemple',
      'bonjour@exemple.o',
      '@exemple.org',
      'a@b@exemple.org',
      'à bonjour@exemple.org',
      'a@exemple.org.',
      'a?bcc=b@exemple.org',
      'a&cc=b@exemple.org',
      'a%0d%0abcc%3ab@exemple.org',
      'a@exemple.org?subject=x.fr',
      'a\nbcc:b@exemple.org',
      '.a@exemple.org',
      'a..b@exemple.org',
      'a@-exemple.org',
      'a@exemple..org',
      'a/b@exemple.org',
      'a#b@exemple.org',
      `${'a'.repeat(250)}@exemple.org`,
    ],
  ],
  [
    'a picture',
    f.image({ label }),
    ['/uploads/a.jpg', '/uploads/2026/b.JPEG', '/uploads/c.webp'],
    [
      '/uploads/.jpg',
      '/uploads/a\u200b.jpg',
      '/uploads/a\u0000.jpg',
      '/uploads/a.pdf',
      '/uploads/../a.jpg',
      '/uploads/a b.jpg',
      'x/uploads/a.jpg',
      '/uploads/a.jpg?x',
    ],
  ],
  [
    'a document',
    f.file({ label }),
    ['/uploads/a.pdf', '/uploads/a.docx', '/uploads/a.doc', '/uploads/a.odt', '/uploads/a.ics', '/uploads/a.jpeg'],
    ['/uploads/a.exe', '/uploads/a.pdf.exe', '/uploads/..pdf', 'uploads/a.pdf'],
  ],
  [
    'an entry',
    f.reference({ label, collection: 'cantines' }),
    ['lyon', 'lyon-9e-2'],
    ['-lyon', 'lyon-', 'lyon--9e', 'Lyon', 'lyon.md', 'é'],
  ],
])('%s', (_kind, field, accepted, refused) => {
  for (const value of accepted) expect(read(field, value), String(value)).toBe(String(value));
  for (const value of refused) expect(isRefused(field, value), String(value)).toBe(true);
});

describe('what is left empty', () => {
  const box = f.tickBox({ label: 'Case' });
  const needed = f.text({ label: 'Nom', required: true });
  const group = f.optionalGroup({
    label,
    fields: { case: box, nom: needed, liste: f.choices({ label, options: { a: 'A' } }) },
  });
  test.each<[string, unknown]>([
    ['an unticked box', { case: false }],
    ['an empty list', { liste: [] }],
    ['a list of blanks', { liste: ['', null, [' ']] }],
    ['all of these', { case: false, nom: ' ', liste: [] }],
  ])('%s begins no group', (_title, value) => {
    expect(read(group, value)).toBeUndefined();
    expect(isRefused(group, value)).toBe(false);
  });
  test.each<[string, unknown]>([
    ['a ticked box', { case: true }],
    ['a day that YAML made a moment', { nom: new Date('2026-11-20'), case: true, liste: [0] }],
  ])('%s begins one', (_title, value) => {
    expect(isRefused(group, value)).toBe(true);
  });
});

describe('what is asked of nothing', () => {
  const { fields } = entryWith({ nom: f.text({ label: 'Nom' }) });
  test.each([[[0]], [['nom', 'absent']], [['absent', 'nom']]])('no field is at %j', (path) => {
    expect(f.metaAt(fields, path)).toBeUndefined();
  });

  test.each([null, undefined, ''])('%j is shown as nothing', (value) => {
    expect(f.showValue(value)).toBe('rien');
  });
});
