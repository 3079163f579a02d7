import { typeset } from '#domain/typography.ts';
import type { CollectionName } from '#schemas/index.ts';
import type { Answers } from '../versions/answers.ts';

/** What a gesture asks before it is made: one control of a form. */
export interface Asked {
  name: string;
  label: string;
  kind: 'date' | 'datetime-local' | 'text' | 'url';
  /** What the control holds at first. */
  value: string;
  required: boolean;
  hint?: string;
}

/** A button that fills several controls at once. */
export interface Shortcut {
  label: string;
  fills: Readonly<Record<string, string>>;
}

/** What was answered, by name; what was left empty is an empty text. */
export type Given = Readonly<Record<string, string>>;

/** A thing done every week to an entry, without its form. */
export interface Gesture {
  id: string;
  /** The words of its button: « Fermer du… au… ». */
  label: string;
  /** Of which entries; every one that can be confirmed when absent. */
  collection?: CollectionName;
  /** True when it may be made on many entries at once. */
  many?: boolean;
  /** Whether it makes sense on an entry as it is. */
  fits: (answers: Answers, today: string) => boolean;
  asks: (answers: Answers, today: string) => readonly Asked[];
  shortcuts?: (today: string) => readonly Shortcut[];
  /**
   * The entry once it is made.
   * @throws Mistake when what was answered cannot be
   */
  made: (answers: Answers, given: Given, today: string) => Answers;
  /** Entries that it adds beside: each with what its name begins with. */
  adds?: (answers: Answers, given: Given) => readonly Answers[];
  /** What is told once it is written: « fermée du 3 au 10 décembre ». */
  told: (given: Given, answers: Answers) => string;
}

/** Something in the answers that cannot be; the sentence says what to do. */
export class Mistake extends Error {
  override name = '';

  constructor(sentence: string) {
    super(typeset(sentence));
  }
}

/** A list of an entry, empty when there is none. */
export const listIn = (answers: Answers, field: string): readonly unknown[] => {
  const value = answers[field];
  return Array.isArray(value) ? (value as unknown[]) : [];
};
