import type { CSL, CSLDate, CSLType } from '@citation-js/core';
import { slugOf } from '#domain/slug.ts';
import type { Reference, ReferenceKind } from '#schemas/references.ts';
import { readAuthor } from './author.ts';

const CSL_TYPES: Readonly<Record<ReferenceKind, CSLType>> = {
  article: 'article-journal',
  livre: 'book',
  etude: 'report',
  entretien: 'interview',
  page: 'webpage',
  presse: 'article-newspaper',
  podcast: 'broadcast',
};

/** Works in CSL-JSON, the exchange format of Zotero and its like; two that would bear one key get a letter. */
export function toCsl(references: readonly Reference[]): CSL[] {
  const seen = new Map<string, number>();
  return references.map((reference) => {
    const key = keyOf(reference);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return cslOf(reference, count === 0 ? key : `${key}-${String.fromCharCode(97 + count)}`);
  });
}

function cslOf(
  { title, kind, authors, container, publisher, publishedOn, doi, isbn, url }: Reference,
  id: string,
): CSL {
  const published = publisher ?? (kind === 'page' || kind === 'entretien' ? container : undefined);
  return {
    id,
    type: CSL_TYPES[kind],
    title,
    ...(authors.length > 0 && { author: authors.map(readAuthor) }),
    ...(container && { 'container-title': container }),
    // BibTeX has no place for the site of a page but that of its publisher.
    ...(published && { publisher: published }),
    ...(publishedOn && { issued: dateOf(publishedOn) }),
    ...(doi && { DOI: doi }),
    ...(isbn && { ISBN: isbn }),
    ...(url && { URL: url }),
  };
}

/** A partial date, `2024` or `2024-05-01`, in its parts. */
function dateOf(date: string): CSLDate {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { 'date-parts': [[year]] };
  return { 'date-parts': [day === undefined ? [year, month] : [year, month, day]] };
}

/** `etienne-2020-les-petites-cantines`: who, when, the first words of the title. It does not change with the rest. */
function keyOf({ title, authors, container, publisher, publishedOn }: Reference): string {
  const author = authors[0] === undefined ? undefined : readAuthor(authors[0]);
  const who = author === undefined ? (container ?? publisher) : 'literal' in author ? author.literal : author.family;
  const words = slugOf(title).split('-').slice(0, 3).join('-');
  return [slugOf(who ?? '', 30), publishedOn?.slice(0, 4), words].filter(Boolean).join('-');
}
