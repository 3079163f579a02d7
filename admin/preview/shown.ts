import type { Draft } from '../versions/open-form.ts';

/** What the pane shows of a form. */
export interface Shown {
  /** The page; absent when there is something to mend before: the last one stays. */
  path?: string;
  /** True when the page is to be asked for again, though its address is the same. */
  fresh: boolean;
  /** What to tell beside it. */
  words: readonly string[];
  /** Puts into the page what it lacks of the form, as often as the form changes. */
  lay?: (page: Document) => void;
}

/**
 * Finds the page of a form.
 * @throws Error when the site does not answer
 */
export type Show = (draft: Draft) => Promise<Shown>;
