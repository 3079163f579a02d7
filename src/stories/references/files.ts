import { Cite, plugins, type CSL, type CSLName } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Reference } from '#schemas/references.ts';
import { toCsl } from './csl.ts';

// Every program that reads BibTeX reads UTF-8 today, and a key is what a paper cites: it must not change.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });

const LATEX: Readonly<Record<string, string>> = {
  '{': '(',
  '}': ')',
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escaped = (text: string): string => text.replace(/[&%$#_{}\\~^]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** The library leaves every sign of a text in UTF-8 as it is, where LaTeX takes some for its own; not in addresses. */
const forLatex = (work: CSL): CSL => ({
  ...work,
  ...Object.fromEntries(
    (['title', 'container-title', 'publisher'] as const).flatMap((field) => {
      const text = work[field];
      return text === undefined ? [] : [[field, escaped(text)]];
    }),
  ),
  ...(work.author && { author: work.author.map(escapedName) }),
});

const escapedName = (name: CSLName): CSLName =>
  Object.fromEntries(Object.entries(name).map(([part, text]) => [part, escaped(text)]));

/** BibTeX has a field for the month and none for the day, which the library would write into the month. */
const toTheMonth = (reference: Reference): Reference => ({
  ...reference,
  publishedOn: reference.publishedOn?.slice(0, '2024-05'.length),
});

/** Works as BibTeX, for LaTeX and for the reference managers that ask for it. */
export const bibtexOf = (references: readonly Reference[]): string =>
  references.length === 0
    ? ''
    : `${new Cite(toCsl(references.map(toTheMonth)).map(forLatex)).format('bibtex').trim()}\n`;

/** Works as CSL-JSON, for Zotero, Pandoc and the like. */
export const cslJsonOf = (references: readonly Reference[]): string =>
  `${JSON.stringify(toCsl(references), null, 2)}\n`;
