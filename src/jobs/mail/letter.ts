/** What a message says, before it becomes text and HTML: both say the same. Every text is typeset, every address absolute. */
export interface Letter {
  subject: string;
  opening: readonly string[];
  parts: readonly LetterPart[];
  closing: string;
  why: { title: string; sentences: readonly string[] };
  /** Where one asks to stop, when the site takes forms. */
  stop?: LetterLink | undefined;
  /** Where it leads. */
  page: LetterLink & { isButton?: boolean };
}

export interface LetterLink {
  label: string;
  url: string;
}

export interface LetterPart {
  title: string;
  /** What to know before reading it. */
  note?: string | undefined;
  cards: readonly LetterCard[];
  lines: readonly LetterLine[];
}

/** A line of a list: a thing by its name and what there is to know of it. */
export interface LetterLine {
  title: string;
  words: string;
  /** Undefined when it has no page. */
  url: string | undefined;
}

/** A thing with all that one needs to decide. */
export interface LetterCard {
  title: string;
  /** « Nouveau », « Date changée », when the part it stands in does not say so. */
  mark?: string | undefined;
  summary: string;
  /** « Date », « Montant »…, each with its words. */
  facts: readonly { label: string; value: string }[];
  /** « Oui », « Peut-être », for whom. */
  answer?: string | undefined;
  reasons?: readonly string[];
  links: readonly LetterLink[];
}
