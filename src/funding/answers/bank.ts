import { reach } from '#components/trouble.ts';
import type { Calendar } from '#domain/deadlines.ts';
import type { AnswerFact } from '#schemas/answers.ts';

/** A version of an answer, ready to copy. */
export interface AnswerVersion {
  /** The most words that a funder asked for: 50, 150, 500. */
  words: number;
  /** Plain text; a blank line between paragraphs. */
  text: string;
}

/** A line of a budget, with what was published of it. */
export interface BudgetLine {
  side: string;
  label: string;
  covers: string;
  /** « 110 000 € à réunir pour ouvrir à Roanne (2023) ». */
  mark?: string | undefined;
}

/** An answer as a browser reads it. */
export interface AnswerRecord {
  slug: string;
  title: string;
  kind: string;
  /** The kinds of opportunities that ask for it; none: all. */
  calls: readonly string[];
  versions: readonly AnswerVersion[];
  prompts: readonly string[];
  facts: readonly AnswerFact[];
  budget: readonly BudgetLine[];
  /** A line for each source, figures first. */
  sources: readonly string[];
}

/** What the entry of a cantine says, in a sentence that an application may hold. */
export interface CantineFact {
  name: AnswerFact;
  words: string;
  /** Until when it was true, as precise as it is known; undefined for what has no date. */
  asOf?: string | undefined;
  /** True for what changes with time: it asks for a date. */
  changes?: boolean;
}

export interface CantineRecord {
  slug: string;
  title: string;
  facts: readonly CantineFact[];
}

/** What the file of an opportunity needs to know of it. */
export interface CallRecord {
  slug: string;
  title: string;
  funder: string;
  kind: string;
  calendar: Calendar;
  documents: readonly string[];
}

export interface Bank {
  answers: readonly AnswerRecord[];
  cantines: readonly CantineRecord[];
  calls: readonly CallRecord[];
}

/** Where the build puts it: see pages/financements/reponses.json.ts. */
const PATH = '/financements/reponses.json';

let asked: Promise<Bank> | undefined;

/**
 * The bank, asked for once; again when it did not come.
 * @throws when it does not come
 */
export function fetchBank(): Promise<Bank> {
  asked ??= reach(PATH, (response) => response.text()).then((text) => JSON.parse(text) as Bank);
  asked.catch(() => (asked = undefined));
  return asked;
}

/** The answers that a kind of opportunity usually asks for; all of them for an opportunity that is not of the watch. */
export const askedBy = <A extends { calls: readonly string[] }>(kind: string | undefined, answers: readonly A[]): A[] =>
  answers.filter(({ calls }) => kind === undefined || calls.length === 0 || calls.includes(kind));

/** The longest version that holds within so many words, else the shortest there is. */
export function versionWithin(versions: readonly AnswerVersion[], words: number): AnswerVersion | undefined {
  return versions.filter((each) => each.words <= words).at(-1) ?? versions[0];
}
