import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from '#domain/group-by.ts';

test('groups as Map.groupBy does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (numbers, by) => {
      const keyOf = (each: number) => each % by;
      expect([...groupBy(numbers, keyOf)]).toEqual([...Map.groupBy(numbers, keyOf)]);
    }),
  );
});
