import { count } from '#domain/numbers.ts';
import { countWords } from '#schemas/kit/words.ts';

/** The signs of a text, blanks included, as funders count them: an emoji is one. */
export const countSigns = (text: string): number => Array.from(text).length;

/** `47 mots, 301 signes` */
export const sayCounts = (text: string): string =>
  `${count(countWords(text), 'mot')}, ${count(countSigns(text), 'signe')}`;
