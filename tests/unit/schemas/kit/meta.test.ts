import { expect, test } from 'vitest';
import type { z } from 'zod';
import * as f from '#schemas/kit/index.ts';

const [label, hint] = ['Champ', 'Une phrase.'];
const optional = { label, hint, required: false };

// The form of the CMS, the messages and the JSON Schema are made of it.
test.each<[kind: string, z.ZodType, Readonly<Record<string, unknown>>]>([
  [
    'text',
    f.text({ label, hint, maxLength: 9, default: 'x' }),
    { kind: 'text', shape: 'line', maxLength: 9, default: 'x' },
  ],
  ['paragraph', f.paragraph({ label, hint }), { kind: 'text', shape: 'paragraph' }],
  ['markdown', f.markdown({ label, hint }), { kind: 'text', shape: 'markdown' }],
  [
    'link',
    f.link({ label, hint }),
    { kind: 'text', shape: 'line', examples: ['https://exemple.org/page', '/cantines/'] },
  ],
  ['email', f.email({ label, hint }), { kind: 'text', shape: 'line', examples: ['bonjour@exemple.org'] }],
  [
    'telephone',
    f.telephone({ label, hint }),
    { kind: 'text', shape: 'line', examples: ['04 26 64 79 24', '+33 4 26 64 79 24'] },
  ],
  ['postalCode', f.postalCode({ label, hint }), { kind: 'text', shape: 'line', examples: ['01000', '69009', '97400'] }],
  [
    'communeCode',
    f.communeCode({ label, hint }),
    { kind: 'text', shape: 'line', examples: ['69123', '01053', '2A004'] },
  ],
  [
    'patterned',
    f.patterned({ label, hint, pattern: /^\d$/, expected: 'un chiffre', remedy: 'Écrivez.', examples: ['1'] }),
    { kind: 'text', shape: 'line', pattern: /^\d$/, expected: 'un chiffre', remedy: 'Écrivez.', examples: ['1'] },
  ],
  [
    'url',
    f.url({ label, hint }),
    {
      kind: 'text',
      shape: 'line',
      examples: ['https://exemple.org/page', 'https://exemple.org/recherche?q=a&b=%C3%A9#titre'],
    },
  ],
  [
    'partialDate',
    f.partialDate({ label, hint }),
    { kind: 'text', shape: 'line', examples: ['2016', '2024-05', '2024-05-12'] },
  ],
  ['date', f.date({ label, hint }), { kind: 'date' }],
  ['time', f.time({ label, hint }), { kind: 'time' }],
  ['dateTime', f.dateTime({ label, hint }), { kind: 'datetime' }],
  [
    'integer',
    f.integer({ label, hint, min: 1, default: 2 }),
    { kind: 'number', integer: true, min: 1, max: undefined, default: 2 },
  ],
  ['decimal', f.decimal({ label, hint, max: 3 }), { kind: 'number', integer: false, min: undefined, max: 3 }],
  ['tickBox', f.tickBox({ label, hint }), { kind: 'boolean', default: false }],
  [
    'choice',
    f.choice({ label, hint, options: { a: 'A' }, default: 'a' }),
    { kind: 'choice', multiple: false, options: { a: 'A' }, default: 'a' },
  ],
  ['choices', f.choices({ label, hint, options: { a: 'A' } }), { kind: 'choice', multiple: true, options: { a: 'A' } }],
  [
    'yesNoUnknown',
    f.yesNoUnknown({ label, hint }),
    {
      kind: 'choice',
      multiple: false,
      options: { yes: 'Oui', no: 'Non', unknown: 'Non renseigné' },
      default: 'unknown',
    },
  ],
  [
    'reference',
    f.reference({ label, hint, collection: 'guides' }),
    { kind: 'reference', multiple: false, collection: 'guides' },
  ],
  [
    'references',
    f.references({ label, hint, collection: 'guides' }),
    { kind: 'reference', multiple: true, collection: 'guides' },
  ],
  ['image', f.image({ label, hint }), { kind: 'image' }],
  ['file', f.file({ label, hint }), { kind: 'file' }],
  [
    'group',
    f.group({ label, hint, fields: {}, summary: 's' }),
    { kind: 'group', optional: false, fields: {}, summary: 's' },
  ],
  ['optionalGroup', f.optionalGroup({ label, hint, fields: {} }), { kind: 'group', optional: true, fields: {} }],
  [
    'list',
    f.list({ label, hint, labelSingular: 'nom', item: f.text({ label }), max: 3 }),
    { kind: 'list', labelSingular: 'nom', max: 3 },
  ],
])('what a field says of itself: %s', (_kind, field, said) => {
  expect(f.metaOf(field)).toMatchObject({ ...optional, ...said });
});

test.each<[string, z.ZodType]>([
  ['a list', f.list({ label, labelSingular: 'nom', item: f.text({ label }), min: 1 })],
  ['choices', f.choices({ label, options: { a: 'A' }, min: 1 })],
])('%s of at least one is required', (_kind, field) => {
  expect(f.metaOf(field).required).toBe(true);
});
