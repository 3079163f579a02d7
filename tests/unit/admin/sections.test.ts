import { describe, expect, test } from 'vitest';
import { isNeeded, sectionsOf } from '#admin/sections/sections.ts';
import { collections } from '#schemas/index.ts';
import { decapCollection } from '#schemas/kit/decap.ts';
import type { Collection } from '#schemas/kit/index.ts';

const all: readonly Collection[] = Object.values(collections);
const fieldsOf = (collection: Collection) => decapCollection(collection).fields;
const sections = (collection: Collection) => sectionsOf(collection, fieldsOf(collection));

describe.each(all)('the form of $name', (collection) => {
  const fields = fieldsOf(collection).map(({ name }) => name);

  test('folds each of its fields once, after those that change often, and never its text', () => {
    const folded = sections(collection).flatMap((section) => section.fields.map(({ name }) => name));
    const open = fields.slice(0, fields.length - folded.length - 1);
    expect([...open, ...folded, 'body']).toEqual(fields);
    expect(open).toContain('title');
    expect(open.length).toBeLessThanOrEqual(9);
  });

  test('every section that it names is one of its own', () => {
    expect(sections(collection).map(({ title }) => title)).toEqual(Object.values(collection.sections ?? {}));
  });
});

describe('a section', () => {
  const [where] = sections(collections.opportunities);

  test.each([
    [{}, true],
    [{ audience: ['cantines'], territory: {} }, true],
    [{ audience: ['cantines'], territory: { scope: 'national' } }, false],
  ])('is unfolded in a form whose entry lacks what it asks: %j', (answers, isAsked) => {
    expect(where && isNeeded(where, answers)).toBe(isAsked);
  });
});
