import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Reference } from '#schemas/references.ts';
import { toCsl } from './csl.ts';

// Every program that reads BibTeX reads UTF-8 today, and a key is what a paper cites: it must not change.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });

const unbraced = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');

/** The library leaves the braces of a text as they are, where BibTeX takes them for its own. */
const withoutBraces = (reference: Reference): Reference => ({
  ...reference,
  title: unbraced(reference.title),
  authors: reference.authors.map(unbraced),
  container: reference.container && unbraced(reference.container),
  publisher: reference.publisher && unbraced(reference.publisher),
});

/** Works as BibTeX, for LaTeX and for the reference managers that ask for it. */
export const bibtexOf = (references: readonly Reference[]): string =>
  references.length === 0 ? '' : `${new Cite(toCsl(references.map(withoutBraces))).format('bibtex').trim()}\n`;

/** Works as CSL-JSON, for Zotero, Pandoc and the like. */
export const cslJsonOf = (references: readonly Reference[]): string =>
  `${JSON.stringify(toCsl(references), null, 2)}\n`;
