import { hiddenBy } from '#content/check/entry.ts';
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
  historiesOf(files, reading).flatMap(({ slug, versions }) => {
    const shown = versions.map(({ text }) => shownOf(text, reading.live));
    const last = shown.findLast((data) => data !== undefined);
    if (last === undefined || shown.at(-1) !== undefined) return [];
    const { entry } = readEntry(opportunities, last);
    return entry === undefined ? [] : [{ slug, opportunity: entry }];
  });

function shownOf(text: string | undefined, live: boolean): Readonly<Record<string, unknown>> | undefined {
  const data = text === undefined ? undefined : readFrontMatter(text).data;
  return data && hiddenBy(data, live) === undefined ? data : undefined;
}
