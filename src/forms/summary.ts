import { isUnanswered, type FormAnswers, type Texts } from './answers.ts';
import type { FieldSpec, FormSpec } from './spec.ts';

/** One line of what is read back: the question, the answer in words (empty when none). */
export interface SummaryLine {
  label: string;
  value: string;
}

/** What was asked of one person (« Personne 2 »), or of all. */
export interface SummaryGroup {
  who?: string;
  lines: readonly SummaryLine[];
}

export interface SummaryPart {
  title: string;
  groups: readonly SummaryGroup[];
}

/** A value as it is read: the label of what was chosen, else what was typed. */
export const inWords = ({ options }: FieldSpec, value: string): string =>
  (options && Object.hasOwn(options, value) ? options[value] : undefined) ?? value;

/** The answers in words, step by step; a person who was left blank is not shown. */
export function answersSummary(spec: FormSpec, answers: FormAnswers): SummaryPart[] {
  const linesOf = (fields: readonly FieldSpec[], texts: Texts): SummaryLine[] =>
    fields.map((field) => ({ label: field.label, value: inWords(field, texts[field.name] ?? '') }));
  return spec.steps.map(({ title, people, fields }) => ({
    title,
    groups: [
      ...answers.people.flatMap((person, index) =>
        people && !isUnanswered(person)
          ? [{ who: `${people.label} ${index + 1}`, lines: linesOf(people.fields, person) }]
          : [],
      ),
      { lines: linesOf(fields, answers.texts) },
    ],
  }));
}
