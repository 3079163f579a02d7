import { vi } from 'vitest';

/** Far more than a mutant needs to show: it is asked of each, and the boundaries have tests of their own. */
const MOST_RUNS = 20;

// The same values every time, so that the score changes with the code alone. Properties name their own number of runs,
// which fast-check's `configureGlobal` does not lower.
vi.mock('fast-check', async (importOriginal) => {
  const original = await importOriginal<typeof import('fast-check')>();
  type Assert = Parameters<typeof original.assert>;
  const assert = (property: Assert[0], given: Assert[1] = {}) =>
    original.assert(property, { ...given, seed: 1, numRuns: Math.min(given.numRuns ?? MOST_RUNS, MOST_RUNS) });
  return { ...original, assert, default: { ...original.default, assert } };
});
