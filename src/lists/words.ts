import { fold } from '#domain/fold.ts';
import type { MarkedPiece } from '#search/excerpt.ts';
import { queryOf } from '#search/normalise.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words that link others: a question is not about them. */
const LINKS = new Set(
  'a ai au aux avec ce ces cette comment dans de des du elle en est et etre eu faut il ils je la le les leur ma mais mes moi mon ne nos notre nous on ont ou par pas peut plus pour quand que quel quelle qui sa sans se ses si son sont sur ta te tes toi ton tu un une vos votre vous y'.split(
    ' ',
  ),
);

/** A plural is searched as its singular: every word is searched by its beginning. */
const stemOf = (key: string): string => (key.length > 3 ? key.replace(/[sx]$/, '') : key);

/**
 * The beginnings of words that a query asks for: `L’œuvre des bénévoles` → `oeuvre`, `benevole`. Linking words
 * count only when there are no others.
 */
export function stemsOf(query: string): string[] {
  const keys = [...queryOf(query).matchAll(WORD)].map(([word]) => fold(word));
  const telling = keys.filter((key) => !LINKS.has(key));
  return [...new Set((telling.length > 0 ? telling : keys).map(stemOf))];
}

const beginsWithOneOf = (key: string, stems: readonly string[]): boolean => stems.some((stem) => key.startsWith(stem));

/** The words of a text, ready to be searched many times. */
export const wordKeys = (text: string): string[] => [...new Set([...text.matchAll(WORD)].map(([word]) => fold(word)))];

/** True when each stem begins a word, in any order. */
export const holdsAll = (keys: readonly string[], stems: readonly string[]): boolean =>
  stems.every((stem) => keys.some((key) => key.startsWith(stem)));

/** Cuts a text around the words that begin with one of the stems; the pieces joined are the text. */
export function piecesOf(text: string, stems: readonly string[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!beginsWithOneOf(fold(word), stems)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), mark: false });
    pieces.push({ text: word, mark: true });
    from = index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mark: false });
  return pieces;
}
