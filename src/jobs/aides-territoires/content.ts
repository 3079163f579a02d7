import { readFrontMatter } from '#content/check/front-matter.ts';
import { keyOf } from '#places/normalise.ts';
import { readSourceFiles } from '../folder.ts';
import type { Existing } from './plan.ts';

export interface Content {
  existing: Existing[];
  /** The slugs of the funders, by the keys of their names. */
  funders: Map<string, string>;
  /** All of them, those that cannot be read too. */
  funderSlugs: Set<string>;
  /** A sentence for each entry that cannot be read. */
  unreadable: string[];
}

/** What the watch holds already. */
export async function readContent(root: string): Promise<Content> {
  const content: Content = { existing: [], funders: new Map(), funderSlugs: new Set(), unreadable: [] };
  for (const { file, collection, slug, text } of await readSourceFiles(root)) {
    if (collection !== 'opportunities' && collection !== 'funders') continue;
    const { data, body } = readFrontMatter(text);
    if (collection === 'funders') {
      content.funderSlugs.add(slug);
      if (typeof data?.['title'] === 'string') content.funders.set(keyOf(data['title']), slug);
    } else {
      content.existing.push({ slug, data, body: body?.text ?? '' });
      if (!data)
        content.unreadable.push(
          `${file} ne se lit pas : la fiche est laissée telle quelle. Corrigez-la, npm run check dit comment.`,
        );
    }
  }
  return content;
}
