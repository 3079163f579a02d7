import { peopleOf, type FieldSpec, type FormSpec } from './spec.ts';

/** Field name → what was typed. */
export type Texts = Readonly<Record<string, string>>;

/** All that was typed in a form. */
export interface FormAnswers {
  people: readonly Texts[];
  texts: Texts;
}

/** Which answer: a question of the form, or one asked of the person of that index. */
export interface AnswerPlace {
  person?: number;
  name: string;
}

/** The id of the control of an answer. */
export const idOf = ({ person, name }: AnswerPlace): string =>
  person === undefined ? `question-${name}` : `personne-${person + 1}-${name}`;

const blank = (fields: readonly FieldSpec[]): Texts => Object.fromEntries(fields.map(({ name }) => [name, '']));

export const blankPerson = (spec: FormSpec): Texts => blank(peopleOf(spec)?.fields ?? []);

export function noAnswers(spec: FormSpec): FormAnswers {
  return {
    people: Array.from({ length: peopleOf(spec)?.min ?? 0 }, () => blankPerson(spec)),
    texts: blank(spec.steps.flatMap(({ fields }) => fields)),
  };
}

export const valueAt = ({ people, texts }: FormAnswers, { person, name }: AnswerPlace): string =>
  (person === undefined ? texts : people[person])?.[name] ?? '';

export function withAnswer(answers: FormAnswers, { person, name }: AnswerPlace, value: string): FormAnswers {
  if (person === undefined) return { ...answers, texts: { ...answers.texts, [name]: value } };
  const people = answers.people.map((texts, index) => (index === person ? { ...texts, [name]: value } : texts));
  return { ...answers, people };
}

/** The same answers when nothing is filled: what is typed already is never replaced. */
export function withBlanksFilled(answers: FormAnswers, texts: Texts): FormAnswers {
  const filled = Object.entries(texts).filter(([name]) => answers.texts[name]?.trim() === '');
  return filled.length === 0 ? answers : { ...answers, texts: { ...answers.texts, ...Object.fromEntries(filled) } };
}

export const isUnanswered = (texts: Texts): boolean => Object.values(texts).every((text) => text.trim() === '');

export const isEmpty = ({ people, texts }: FormAnswers): boolean => isUnanswered(texts) && people.every(isUnanswered);

/**
 * Reads answers from anything: a file, what the browser kept.
 * @returns undefined when the shape is wrong; unknown names are refused too, since they would be lost
 */
export function readAnswers(spec: FormSpec, data: unknown): FormAnswers | undefined {
  if (!isRecord(data) || !Array.isArray(data['people'])) return undefined;
  const people = peopleOf(spec);
  if (data['people'].length > (people?.max ?? 0)) return undefined;
  const read: (Texts | undefined)[] = data['people'].map((one: unknown) => readTexts(people?.fields ?? [], one));
  const whole = read.filter((one) => one !== undefined);
  const texts = readTexts(
    spec.steps.flatMap(({ fields }) => fields),
    data['texts'],
  );
  return texts && whole.length === read.length ? { people: whole, texts } : undefined;
}

export const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function readTexts(fields: readonly FieldSpec[], data: unknown): Texts | undefined {
  if (!isRecord(data)) return undefined;
  const known = new Set(fields.map(({ name }) => name));
  const right = Object.entries(data).every(([name, value]) => known.has(name) && typeof value === 'string');
  return right ? { ...blank(fields), ...(data as Texts) } : undefined;
}
