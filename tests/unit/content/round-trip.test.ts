import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, type CollectionName } from '#schemas/index.ts';
import { readEntry, type Collection } from '#schemas/kit/index.ts';
import { bodies, entries } from '../../support/arbitraries.ts';
import { astroReads, decapReads, decapWrites } from '../../support/decap-writes.ts';
import { networkFiles } from '../../support/network.ts';

const all: readonly Collection[] = Object.values(collections);

describe.each(all)('an entry of $name', (collection) => {
  const order = Object.keys(collection.fields);

  test('written by Decap is read back equal by the site', () => {
    fc.assert(
      fc.property(entries(collection), bodies, (data, body) => {
        const raw = decapWrites(data, order, body);
        const read = astroReads(raw);
        expect(readEntry(collection, read.data)).toEqual(readEntry(collection, data));
        expect(read.body.trim()).toBe(body.trim());
      }),
      { numRuns: 120 },
    );
  });

  test('opened and saved by Decap says the same, for each one of a network', () => {
    for (const { slug, raw, ...before } of networkFiles(collection.name as CollectionName)) {
      const { body = '', ...data } = decapReads(raw);
      const saved = astroReads(decapWrites(data, order, String(body)));
      expect(readEntry(collection, saved.data), slug).toEqual(readEntry(collection, before.data));
      expect(saved.body.trim(), slug).toBe(before.body.trim());
    }
  });
});
