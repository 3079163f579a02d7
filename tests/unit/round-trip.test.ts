import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections } from '../../src/schemas/index.ts';
import { readEntry, type Collection } from '../../src/schemas/kit/index.ts';
import { bodies, entries } from '../support/arbitraries.ts';
import { astroReads, decapReads, decapWrites } from '../support/decap-writes.ts';

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

  test('opened and saved by Decap says the same, for each one of the site', async () => {
    const folder = `content/${collection.name}`;
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md'));
    for (const file of files) {
      const raw = await readFile(`${folder}/${file}`, 'utf8');
      const { body = '', ...data } = decapReads(raw);
      const saved = astroReads(decapWrites(data, order, String(body)));
      const before = astroReads(raw);
      expect(readEntry(collection, saved.data), file).toEqual(readEntry(collection, before.data));
      expect(saved.body.trim(), file).toBe(before.body.trim());
    }
  });
});
