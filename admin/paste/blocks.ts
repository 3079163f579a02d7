/** Words of one look. While a page is read, a line break is a run whose text is `\n`. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Where a link leads. */
  href: string | undefined;
}

/** What a text of the site is made of. */
export type Block =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; blocks: Block[] }
  /** A line of a list as Word writes it: a paragraph that says its depth. */
  | { type: 'item'; depth: number; ordered: boolean; runs: Run[] };

/** The words of runs. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
