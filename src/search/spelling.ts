import { fold } from '#domain/fold.ts';
import { SHORTEST_WORD } from './vocabulary-file.ts';

/** The words that pages say. */
export interface Vocabulary {
  /** How pages write this word, most often; undefined when none says it. */
  written(word: string): string | undefined;
  /** The most common word that begins so; undefined when there is none. */
  completion(start: string): string | undefined;
  /** The words at one slip of the finger from this one, the most common first; none for a short word. */
  near(word: string): string[];
}

/** Below this, any letters are one slip away from a word. */
const SHORTEST_SLIP = 4;

const MOST_NEAR = 5;

/** True when one letter more, less, changed, or two neighbours exchanged, make `b` of `a`. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Reads a file of `VocabularyMaker`. */
export function readVocabulary(file: string): Vocabulary {
  const words = file.split('\n').filter(Boolean);
  const keys = words.map(fold);
  const known = new Map(keys.map((key, index) => [key, words[index]]));

  function nearOf(part: string): string[] {
    const key = fold(part);
    if (known.has(key) || key.length < SHORTEST_WORD) return [known.get(key) ?? part];
    if (key.length < SHORTEST_SLIP || /\d/.test(key)) return [];
    const near = words.filter((_, index) => isOneSlip(key, keys[index] ?? ''));
    // The first letter is seldom the wrong one.
    const isSameStart = (word: string) => fold(word)[0] === key[0];
    return [...near.filter(isSameStart), ...near.filter((word) => !isSameStart(word))].slice(0, MOST_NEAR);
  }

  return {
    written: (word) => known.get(fold(word)),
    completion: (start) => {
      const key = fold(start);
      return words[keys.findIndex((each) => each.startsWith(key))];
    },
    near: (word) => {
      // « croix-rouse » is two words, of which one is known.
      const parts = word.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const readings = parts
        .map(nearOf)
        .reduce<string[][]>((before, near) => before.flatMap((start) => near.map((each) => [...start, each])), [[]]);
      return readings
        .slice(0, MOST_NEAR)
        .map((reading) => reading.join('-'))
        .filter((reading) => fold(reading) !== fold(word));
    },
  };
}
