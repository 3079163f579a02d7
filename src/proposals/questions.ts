import type { z } from 'zod';
import { askOf, openFields, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { digestOf } from './digest.ts';
import { isStated, openValue } from './open.ts';
import { linesOf, type FactLine } from './words.ts';

/** One thing asked of somebody who knows. */
export interface Question {
  /** The field, `openingHours`, or a part of a group, `accessibility.stepFree`. */
  path: string;
  question: string;
  /** What the entry says of it; nothing when nobody has said. */
  known: readonly FactLine[];
  /** The partial date of what is known. */
  since: string | undefined;
  /** Months after which it is asked again. */
  every: number;
  schema: z.ZodType;
  meta: FieldMeta;
  value: unknown;
  /** Of the value: what the answer is made against. */
  was: string;
  /** The parts of a group that are asked by themselves. */
  alone: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** A part of a group that is asked by itself while nobody has said: one tap, or one number, answers it. */
const isAskedAlone = (meta: FieldMeta): boolean => (meta.kind === 'choice' && !meta.multiple) || meta.kind === 'number';

/**
 * What to ask of an entry, one thing a question, in the order of its form: each fact that is stated, whole; each part
 * that nobody has said, by itself. A field that is added to the schema is asked without another line.
 * @param since the partial date of a fact that the entry states
 */
export function questionsOf(
  fields: Fields,
  entry: Values,
  since: (fact: string) => string | undefined = () => undefined,
): Question[] {
  return openFields(fields).flatMap(([name, schema, meta]) => {
    const value = openValue(meta, entry[name]);
    const { question, every, ifStated } = askOf(meta);
    const whole: Question = {
      path: name,
      question,
      known: linesOf(schema, value),
      since: isStated(value) ? since(name) : undefined,
      every,
      schema,
      meta,
      value,
      was: digestOf(value),
      alone: [],
    };
    if (meta.kind !== 'group') return isStated(value) || !ifStated ? [whole] : [];
    const parts = openFields(meta.fields);
    const alone = parts.filter(([part, , inner]) => isAskedAlone(inner) && !isStated((value as Values)[part]));
    const asksWhole = isStated(value) || alone.length === 0 || parts.some(([, , inner]) => inner.kind === 'list');
    const names = alone.map(([part]) => part);
    return [...(asksWhole ? [{ ...whole, alone: names }] : []), ...alone.map((part) => partQuestion(whole, part))];
  });
}

function partQuestion(whole: Question, [name, schema, meta]: [string, z.ZodType, FieldMeta]): Question {
  const value = (whole.value as Values)[name];
  const { question } = askOf(meta);
  return {
    path: `${whole.path}.${name}`,
    question,
    known: [],
    since: undefined,
    every: whole.every,
    schema,
    meta,
    value,
    was: digestOf(value),
    alone: [],
  };
}

/** The fields that a question may change: the parts of a group that are not asked by themselves, or itself. */
export const partsOf = ({ meta, schema, path, value, alone }: Question) =>
  meta.kind === 'group'
    ? openFields(meta.fields)
        .filter(([name]) => !alone.includes(name))
        .map(([name, part]) => ({ path: `${path}.${name}`, schema: part, value: (value as Values)[name] }))
    : [{ path, schema, value }];
