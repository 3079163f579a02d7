import { expect, test } from 'vitest';
import { featured } from '#content/featured.ts';
import { networkEntries } from '../../support/network.ts';

test.each(['figures', 'quotations'] as const)('no example of %s is put forward', (name) => {
  const entries = networkEntries(name);
  expect(entries.filter(({ data }) => data.demo && data.highlight)).not.toEqual([]);
  const forward = featured(entries);
  expect(forward).not.toEqual([]);
  expect(forward.filter(({ data }) => data.demo || !data.highlight)).toEqual([]);
});
