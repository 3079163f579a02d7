/** Which engines the tests try, and what is said of the others. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WHOLE_TESTS } from '#jobs/pipeline/publish.ts';
import { ENGINES, readAsked, sortFound } from '../../support/engines/asked.ts';

describe('ENGINES', () => {
  test.each([
    ['nothing: those that are here', undefined, { names: ENGINES, required: false }],
    ['an empty variable, as forges make of one that is not set', ' ', { names: ENGINES, required: false }],
    ['all', 'all', { names: ENGINES, required: true }],
    ['one', 'webkit', { names: ['webkit'], required: true }],
    ['two, in any order', 'firefox, chromium', { names: ['chromium', 'firefox'], required: true }],
  ])('%s', (_, value, asked) => {
    expect(readAsked(value)).toEqual(asked);
  });

  test.each(['safari', 'all,firefox', 'Firefox'])('« %s » names no engine', (value) => {
    expect(() => readAsked(value)).toThrow(/^ENGINES names « .+ »: give all, or some of chromium,firefox,webkit\.$/);
  });

  test('is « all » for the pipelines', () => {
    expect(readAsked(WHOLE_TESTS.env?.['ENGINES'])).toEqual({ names: ENGINES, required: true });
  });
});

describe('those that are here', () => {
  const reasonFor = (name: string) => `No ${name}.`;

  test('are tried, and each of the others is told', () => {
    const found = sortFound(readAsked(undefined), (name) => (name === 'chromium' ? undefined : reasonFor(name)));
    expect(found).toEqual({ names: ['chromium'], skipped: ['No firefox.', 'No webkit.'] });
  });

  test('one that is required and missing is a failure', () => {
    const missing = (name: string) => (name === 'webkit' ? reasonFor(name) : undefined);
    expect(() => sortFound(readAsked('all'), missing)).toThrow('No webkit.');
    expect(sortFound(readAsked('chromium,firefox'), missing)).toEqual({ names: ['chromium', 'firefox'], skipped: [] });
  });

  test('none is a failure', () => {
    expect(() => sortFound(readAsked(undefined), reasonFor)).toThrow('No chromium.\nNo firefox.\nNo webkit.');
  });

  test('each engine that is asked for is tried or told, never both', () => {
    fc.assert(
      fc.property(fc.subarray([...ENGINES]), (here) => {
        fc.pre(here.length > 0);
        const { names, skipped } = sortFound(readAsked(undefined), (name) =>
          here.includes(name) ? undefined : reasonFor(name),
        );
        expect([...names, ...skipped].toSorted()).toEqual(
          ENGINES.map((name) => (here.includes(name) ? name : reasonFor(name))).toSorted(),
        );
      }),
    );
  });
});
