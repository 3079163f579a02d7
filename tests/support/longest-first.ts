import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that last for another reason than their size: a server that starts, a form that waits before it sends,
 * thousands of weeks.
 */
const LONG = /(?:dev|fiche-projet|opening-oracle)\.test\.ts$/;

/** Starts the longest files first, so that no core waits for one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => Number(LONG.test(other.moduleId)) - Number(LONG.test(one.moduleId)));
  }
}
