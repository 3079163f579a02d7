import { z } from 'zod';
import { isBlank } from './blank.ts';
import { register, type AskOptions, type ColumnOptions, type FieldMeta } from './meta.ts';

/** What the author of a schema says about any field. */
export interface NamedOptions {
  label: string;
  hint?: string;
  /** How those who know are asked whether it still holds; without it, by its label. */
  ask?: AskOptions;
}

/** What the author of a schema says about a field that holds one value. */
export interface FieldOptions extends NamedOptions {
  required?: boolean;
  /** The name of the chooser that the form of a site offers beside the field. */
  picker?: string;
  /** Its column in the files that others read; without it the field is in none. */
  column?: ColumnOptions;
}

/** The type read from an entry: certain when the field is required or has a default, else maybe absent. */
export type Read<T, O> = O extends { required: true }
  ? T
  : O extends { default: string | number | boolean }
    ? T
    : T | undefined;

/** The sentence for a missing required field, else the remedy of its kind. */
export function says(label: string, remedy: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined ? `Le champ « ${label} » est obligatoire : remplissez-le.` : remedy;
}

/**
 * Turns a strict value schema into a field: empty values read as absent, an optional
 * normalisation of what YAML or Decap made of the value, then the rule.
 */
export function scalar<T, O extends FieldOptions & { default?: T }>(
  options: O,
  meta: FieldMeta,
  value: z.ZodType<T>,
  normalise: (raw: unknown) => unknown = (raw) => raw,
): z.ZodType<Read<T, O>> {
  const rule =
    options.default !== undefined
      ? value.optional().transform((read) => read ?? (options.default as T))
      : options.required
        ? value
        : value.optional();
  const schema = z.preprocess((raw) => {
    if (raw !== false && isBlank(raw)) return undefined;
    return normalise(typeof raw === 'string' ? raw.trim() : raw);
  }, rule);
  return register(schema as unknown as z.ZodType<Read<T, O>>, {
    ...meta,
    picker: options.picker,
    column: options.column,
    ask: options.ask,
  });
}
