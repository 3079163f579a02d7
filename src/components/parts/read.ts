import { withFigures } from '#content/cited-figures.ts';
import { entriesNamed, entriesOf } from '#content/entries.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { Part, PartKind } from '#schemas/parts.ts';
import type { CollectionEntry } from 'astro:content';
import { namedSources, type Listed, type NamedSource } from './sources.ts';

/** A part of a page as it is shown: its text as HTML too, its figures as entries, its sources by their names. */
export interface ShownPart extends Omit<Part, 'figures' | 'sources'> {
  html: string;
  figures: CollectionEntry<'figures'>[];
  sources: NamedSource[];
}

/**
 * Parts as they are shown, with the figures that their texts cite.
 * @param listed the sources of the page, which give those of a part their names and dates
 */
export async function shownParts(parts: readonly Part[], listed: readonly Listed[] = []): Promise<ShownPart[]> {
  const figures = await entriesOf('figures');
  return Promise.all(
    parts.map(async (part) => ({
      ...part,
      html: part.text ? withFigures(await renderMarkdown(part.text), figures) : '',
      figures: await entriesNamed('figures', part.figures),
      sources: namedSources(part.sources, listed),
    })),
  );
}

/** The parts of one kind of a page, in their order. */
export const partsOf = (
  { parts, sources }: { parts: readonly Part[]; sources: readonly Listed[] },
  kind: PartKind,
): Promise<ShownPart[]> =>
  shownParts(
    parts.filter((part) => part.kind === kind),
    sources,
  );
