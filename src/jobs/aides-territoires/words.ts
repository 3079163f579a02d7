import { slugOf } from '#domain/slug.ts';

/**
 * Whether a text holds one of these expressions, whatever their accents and capitals. Each starts at the start of a
 * word, and may go on: « association » is in « les associations », « santé » is not in « croissante ».
 */
export function holdsOneOf(text: string, expressions: readonly string[]): boolean {
  const words = `-${slugOf(text, Infinity)}-`;
  return expressions.some((expression) => words.includes(`-${slugOf(expression)}`));
}
