import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as f from '#schemas/kit/index.ts';
import { caseless, jsonSchemaOf, objectSchemaOf } from '#schemas/kit/json-schema.ts';

const label = 'Champ';
const schemaOf = (field: z.ZodType) => objectSchemaOf({ champ: field }).properties?.['champ'];

describe('what the JSON Schema says of a field', () => {
  test.each<[string, z.ZodType, Readonly<Record<string, unknown>>]>([
    [
      'a text',
      f.text({ label }),
      { title: 'Champ', description: 'Une ligne de texte.', type: 'string', maxLength: 250 },
    ],
    [
      'a text with a hint, a length and a default',
      f.text({ label, hint: 'Votre nom.', maxLength: 9, default: 'Anne' }),
      { title: 'Champ', description: 'Votre nom.', type: 'string', maxLength: 9, default: 'Anne' },
    ],
    [
      'a text of its own form',
      f.patterned({
        label,
        pattern: /^\d{3}$/,
        expected: 'trois chiffres',
        remedy: 'Écrivez.',
        examples: ['123', '456'],
      }),
      {
        title: 'Champ',
        description: 'Trois chiffres.',
        type: 'string',
        maxLength: 250,
        pattern: '^\\d{3}$',
        examples: ['123', '456'],
      },
    ],
    [
      'a text of its own form, in one case',
      f.patterned({ label, pattern: /^a\d$/, expected: 'un code', remedy: 'Écrivez.', examples: ['a1'] }),
      { title: 'Champ', description: 'Un code.', type: 'string', maxLength: 250, pattern: '^a\\d$', examples: ['a1'] },
    ],
    [
      'a text of its own form, in any case',
      f.patterned({ label, pattern: /^a\d$/i, expected: 'un code', remedy: 'Écrivez.', examples: ['A1'] }),
      {
        title: 'Champ',
        description: 'Un code.',
        type: 'string',
        maxLength: 250,
        pattern: '^[aA]\\d$',
        examples: ['A1'],
      },
    ],
    [
      'a day',
      f.date({ label }),
      {
        title: 'Champ',
        description: 'Une date : année-mois-jour, par exemple 2026-11-20.',
        type: 'string',
        format: 'date',
      },
    ],
    [
      'a number',
      f.decimal({ label, min: 0, max: 5, default: 0 }),
      { title: 'Champ', description: 'Un nombre entre 0 et 5.', type: 'number', minimum: 0, maximum: 5, default: 0 },
    ],
    [
      'a tick',
      f.tickBox({ label }),
      { title: 'Champ', description: 'True ou false.', type: 'boolean', default: false },
    ],
    [
      'a choice',
      f.choice({ label, options: { a: 'A', b: 'B' } }),
      {
        title: 'Champ',
        type: 'string',
        oneOf: [
          { const: 'a', title: 'A' },
          { const: 'b', title: 'B' },
        ],
      },
    ],
    [
      'choices',
      f.choices({ label, hint: 'Plusieurs.', options: { a: 'A' } }),
      {
        title: 'Champ',
        description: 'Plusieurs.',
        type: 'array',
        minItems: 0,
        maxItems: 1,
        items: { type: 'string', oneOf: [{ const: 'a', title: 'A' }] },
      },
    ],
  ])('%s', (_kind, field, said) => {
    expect(schemaOf(field)).toStrictEqual(said);
  });

  test.each<[string, z.ZodType]>([
    ['a group', f.group({ label, fields: { nom: f.text({ label: 'Nom' }) } })],
    ['a list', f.list({ label, labelSingular: 'nom', item: f.text({ label: 'Nom' }) })],
  ])('%s shows what it is made of', (_kind, field) => {
    expect(schemaOf(field)).toMatchObject({ title: 'Champ' });
    expect(schemaOf(field)).not.toHaveProperty('description');
  });
});

describe('what an entry must have', () => {
  const needed = f.text({ label, required: true });
  const free = f.text({ label });
  test.each<[string, f.Fields, string[] | undefined]>([
    ['nothing', { libre: free }, undefined],
    ['a required field', { libre: free, requis: needed }, ['requis']],
    [
      'a group that needs something',
      { groupe: f.group({ label, fields: { libre: free, requis: needed } }) },
      ['groupe'],
    ],
    ['no group that needs nothing', { groupe: f.group({ label, fields: { libre: free } }) }, undefined],
    ['no optional group', { groupe: f.optionalGroup({ label, fields: { requis: needed } }) }, undefined],
    ['no field with a default', { choix: f.yesNoUnknown({ label }) }, undefined],
  ])('%s', (_title, fields, required) => {
    expect(objectSchemaOf(fields).required).toEqual(required);
  });

  test('a group says what it needs, once it is there', () => {
    expect(schemaOf(f.optionalGroup({ label, fields: { libre: free, requis: needed } }))).toMatchObject({
      required: ['requis'],
      additionalProperties: false,
    });
    expect(schemaOf(f.group({ label, fields: { libre: free } }))).not.toHaveProperty('required');
  });
});

test('a collection is a schema of the 2020-12 draft, at its address', () => {
  const collection = f.collection({
    name: 'essais',
    label: 'Essais',
    labelSingular: 'Essai',
    description: 'Des essais.',
    fields: { nom: f.text({ label: 'Nom', required: true }) },
    body: { label: 'Texte', required: false },
  });
  expect(jsonSchemaOf(collection, 'https://exemple.org/essais.json')).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://exemple.org/essais.json',
    title: 'Essais',
    description: 'Des essais.',
    type: 'object',
    properties: { nom: { type: 'string', title: 'Nom', description: 'Une ligne de texte.', maxLength: 250 } },
    required: ['nom'],
    additionalProperties: false,
  });
});

test.each([
  [/^ab$/i, '^[aA][bB]$'],
  [/^[a-f]$/i, '^[a-fA-F]$'],
  [/^[A-F0-9xY]$/i, '^[a-fA-F0-9xXyY]$'],
  // What is escaped is not a letter.
  [/^\s\w[\d\]a]$/i, '^\\s\\w[\\d\\]aA]$'],
  [/^[^a]b-c$/i, '^[^aA][bB]-[cC]$'],
])('%s without its flag', (pattern, source) => {
  expect(caseless(pattern)).toBe(source);
});
