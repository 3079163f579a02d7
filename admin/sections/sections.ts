import type { DecapField } from '#schemas/kit/decap.ts';
import type { Collection } from '#schemas/kit/index.ts';
import { isFilled, type Answered } from '../widgets/filled.ts';

/** What a form asks on one subject, folded together. */
export interface Section {
  title: string;
  fields: DecapField[];
}

/**
 * The sections of a form, in its order.
 * @param fields as Decap draws them, the Markdown last
 */
export function sectionsOf({ sections = {} }: Pick<Collection, 'sections'>, fields: readonly DecapField[]): Section[] {
  const found: Section[] = [];
  for (const field of fields) {
    const title = sections[field.name];
    if (title !== undefined) found.push({ title, fields: [] });
    if (field.name !== 'body') found.at(-1)?.fields.push(field);
  }
  return found;
}

/** Whether an entry is not whole without what a section asks. */
export const isNeeded = ({ fields }: Section, answers: Answered): boolean =>
  fields.some(({ name, required }) => required && !isFilled(answers[name]));
