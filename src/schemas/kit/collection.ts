import { z } from 'zod';
import { strict, type Fields, type Rule } from './shapes.ts';

interface CollectionOptions<N extends string, F extends Fields> {
  /** The folder of `content/` and Astro's collection name. */
  name: N;
  /** French plural, as in the CMS menu. */
  label: string;
  labelSingular: string;
  /** One French sentence for the editor: what this collection is for. */
  description: string;
  fields: F;
  /**
   * The form folds its fields by subject: the first field of a section → the name of the section, which goes on until
   * the next one begins. What is before the first section, and the Markdown, are never folded.
   */
  sections?: Readonly<Partial<Record<keyof F & string, string>>>;
  rules?: readonly Rule<z.output<z.ZodObject<F>>>[];
  /**
   * The Markdown below the front matter; `maxLength` in signs, `MAX_BODY` by default; `footnotes` false where the text
   * stands beside others, whose notes would bear the same numbers, or is written as a document, which has none; `rule`
   * is a condition of the whole text.
   */
  body: {
    label: string;
    hint?: string;
    required: boolean;
    maxLength?: number;
    footnotes?: boolean;
    rule?: { holds: (text: string) => boolean; expected: string; remedy: string };
  };
  /** Decap's template for the file name of a new entry. */
  slug?: string;
  /** Decap's template for a line of the list. */
  summary?: string;
  /** False when the entries are fixed: edited, never added nor deleted. */
  extensible?: boolean;
  /** Decap's named filters of the list. */
  viewFilters?: readonly { label: string; field: string; pattern: string | boolean }[];
  /** Decap's groupings of the list. */
  viewGroups?: readonly { label: string; field: string; pattern?: string }[];
  /** Field names by which the list can be sorted. */
  sortableFields?: readonly string[];
}

export type Collection<N extends string = string, F extends Fields = Fields> = CollectionOptions<N, F> & {
  schema: z.ZodType<z.output<z.ZodObject<F>>>;
};

/** Declares a collection; everything that reads or writes its entries is derived from it. */
export function collection<const N extends string, const F extends Fields>(
  options: CollectionOptions<N, F>,
): Collection<N, F> {
  const inner = strict(options.fields, options.labelSingular, options.rules);
  const schema = z.preprocess((raw) => raw ?? {}, inner);
  return { ...options, schema: schema };
}
