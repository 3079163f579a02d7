/**
 * Spells a text the way the search index does, without losing a word: straight apostrophes, no ligatures,
 * plain spaces and hyphens, composed accents. The same function is used on the pages and on the query.
 *
 * Pagefind folds accents and case by itself, but takes `l’hôpital` for one word and `cœur` for another word than
 * `coeur`. Idempotent.
 */
export function normalise(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[‘’ʼ′]/g, "'")
      .replace(/Œ(?=\p{Lu})/gu, 'OE')
      .replace(/Œ/g, 'Oe')
      .replace(/œ/g, 'oe')
      .replace(/Æ(?=\p{Lu})/gu, 'AE')
      .replace(/Æ/g, 'Ae')
      .replace(/æ/g, 'ae')
      .replace(/[ﬀ-ﬆ]/g, (ligature) => ligature.normalize('NFKC'))
      .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
      .replace(/[\u2010\u2011]/g, '-')
      // Invisible marks cut words in two, and Pagefind takes a zero-width space for the word separator of the whole
      // page.
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  );
}

/** The words that French elides before a vowel (`l’`, `jusqu’`), as the source of a regular expression. */
export const ELIDED = '(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)';

const ELISION = new RegExp(`(^|[^\\p{L}\\p{N}])${ELIDED}'(?=[\\p{L}\\p{N}])`, 'giu');

/** A normalised text whose words have lost what French elides before them. */
export const withoutElisions = (text: string): string => text.replace(ELISION, '$1');

/**
 * What to ask the index for: the normalised words, without their elisions, since Pagefind finds `hôpital` in
 * `l'hôpital` but not `l'hôpital` in `d'hôpital`. A query in straight quotes asks for these exact words and keeps them
 * all.
 */
export function queryOf(typed: string): string {
  const text = normalise(typed).replace(/\s+/g, ' ').trim();
  return isExact(text) ? text : withoutElisions(text);
}

/** True when Pagefind reads the query as an exact phrase. */
export const isExact = (query: string): boolean => /^".+"$/.test(query);
