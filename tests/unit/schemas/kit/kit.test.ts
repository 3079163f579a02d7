import { describe, expect, test } from 'vitest';
import * as f from '#schemas/kit/index.ts';
import type { z } from 'zod';

/** Runs one field as an entry that holds nothing else. */
const alone = (field: z.ZodType) =>
  f.collection({
    name: 'test',
    label: 'Essais',
    labelSingular: 'Essai',
    description: 'Un essai.',
    fields: { champ: field },
    body: { label: 'Texte', required: false },
  });
const read = (field: z.ZodType, value: unknown): unknown =>
  f.readEntry(alone(field), { champ: value }).entry?.['champ'];
const problems = (field: z.ZodType, value: unknown) => f.readEntry(alone(field), { champ: value }).problems;

const label = 'Champ';

describe('values as read', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['text loses the spaces around it', f.text({ label }), '  deux mots ', 'deux mots'],
    ['text keeps what looks like a word of YAML', f.text({ label }), 'no', 'no'],
    ['a date that YAML made a moment', f.date({ label }), new Date('2026-11-20'), '2026-11-20'],
    ['the first day of a year', f.date({ label }), '2027-01-01', '2027-01-01'],
    ['a leap day', f.date({ label }), '2028-02-29', '2028-02-29'],
    ['a year as a number', f.partialDate({ label }), 2016, '2016'],
    ['a month', f.partialDate({ label }), '2024-05', '2024-05'],
    ['a day that YAML made a moment', f.partialDate({ label }), new Date('2024-05-12'), '2024-05-12'],
    ['an hour of one digit', f.time({ label }), '9:30', '09:30'],
    ['a French hour', f.time({ label }), '12 h 30', '12:30'],
    ['midnight', f.time({ label }), '00:00', '00:00'],
    ['a day and an hour with a space', f.dateTime({ label }), '2027-01-12 18:30', '2027-01-12T18:30'],
    ['an integer as text', f.integer({ label }), '12', 12],
    ['a decimal comma', f.decimal({ label }), '9,50', 9.5],
    ['zero', f.integer({ label }), 0, 0],
    ['a tick in French', f.tickBox({ label }), 'Oui', true],
    ['no tick', f.tickBox({ label }), undefined, false],
    ['a choice that YAML made a boolean', f.choice({ label, options: { true: 'Oui', false: 'Non' } }), true, 'true'],
    ['nothing for yes, no or unknown', f.yesNoUnknown({ label }), '', 'unknown'],
    ['one value for a list of choices', f.choices({ label, options: { a: 'A' } }), 'a', ['a']],
    ['blanks in a list of choices', f.choices({ label, options: { a: 'A' } }), ['', 'a', null], ['a']],
    ['a choice that is made twice', f.choices({ label, options: { a: 'A', b: 'B' } }), ['b', 'a', 'b'], ['b', 'a']],
    ['an entry that is named twice', f.references({ label, collection: 'cantines' }), ['lyon', 'lyon'], ['lyon']],
    ['one reference for a list', f.references({ label, collection: 'cantines' }), 'lyon-vaise', ['lyon-vaise']],
    ['a postcode as a number', f.postalCode({ label }), 69009, '69009'],
    ['a telephone with dots', f.telephone({ label }), '04.26.64.79.24', '04.26.64.79.24'],
    ['a telephone with narrow spaces', f.telephone({ label }), '04\u202f26\u202f64\u202f79\u202f24', '04 26 64 79 24'],
    ['a link to a page of the site', f.link({ label }), '/cantines/', '/cantines/'],
    ['an address with accents', f.url({ label }), 'https://exemple.org/été?q=a#b', 'https://exemple.org/été?q=a#b'],
    [
      'a list without its blanks',
      f.list({ label, labelSingular: 'x', item: f.text({ label }) }),
      ['', 'a', null],
      ['a'],
    ],
  ])('%s', (_title, field, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });

  test.each(['', null, undefined, '   ', [], {}])('%j is nothing in an optional field of any kind', (empty) => {
    const fields = [
      f.text({ label }),
      f.markdown({ label }),
      f.url({ label }),
      f.date({ label }),
      f.time({ label }),
      f.dateTime({ label }),
      f.integer({ label }),
      f.choice({ label, options: { a: 'A' } }),
      f.reference({ label, collection: 'cantines' }),
      f.image({ label }),
      f.optionalGroup({ label, fields: { nom: f.text({ label, required: true }) } }),
    ];
    for (const field of fields) {
      expect(problems(field, empty)).toEqual([]);
      expect(read(field, empty)).toBeUndefined();
    }
  });
});

describe('values refused', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['30 February', f.date({ label }), '2026-02-30'],
    ['29 February of a common year', f.date({ label }), '2027-02-29'],
    ['the year zero', f.date({ label }), '0000-01-01'],
    ['a moment that is not midnight', f.date({ label }), new Date('2026-11-20T10:00:00Z')],
    ['an impossible partial date', f.partialDate({ label }), '2026-02-30'],
    ['a date with a slash', f.partialDate({ label }), '05/2024'],
    ['an hour past the day', f.time({ label }), '24:00'],
    ['an impossible day with an hour', f.dateTime({ label }), '2026-02-30T10:00'],
    ['seconds', f.dateTime({ label }), '2026-02-20T10:00:00'],
    ['a postcode that lost its zero', f.postalCode({ label }), 1000],
    ['a postcode of four digits', f.postalCode({ label }), '1000'],
    ['javascript:', f.url({ label }), 'javascript:alert(1)'],
    ['javascript: in capitals after a space', f.link({ label }), ' JAVASCRIPT:alert(1)'],
    ['data:', f.link({ label }), 'data:text/html,<script>1</script>'],
    ['another host without its scheme', f.link({ label }), '//exemple.org/'],
    ['an address with a space', f.url({ label }), 'https://exemple.org/a b'],
    ['an address with a tag', f.url({ label }), 'https://exemple.org/<b>'],
    ['two e-mail addresses', f.email({ label }), 'a@exemple.org,b@exemple.org'],
    ['an e-mail address without a domain', f.email({ label }), 'a@exemple'],
    ['text that a second reading would make a moment', f.text({ label }), '2026-11-20 10:00:00'],
    ['text that a second reading would make a number', f.text({ label }), '0b101'],
    ['a number for text', f.text({ label }), 12],
    ['an infinite number', f.decimal({ label }), Number.POSITIVE_INFINITY],
    ['a file out of its folder', f.image({ label }), '/uploads/../../etc/passwd'],
    ['too few values', f.choices({ label, options: { a: 'A' }, min: 1 }), []],
    ['too many items', f.list({ label, labelSingular: 'x', item: f.text({ label }), max: 1 }), ['a', 'b']],
    ['too few items', f.list({ label, labelSingular: 'x', item: f.text({ label }), min: 1 }), ['']],
    ['text for a group', f.group({ label, fields: { nom: f.text({ label }) } }), 'x'],
    ['a slug in capitals', f.reference({ label, collection: 'cantines' }), 'Lyon-Vaise'],
  ])('%s', (_title, field, value) => {
    expect(problems(field, value).map((problem) => problem.field)).toEqual(['champ']);
  });

  test('a missing required field is told by its name', () => {
    expect(problems(f.text({ label, required: true }), null)).toEqual([
      {
        field: 'champ',
        label: 'Champ',
        found: 'rien',
        expected: 'une ligne de texte',
        remedy: 'Le champ « Champ » est obligatoire : remplissez-le.',
      },
    ]);
  });

  test('a text too long is told with both lengths', () => {
    expect(problems(f.text({ label, maxLength: 3 }), 'abcd')[0]?.remedy).toMatch(/4 signes, 3 au plus/);
  });
});

describe('paths and values, as an editor reads them', () => {
  test.each([
    [['title'], 'title'],
    [['openingHours', 'slots', 2, 'opens'], 'openingHours.slots[3].opens'],
    [[], ''],
  ])('%j', (path, shown) => {
    expect(f.showPath(path)).toBe(shown);
  });

  test.each([
    [undefined, 'rien'],
    ['', 'rien'],
    ['oui', '« oui »'],
    [12, '12'],
    [['a'], '["a"]'],
    [new Date('2026-11-20'), '2026-11-20T00:00:00.000Z'],
    ['a\n  b', '« a b »'],
  ])('%j', (value, shown) => {
    expect(f.showValue(value).replace(/[\u00a0\u202f]/g, ' ')).toBe(shown);
  });

  // The signs of a text count with its « ».
  test.each([
    ['x'.repeat(56), `« ${'x'.repeat(56)} »`],
    ['x'.repeat(57), `« ${'x'.repeat(57)}…`],
    ['x'.repeat(200), `« ${'x'.repeat(57)}…`],
  ])('is of 60 signs at most: %s', (value, shown) => {
    expect(f.showValue(value).replace(/[\u00a0\u202f]/g, ' ')).toBe(shown);
    expect(f.showValue(value).length).toBeLessThanOrEqual(60);
  });

  test('the field at a path, list indexes passed over', () => {
    const { fields } = alone(
      f.list({ label, labelSingular: 'x', item: f.group({ label: 'Un', fields: { nom: f.text({ label: 'Nom' }) } }) }),
    );
    expect(f.metaAt(fields, ['champ', 3, 'nom'])?.label).toBe('Nom');
    expect(f.metaAt(fields, ['champ', 3])?.label).toBe('Un');
    expect(f.metaAt(fields, ['champ', 3, 'absent'])).toBeUndefined();
    expect(f.metaAt(fields, ['absent'])).toBeUndefined();
  });
});

test('a schema from elsewhere is refused', () => {
  expect(() => f.metaOf(alone(f.text({ label })).schema)).toThrow(/field kit/);
});

test.each([
  ['2026-11-20', true],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-00-10', false],
  ['2026-11-00', false],
  ['26-11-20', false],
  ['2026-11-20T00:00', false],
])('%s is a day of the calendar: %s', (value, expected) => {
  expect(f.isCalendarDate(value)).toBe(expected);
});
