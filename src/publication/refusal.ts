import { z } from 'zod';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** Where an error of content is, and what to do: what was found may be a draft or an address, and is not told here. */
const refusedField = z.object({
  /** `content/cantines/lyon-vaise.md` */
  file: z.string(),
  line: z.number().optional(),
  field: z.string(),
  label: z.string().optional(),
  remedy: z.string(),
});

/** Why a commit is not published: `refus.json` of its pipeline and, but for its lines, `refused` of `/etat.json`. */
export const refusal = z.object({
  version: z.literal(1),
  commit: sha,
  /** The newest commits that wait with it, its own first. */
  commits: z.array(sha),
  refusedAt: z.iso.datetime(),
  /** What failed, in French: « la vérification des fiches ». */
  step: z.string(),
  /** The errors of content, the first ones when there are many; none when something else failed. */
  problems: z.array(refusedField),
  /** How many errors of content there are. */
  total: z.int().nonnegative(),
  /** The last lines that the step printed, when it is not the content. */
  lines: z.array(z.string()).optional(),
  /** The page of the pipeline on its forge. */
  pipeline: z.url({ protocol: /^https?$/ }).optional(),
});

export type Refusal = z.output<typeof refusal>;
export type RefusedField = z.output<typeof refusedField>;

/** The refusal of a text of `refus.json`; undefined when it is none. */
export function readRefusal(text: string): Refusal | undefined {
  try {
    return refusal.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** « content/cantines/lyon-vaise.md, « Téléphone » (ligne 12) » */
export function sayPlace({
  file,
  line,
  field,
  label,
}: Pick<RefusedField, 'file' | 'line' | 'field' | 'label'>): string {
  const place = field === 'fichier' ? file : `${file}, « ${label ?? field} »`;
  return line === undefined ? place : `${place} (ligne ${line})`;
}
