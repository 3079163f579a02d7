import { hiddenBy } from '#content/check/entry.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { opportunities, type Opportunity } from '#schemas/opportunities.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { readSourceFiles } from '../folder.ts';

export interface ReadOpportunity {
  slug: string;
  opportunity: Opportunity;
}

/** The shown opportunities of a content folder, and the files that cannot be read. */
export async function readOpportunities(
  root: string,
  live: boolean,
): Promise<{ entries: ReadOpportunity[]; unreadable: string[] }> {
  const entries: ReadOpportunity[] = [];
  const unreadable: string[] = [];
  for (const { file, slug, text, collection } of await readSourceFiles(root)) {
    if (collection !== 'opportunities') continue;
    const { data } = readFrontMatter(text);
    if (hiddenBy(data, live)) continue;
    const { entry } = readEntry(opportunities, data);
    if (entry) entries.push({ slug, opportunity: entry });
    else unreadable.push(file);
  }
  return { entries, unreadable };
}

/** The addresses of an opportunity that a visitor may follow. */
export const opportunityLinks = ({ officialUrl, formUrl, sources }: Opportunity): string[] =>
  [officialUrl, formUrl, ...sources.map(({ url }) => url)].flatMap((url) => url ?? []);
