import { slugOf } from '#domain/slug.ts';

/** Expressions ready to be looked for: each with its key, as it stands in the words of a text. */
export interface Expressions {
  readonly each: readonly { readonly text: string; readonly key: string }[];
}

/**
 * Prepares expressions. Each starts at the start of a word, and may go on: « association » is in « les associations »,
 * « santé » is not in « croissante ». One that ends with a full stop is whole: « table. » is not in « tableaux ».
 */
export const expressions = (...texts: readonly string[]): Expressions => ({
  each: texts.map((text) => {
    const whole = text.endsWith('.');
    return { text: whole ? text.slice(0, -1) : text, key: `-${slugOf(text)}${whole ? '-' : ''}` };
  }),
});

/** The words of a text, whatever their accents and capitals. */
export const wordsOf = (text: string): string => `-${slugOf(text, Infinity)}-`;

/** The first of these expressions that words hold. */
export const firstIn = (words: string, { each }: Expressions): string | undefined =>
  each.find(({ key }) => words.includes(key))?.text;

/** The same, as the text writes it, to the end of its word: « stades » for « stade ». */
export function quoteFirst(text: string, words: string, { each }: Expressions): string | undefined {
  const found = each.find(({ key }) => words.includes(key));
  if (!found) return undefined;
  const asked = slugOf(found.text);
  const from = words.slice(0, words.indexOf(found.key)).replace(/[^-]/g, '').length;
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].slice(from, from + asked.split('-').length);
  const [first, last] = [tokens[0], tokens.at(-1)];
  const quoted = first && last ? text.slice(first.index, last.index + last[0].length) : '';
  // Signs of other scripts are in no key: the words are not where they are counted.
  return slugOf(quoted).startsWith(asked) ? quoted : found.text;
}

/** Whether a text holds one of these expressions. */
export const holdsOneOf = (text: string, texts: readonly string[]): boolean =>
  firstIn(wordsOf(text), expressions(...texts)) !== undefined;
