import type { z } from 'zod';
import { metaAt } from './meta.ts';
import type { Collection } from './collection.ts';
import { shortKey, withSignsShown } from './signs.ts';

/** An error of content, in the five parts that an editor needs. */
export interface Problem {
  /** Front-matter path: `openingHours.slots[2].opens`, or « texte » for the Markdown body. */
  field: string;
  /** French label of the field, when it has one. */
  label?: string | undefined;
  /** What is written there, shortened. */
  found: string;
  /** What should be. */
  expected: string;
  /** What to do. */
  remedy: string;
}

/** `['slots', 2, 'opens']` → `slots[2].opens` (items counted from 1, as an editor counts). */
export function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (shown, step) =>
      typeof step === 'number' ? `${shown}[${step + 1}]` : shown ? `${shown}.${String(step)}` : String(step),
    '',
  );
}

/** `slots[2].opens` → `['slots', 1, 'opens']`, the reverse of `showPath`. */
export function readPath(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, item]) => (item ? Number(item) - 1 : step));
}

/** A value as an editor wrote it, on one line of at most 60 signs. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'rien';
  const shown =
    value instanceof Date ? value.toISOString() : typeof value === 'string' ? `« ${value} »` : JSON.stringify(value);
  const line = withSignsShown(shown.slice(0, 1000)).replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Reads front matter (as YAML made it) through a collection: the entry, or all that is wrong with it. */
export function readEntry<C extends Collection>(
  collection: C,
  data: unknown,
): { entry: z.output<C['schema']>; problems: [] } | { entry: undefined; problems: Problem[] } {
  const result = collection.schema.safeParse(data, { reportInput: true });
  if (result.success) return { entry: result.data as z.output<C['schema']>, problems: [] };
  return { entry: undefined, problems: result.error.issues.flatMap((issue) => toProblems(collection, issue)) };
}

function toProblems(collection: Collection, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: showPath(key.trim() === '' ? issue.path : [...issue.path, shortKey(key)]) || 'en-tête',
      found: key.trim() === '' ? `un champ sans nom : ${showValue(issue.input?.[key])}` : showValue(issue.input?.[key]),
      expected: 'un nom de champ connu',
      remedy: issue.message,
    }));
  }
  const meta = metaAt(collection.fields, issue.path);
  const own = issue.code === 'custom' ? (issue.params?.['expected'] as string | undefined) : undefined;
  return [
    {
      field: showPath(issue.path) || 'en-tête',
      label: meta?.label,
      found: issue.code === 'custom' && own ? foundByRule(issue) : showValue(issue.input),
      expected: own ?? meta?.expected ?? 'une valeur juste',
      remedy: issue.message,
    },
  ];
}

/** What a rule found: what it says itself, else the value that is wrong, else fields that do not go together. */
function foundByRule(issue: z.core.$ZodIssueCustom): string {
  const found = issue.params?.['found'] as string | undefined;
  if (found !== undefined) return found;
  const quoted = issue.params?.['quoted'] as readonly (string | number)[] | undefined;
  if (!quoted) return 'une valeur qui contredit les autres';
  return showValue(
    quoted.reduce<unknown>(
      (level, step) => (level as Record<string | number, unknown> | undefined)?.[step],
      issue.input,
    ),
  );
}
