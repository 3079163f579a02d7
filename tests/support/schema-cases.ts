import { describe, expect, test } from 'vitest';
import type { CollectionName } from '#schemas/index.ts';
import { ASKS, entryOf, problemsOf, readOf } from './entries.ts';

type Changes = Readonly<Record<string, unknown>>;

/**
 * Tests of one collection over its minimal entry: changes that are refused, with the fields then named
 * (in order), and changes that are accepted.
 */
export function schemaCases(
  name: CollectionName,
  refused: readonly (readonly [title: string, changes: Changes, ...fields: string[]])[],
  accepted: readonly (readonly [title: string, changes: Changes])[],
): void {
  describe(`${name}: refused`, () => {
    const cases = refused.map(([title, changes, ...fields]) => ({ title, changes, fields }));
    test.each(cases)('$title', ({ changes, fields }) => {
      const problems = problemsOf(name, entryOf(name, changes));
      expect(problems.map(({ field }) => field)).toEqual(fields);
      for (const { remedy } of problems) expect(remedy).toMatch(ASKS);
    });
  });
  describe(`${name}: accepted`, () => {
    test.each(accepted)('%s', (_title, changes) => {
      expect(() => readOf(name, entryOf(name, changes))).not.toThrow();
    });
  });
}
