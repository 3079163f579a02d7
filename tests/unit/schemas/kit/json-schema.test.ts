import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type CollectionName } from '#schemas/index.ts';
import { isCalendarDate, metaOf, readEntry } from '#schemas/kit/index.ts';
import { caseless, jsonSchemaOf } from '#schemas/kit/json-schema.ts';
import { entries } from '../../../support/arbitraries.ts';
import { collectionOf, entryOf, exampleOf, leavesOf, readOf } from '../../../support/entries.ts';
import { networkFiles } from '../../../support/network.ts';

const names = Object.keys(collections) as CollectionName[];
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, formats: { date: isCalendarDate } });
const schemaOf = (name: CollectionName) => jsonSchemaOf(collectionOf(name), `https://exemple.org/schemas/${name}.json`);
const validators = new Map(names.map((name) => [name, ajv.compile(schemaOf(name))]));

/** Where the schema refuses an entry: `/address/postalCode pattern`; nothing when it is right. */
function refusals(name: CollectionName, data: unknown): string[] {
  const validate = validators.get(name);
  if (!validate || validate(JSON.parse(JSON.stringify(data)))) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe.each(names)('the JSON Schema of %s', (name) => {
  test('accepts every entry of a network', () => {
    for (const { slug, data } of networkFiles(name)) expect(refusals(name, readOf(name, data)), slug).toEqual([]);
  });

  test('accepts what the site has read, for random entries', () => {
    fc.assert(
      fc.property(entries(collectionOf(name)), (data) => {
        expect(refusals(name, readEntry(collectionOf(name), data).entry)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('every field has its label, and every value that the site refuses for its form is refused', () => {
    for (const leaf of leavesOf(collectionOf(name).fields)) {
      const meta = metaOf(leaf.schema);
      const put = (value: unknown) => entryOf(name, { ...leaf.around, [leaf.path.join('.')]: value });
      expect(refusals(name, put(exampleOf(leaf.schema))), leaf.path.join('.')).toEqual([]);
      const bad: unknown[] = [{ a: 'b' }];
      if (meta.kind === 'text' && meta.maxLength) bad.push('x'.repeat(meta.maxLength + 1));
      if (meta.kind === 'text' && meta.pattern) bad.push('javascript:alert(1)');
      if (meta.kind === 'number' && meta.max !== undefined) bad.push(meta.max + 1);
      if (meta.kind === 'choice') bad.push(meta.multiple ? ['inconnu'] : 'inconnu');
      if (meta.kind === 'date') bad.push('2026-02-30');
      for (const value of bad) {
        const at = `/${leaf.path.join('/')}`;
        const found = refusals(name, put(value));
        expect(
          found.some((each) => each.startsWith(at)),
          `${at} = ${JSON.stringify(value)}`,
        ).toBe(true);
      }
    }
  });

  test('a missing required field and an unknown one are refused', () => {
    expect(refusals(name, {})).toContain(' required');
    expect(refusals(name, entryOf(name, { inconnu: 'x' }))).toEqual([' additionalProperties']);
  });
});

test('labels, hints and values come from the declaration', () => {
  const { properties } = schemaOf('cantines');
  const status = properties?.['status'];
  expect(status).toMatchObject({
    title: 'État',
    oneOf: expect.arrayContaining([{ const: 'open', title: 'Ouverte' }]) as unknown,
  });
  expect(properties?.['title']).toMatchObject({ title: 'Nom de la cantine', maxLength: 60 });
  expect(schemaOf('cantines').required).toEqual(['title', 'summary', 'status', 'address']);
});

test.each([
  [/^#[0-9a-f]{6}$/i, ['#1f5f8b', '#1F5F8B'], ['#1f5f8g', '1f5f8b']],
  [/^https?:\/\/[^\s<>"]*$/i, ['HTTPS://x', 'http://x'], ['ftp://x']],
])('a pattern means the same without its flag: %s', (pattern, right, wrong) => {
  const plain = new RegExp(caseless(pattern), 'u');
  for (const value of right) expect(plain.test(value), value).toBe(true);
  for (const value of wrong) expect(plain.test(value), value).toBe(false);
});
