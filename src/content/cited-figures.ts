import { capitalised } from '#domain/french.ts';
import { formatNumber } from '#domain/numbers.ts';
import { escapeHtml } from '#domain/html.ts';
import { sayYear } from '#domain/yearly.ts';
import type { Figure } from '#schemas/figures.ts';

/** A figure as a text cites it: by a link, `[80 011 €](/chiffres/#seuil)`. */
export interface Citable {
  id: string;
  data: Pick<Figure, 'value' | 'display' | 'unit' | 'asOf' | 'yearly'>;
}

const LINK = /<a href="\/chiffres\/#([^"]+)">(<strong>)?([^<]*)(<\/strong>)?<\/a>/g;
const CITATION = /\[([^\]]*)\]\(\/chiffres\/#([^\s)]+)\)/g;
const CITED = /\]\(\/chiffres\/#([^\s)]+)\)/g;

/** `80 011 €`, `6 mois`, `18`: what is written in figures is the entry's to say. */
const AMOUNT = /^\s*\d[\d\s]*(?:,\d+)?\s*(?:€|%|\p{L}+)?\s*$/u;

/** A figure with the first word of its unit: « 80 011 € », « 6 mois ». */
const amountOf = ({ data: { value, display, unit } }: Citable): string =>
  display ?? `${formatNumber(value)}\u00a0${unit.split(/\s/)[0] ?? ''}`.trim();

/** The slugs of the figures that Markdown texts cite, each once, in their order. */
export const figuresCitedIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(CITED)].flatMap(([, slug = '']) => slug))),
];

/** The amount of a figure as a text of Markdown writes it. */
const writtenAmount = (figure: Citable): string => amountOf(figure).replace(/[\\`*_[\]<>~&]/g, '\\$&');

/**
 * A Markdown text whose links to figures all say what the entries say, whatever was typed there; the link to a figure
 * that is not there keeps its words.
 */
export function withAmounts(markdown: string, figures: readonly Citable[]): string {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  return markdown.replace(CITATION, (link, text: string, slug: string) => {
    const figure = known.get(slug);
    if (!figure) return link;
    const amount = writtenAmount(figure);
    const begins = /^\p{Lu}/u.test(text) ? capitalised(amount) : amount;
    return `[${begins}](/chiffres/#${slug})`;
  });
}

/** The same where an amount is typed; a citation in words keeps them, as `withFigures` shows it. */
export const withTypedAmounts = (markdown: string, figures: readonly Citable[]): string =>
  markdown.replace(CITATION, (link, text: string) =>
    AMOUNT.test(text.replaceAll('*', '')) ? withAmounts(link, figures) : link,
  );

/**
 * Says in a text (HTML made of Markdown) what the entries of its figures say today: an amount in a link is that of the
 * entry, and one to confirm each January bears its year, that `<figure-year>` reads again on the day of the visit.
 */
export function withFigures(html: string, figures: readonly Citable[]): string {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  return html.replace(LINK, (link, slug: string, open = '', text: string, close = '') => {
    const figure = known.get(slug);
    if (!figure) return link;
    const { asOf, yearly } = figure.data;
    const words = AMOUNT.test(text) ? escapeHtml(amountOf(figure)) : text;
    const year =
      yearly && asOf !== undefined
        ? ` (<figure-year data-as-of="${escapeHtml(asOf)}">${sayYear(asOf)}</figure-year>)`
        : '';
    return `<a href="/chiffres/#${slug}">${open}${words}${close}</a>${year}`;
  });
}
