/** The kinds of pages a reader can narrow a search to; a page names its own in `data-pagefind-filter="genre"`. */
export const KINDS = ['Cantines', 'Sessions', 'Plaidoyer', 'Financements', 'Financeurs', 'Guides', 'Pages'] as const;

export type Kind = (typeof KINDS)[number];

/** The kind of that name, or undefined. */
export const kindOf = (name: string | null | undefined): Kind | undefined => KINDS.find((kind) => kind === name);
