import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAid, type Aid } from '#jobs/aides-territoires/aid.ts';

/** An aid as the API gives it, and whether a fundraiser would want it: see tests/fixtures/aids/README.md. */
interface LabelledAid {
  fits: boolean;
  aid: unknown;
}

const read = (name: string): readonly LabelledAid[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../fixtures/aids/${name}.json`), 'utf8')) as LabelledAid[];

/** Those that the choice may be tuned on. */
export const tunedAids = read('tuned');

/** Those that are kept to test what tuning gave. */
export const keptAids = read('kept');

/** Those that were written after the choice, for a test that its words could not foresee. */
export const laterAids = read('later');

export interface Measure {
  aids: number;
  /** Of what is kept, the share that fits. */
  precision: number;
  /** Of what fits, the share that is kept. */
  recall: number;
  /** Where the choice is not that of the reader. */
  misses: { fits: boolean; aid: Aid }[];
}

/** How often a choice is that of the reader. */
export function measureChoice(labelled: readonly LabelledAid[], keeps: (aid: Aid) => boolean): Measure {
  const verdicts = labelled.map(({ fits, aid }) => {
    const found = readAid(aid);
    if (!('aid' in found)) throw new Error(found.fault);
    return { fits, aid: found.aid, kept: keeps(found.aid) };
  });
  const right = verdicts.filter(({ fits, kept }) => fits && kept).length;
  return {
    aids: verdicts.length,
    precision: right / verdicts.filter(({ kept }) => kept).length,
    recall: right / verdicts.filter(({ fits }) => fits).length,
    misses: verdicts.filter(({ fits, kept }) => fits !== kept),
  };
}
