import type { z } from 'zod';
import { metaOf, type FieldMeta } from './meta.ts';
import type { Fields } from './shapes.ts';

/** How somebody who knows is asked a field again. */
export interface Ask {
  question: string;
  /** Months. */
  every: number;
  /** True when nobody is asked what nobody has said. */
  ifStated: boolean;
}

/** A field that says nothing of it is asked again after this, in months. */
const EVERY = 12;

/**
 * What no answer of a person is, unless the field says how it is asked: a name of another entry, a file that an editor
 * chooses and describes.
 */
const EDITORS_ALONE: readonly FieldMeta['kind'][] = ['reference', 'image', 'file'];

/** True when those who know may say whether a field still holds, and propose another value. */
export const isOpen = ({ ask, kind }: Pick<FieldMeta, 'ask' | 'kind'>): boolean =>
  ask !== false && (ask !== undefined || !EDITORS_ALONE.includes(kind));

/** How a field that is open is asked, by its label when it has no question of its own. */
export function askOf({ ask, label }: Pick<FieldMeta, 'ask' | 'label'>): Ask {
  const { question = `${label} ?`, every = EVERY, ifStated = false } = ask === false ? {} : (ask ?? {});
  return { question, every, ifStated };
}

/** The fields, of a collection or of a group, that those who know are asked, in the order of the form. */
export const openFields = (fields: Fields): [name: string, field: z.ZodType, meta: FieldMeta][] =>
  Object.entries(fields).flatMap(([name, field]): [string, z.ZodType, FieldMeta][] => {
    const meta = metaOf(field);
    return isOpen(meta) ? [[name, field, meta]] : [];
  });
