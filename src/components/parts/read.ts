import { withFigures } from '#content/cited-figures.ts';
import { entriesNamed, entriesOf } from '#content/entries.ts';
import { renderMarkdown } from '#content/markdown.ts';
import type { Part, PartKind } from '#schemas/parts.ts';
import type { CollectionEntry } from 'astro:content';

/** A part of a page as it is shown: its text as HTML, its figures as entries. */
export interface ShownPart extends Omit<Part, 'figures' | 'text'> {
  html: string;
  figures: CollectionEntry<'figures'>[];
}

/** The parts of one kind, in their order, with the figures that their texts cite. */
export async function partsOf(parts: readonly Part[], kind: PartKind): Promise<ShownPart[]> {
  const figures = await entriesOf('figures');
  return Promise.all(
    parts
      .filter((part) => part.kind === kind)
      .map(async (part) => ({
        ...part,
        html: part.text ? withFigures(await renderMarkdown(part.text), figures) : '',
        figures: await entriesNamed('figures', part.figures),
      })),
  );
}
