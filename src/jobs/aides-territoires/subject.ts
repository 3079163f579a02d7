import { expressions, type Expressions } from './words.ts';

/** What an aid may be about, and how each field of it tells so. */
export interface Subject {
  /** As a reason says it. */
  name: string;
  /** Sub-themes and kinds of money of Aides-territoires; those that aids of any kind bear too are weak. */
  categories: Expressions;
  weak: Expressions;
  programmes: Expressions;
  /** Of a title, then of a description. */
  words: Expressions;
  /** Its words say for whom and where, which any trade may: beside those of a trade they weigh little. */
  isContext: boolean;
}

type Lists = Partial<Record<'categories' | 'weak' | 'programmes' | 'words', string>>;

/** A subject by its expressions, parted by commas. */
export const subject = (name: string, lists: Lists & { isContext?: boolean }): Subject => ({
  name,
  categories: listOf(lists.categories),
  weak: listOf(lists.weak),
  programmes: listOf(lists.programmes),
  words: listOf(lists.words),
  isContext: lists.isContext ?? false,
});

const listOf = (list = ''): Expressions =>
  expressions(
    ...list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  );
