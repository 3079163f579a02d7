/** A sentence beyond so many words is read twice. */
export const LONG_SENTENCE = 25;

/** What ends with a point and does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(«])(?:M|MM|Mme|art|cf|etc|ex|n°|p|av|J\.-C)\.$/i;

/** A point, with what closes after it, before a space and what begins a sentence. */
const END = /[.!?…]+(?:[\s\u00a0\u202f]*[»)])?[\s\u00a0\u202f]+(?=[«(]?[\s\u00a0\u202f]*[\p{Lu}\d])/gu;

/** The sentences of a text without marks, in order. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(END)) {
    const sentence = text.slice(start, index + end.length).trim();
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    start = index + end.length;
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => countHeardWords(sentence) > 0);
}

/** The words of a sentence; `l’équipe` is two, `9 h 30` is one, as they are heard. */
export function countHeardWords(sentence: string): number {
  const heard = sentence.replace(
    /\d+(?:[\s\u00a0\u202f,.]\d+)*(?:[\s\u00a0\u202f]?(?:h|€|%)(?:[\s\u00a0\u202f]\d+)?)?/g,
    ' 0 ',
  );
  return heard.match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)?.length ?? 0;
}

/** How a text reads. */
export interface Readability {
  sentences: number;
  /** Words by sentence, on average; 0 without a sentence. */
  mean: number;
  /** Sentences of more than `LONG_SENTENCE` words. */
  long: number;
  /** Words of the longest sentence. */
  longest: number;
}

/** How sentences read together. */
export function readabilityOf(sentences: readonly string[]): Readability {
  const words = sentences.map(countHeardWords);
  return {
    sentences: words.length,
    mean: words.length === 0 ? 0 : words.reduce((sum, each) => sum + each, 0) / words.length,
    long: words.filter((each) => each > LONG_SENTENCE).length,
    longest: Math.max(0, ...words),
  };
}
