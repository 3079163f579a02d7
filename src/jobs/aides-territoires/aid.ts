import { z } from 'zod';

const text = z.string();
const day = z.iso.date();
const url = z.string();

/**
 * What is read of an aid, as the API of Aides-territoires gives it (version 1.8); fields that we do not use are left
 * out, and new ones do not matter.
 */
const aid = z.object({
  id: z.int().positive(),
  slug: text,
  url: text,
  name: text,
  financers: z.array(text),
  programs: z.array(text),
  description: text.nullable(),
  eligibility: text.nullable(),
  perimeter: text.nullable(),
  perimeter_scale: text.nullable(),
  origin_url: url.nullable(),
  application_url: url.nullable(),
  categories: z.array(text),
  is_call_for_project: z.boolean().nullable(),
  targeted_audiences: z.array(text),
  aid_types: z.array(text),
  is_charged: z.boolean().nullable(),
  start_date: day.nullable(),
  predeposit_date: day.nullable(),
  submission_deadline: day.nullable(),
  subvention_rate_lower_bound: z.number().nullable(),
  subvention_rate_upper_bound: z.number().nullable(),
  subvention_comment: text.nullable(),
  loan_amount: z.number().nullable(),
  recoverable_advance_amount: z.number().nullable(),
  recurrence: text.nullable(),
  import_data_url: url.nullable(),
  import_data_mention: text.nullable(),
  import_share_licence: text.nullable(),
  date_updated: text.nullable(),
  is_live: z.boolean(),
});

export type Aid = z.infer<typeof aid>;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'une fiche',
};

/** An aid, or why it cannot be read: which field, what was found, what is expected. */
export function readAid(value: unknown): { aid: Aid } | { fault: string } {
  const read = aid.safeParse(value);
  if (read.success) return { aid: read.data };
  const [issue] = read.error.issues;
  const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const field = issue?.path.join('.') ?? '';
  const found = issue?.path.reduce<unknown>(
    (level, step) => (level as Record<PropertyKey, unknown> | null)?.[step],
    value,
  );
  const expected =
    issue?.code === 'invalid_type'
      ? (EXPECTED[issue.expected] ?? issue.expected)
      : issue?.code === 'invalid_format'
        ? 'une date AAAA-MM-JJ'
        : 'autre chose';
  const name = typeof record['name'] === 'string' ? `« ${record['name'].slice(0, 80)} »` : '(sans nom)';
  if (field === '') return { fault: `On attendait une aide, on trouve ${shown(value)}.` };
  return {
    fault: `Aide ${typeof record['id'] === 'number' ? record['id'] : '?'} ${name} : ${
      found === undefined
        ? `le champ « ${field} » manque, qui devrait contenir ${expected}`
        : `le champ « ${field} » contient ${typeof found === 'string' ? `« ${found.slice(0, 80)} »` : shown(found)}, et non ${expected}`
    }.`,
  };
}

/** A value as a sentence shows it, whatever it holds. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 80);
  } catch {
    // Lists in lists, by the thousand.
    return 'une valeur illisible';
  }
}

/** An aid as a sentence names it. */
export const nameOf = ({ id, name }: Pick<Aid, 'id' | 'name'>): string => `Aide ${id} « ${name.slice(0, 80)} »`;
