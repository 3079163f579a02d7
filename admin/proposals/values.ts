import type { z } from 'zod';
import type { EntryIndex } from '#content/check/entry-index.ts';
import { linesOf } from '#proposals/words.ts';
import { isStated } from '#proposals/open.ts';
import { metaOf } from '#schemas/kit/index.ts';
import type { CollectionName } from '#schemas/index.ts';

/** What the entries of a site are called. */
export type Titles = EntryIndex;

/** A value in words, a line for each thing that it says; none when it says nothing. */
export function wordsOf(schema: z.ZodType, value: unknown, titles: Titles): string[] {
  const meta = metaOf(schema);
  if (!isStated(value)) return [];
  // No word of a field tells another entry: its title does.
  if (meta.kind === 'reference') {
    const entries = titles[meta.collection as CollectionName];
    return [value].flat().map((slug) => entries?.[String(slug)]?.title ?? String(slug));
  }
  return linesOf(schema, value).map(({ label, text }) => (label === undefined ? text : `${label} : ${text}`));
}
