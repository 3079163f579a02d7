import { entryPath } from '#content/routes.ts';
import { plainData } from '#domain/plain-text.ts';
import { LICENCE, inOrder } from '#feeds/open-data.ts';
import { pastedText } from '#feeds/pasted-text.ts';
import type { FigureEntry } from '../points.ts';

/** A figure with how it reads, in Markdown. */
export interface PublishedFigure extends FigureEntry {
  body?: string | undefined;
}

/** The absolute address of a figure. */
export const figurePage = (id: string, siteUrl: string): string => siteUrl + entryPath('figures', id);

/** What a figure is called in a file, where nothing else marks an example. */
export const figureTitle = ({ data: { title, demo } }: FigureEntry): string => (demo ? `${title} (exemple)` : title);

/** How a figure reads, in plain words; undefined when nobody wrote it. */
export const figureNote = ({ body }: PublishedFigure): string | undefined =>
  body?.trim() ? pastedText(body).replace(/\s*\n+\s*/g, ' ') : undefined;

/** The figures as JSON: each with its name, how it reads, its source and its address. */
export const figuresJson = (figures: readonly PublishedFigure[], siteUrl: string) => ({
  licence: LICENCE.url,
  figures: inOrder(figures).map((figure) => {
    const { series, measure, value, display, unit, asOf, asOfUntil, estimated, target } = figure.data;
    const { legalReference, yearly, source, sourceTitle } = figure.data;
    const said = { title: figureTitle(figure), series, measure, value, display, unit, note: figureNote(figure) };
    const dated = { asOf, asOfUntil, estimated, target, legalReference, yearly };
    const found = { source: { url: source, title: sourceTitle }, url: figurePage(figure.id, siteUrl) };
    return plainData({ id: figure.id, ...said, ...dated, ...found });
  }),
});
