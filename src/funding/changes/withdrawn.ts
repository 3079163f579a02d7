import { readFrontMatter } from '#content/check/front-matter.ts';
import type { FileVersion } from '#content/versions.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { historiesOf, type Reading } from './histories.ts';

/** An opportunity that is shown no longer, as it was when it last was. */
export interface Withdrawn {
  slug: string;
  opportunity: Opportunity;
}

/** The opportunities that are shown no longer; without those that an older schema accepted, and that nobody reads now. */
export const withdrawnOf = (files: ReadonlyMap<string, readonly FileVersion[]>, reading: Reading): Withdrawn[] =>
  historiesOf(files, reading).flatMap(({ slug, versions, isMerged }) => {
    if (isMerged) return [];
    const last = versions.findLast(({ text }) => text !== undefined)?.text;
    if (last === undefined || versions.at(-1)?.text !== undefined) return [];
    const { entry } = readEntry(opportunities, readFrontMatter(last).data);
    return entry === undefined ? [] : [{ slug, opportunity: entry }];
  });
